using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace RMF.PowerShell.Sessions;

/// <summary>
/// What one runspace remembers between cmdlets: connected sites, the current policy, running simulators.
/// It hangs on the runspace and not on a static, because parallel runspaces share the statics of the load context.
/// Each area keeps its own state class in <see cref="Get{T}"/>. Thread-safe. Disposed when the runspace closes or the module is removed.
/// </summary>
internal sealed class RmfSession : IDisposable
{
    private static readonly ConditionalWeakTable<Runspace, RmfSession> Table = new();

    private readonly object gate = new();
    private readonly Dictionary<Type, object> states = [];

    private RmfSession()
    {
    }

    /// <summary>The session of the runspace that this thread runs.</summary>
    /// <exception cref="InvalidOperationException">The thread runs no pipeline.</exception>
    public static RmfSession Current => Of(Runspace.DefaultRunspace
        ?? throw new InvalidOperationException("A session is known on a pipeline's thread only."));

    /// <summary>The session of a runspace, made on first use.</summary>
    public static RmfSession Of(Runspace runspace) => Table.GetValue(runspace, Open);

    /// <summary>Ends a runspace's session: logs sites out, stops simulators. The next use begins a new one.</summary>
    public static void Close(Runspace runspace)
    {
        if (Table.TryGetValue(runspace, out var session))
        {
            Table.Remove(runspace);
            session.Dispose();
        }
    }

    /// <summary>The state of one area, made on first use.</summary>
    public T Get<T>()
        where T : class, new()
    {
        lock (gate)
        {
            if (!states.TryGetValue(typeof(T), out var state))
            {
                state = new T();
                states.Add(typeof(T), state);
            }

            return (T)state;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        object[] ended;
        lock (gate)
        {
            ended = [.. states.Values];
            states.Clear();
        }

        foreach (var state in ended)
        {
            (state as IDisposable)?.Dispose();
        }
    }

    private static RmfSession Open(Runspace runspace)
    {
        // A closed runspace may live on for as long as someone holds it; its sockets and log-ins must not.
        runspace.StateChanged += static (sender, change) =>
        {
            if (sender is Runspace closed && change.RunspaceStateInfo.State is RunspaceState.Closed or RunspaceState.Broken)
            {
                Close(closed);
            }
        };
        return new RmfSession();
    }
}
