using System.Collections.Concurrent;
using RMF.Engine.Ports;

namespace RMF.Engine.Tests.Fakes;

/// <summary>Options in memory. Thread-safe.</summary>
internal sealed class MemoryPublisher : IPolicyPublisher
{
    private int writes;

    public ConcurrentDictionary<Guid, string> Options { get; } = [];

    public int Writes => writes;

    /// <summary>Why it cannot be reached; null when it can.</summary>
    public SiteError? Failure { get; set; }

    /// <summary>Looks at each write before it is done; an error refuses it.</summary>
    public Func<Guid, string, SiteError?> OnWrite { get; set; } = (_, _) => null;

    /// <summary>Happens after each read, e.g. somebody else's write.</summary>
    public Action<Guid> AfterRead { get; set; } = _ => { };

    public Task<Outcome<string>> ReadAsync(Guid option, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Failure is { } failure)
        {
            return Task.FromResult<Outcome<string>>(failure);
        }

        var text = Options.GetValueOrDefault(option, "");
        AfterRead(option);
        return Task.FromResult(Outcome<string>.Of(text));
    }

    public Task<SiteError?> WriteAsync(Guid option, string xml, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if ((Failure ?? OnWrite(option, xml)) is { } failure)
        {
            return Task.FromResult<SiteError?>(failure);
        }

        Interlocked.Increment(ref writes);
        Options[option] = xml;
        return Task.FromResult<SiteError?>(null);
    }
}
