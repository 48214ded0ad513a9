using System.Management.Automation;
using RMF.PowerShell.Arguments;

namespace RMF.PowerShell.Simulation;

/// <summary>The simulated sites that this runspace started, by name (any letter case). Thread-safe.</summary>
internal sealed class RunningSimulators : IDisposable
{
    /// <summary>Longest wait for a site's open connections to end.</summary>
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(5);

    private readonly object gate = new();
    private readonly SortedDictionary<string, RmfSimulator> sites = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<RmfSimulator> All
    {
        get
        {
            lock (gate)
            {
                return [.. sites.Values];
            }
        }
    }

    /// <summary>Remembers a site; false when one of that name runs.</summary>
    public bool TryAdd(RmfSimulator simulator)
    {
        lock (gate)
        {
            return sites.TryAdd(simulator.Site, simulator);
        }
    }

    public bool IsRunning(string name)
    {
        lock (gate)
        {
            return sites.ContainsKey(name);
        }
    }

    /// <summary>Those whose name matches one of the patterns; all when there is none.</summary>
    public IReadOnlyList<RmfSimulator> Find(string pattern)
    {
        var wildcard = NamePattern.Of(pattern);
        return [.. All.Where(s => wildcard.IsMatch(s.Site))];
    }

    /// <summary>Stops a site and forgets it.</summary>
    public void Stop(RmfSimulator simulator)
    {
        lock (gate)
        {
            sites.Remove(simulator.Site);
        }

        Task.Run(async () => await simulator.Simulated.DisposeAsync().ConfigureAwait(false)).Wait(StopLimit);
    }

    public void Dispose()
    {
        foreach (var simulator in All)
        {
            Stop(simulator);
        }
    }
}
