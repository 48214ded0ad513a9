using System.Collections.Concurrent;
using RMF.Engine.Ports;
using RMF.Policy.Publishing;

namespace RMF.SmartClient.Tests.Fakes;

/// <summary>Options in memory. Thread-safe.</summary>
internal sealed class MemoryOptions : IPolicyPublisher
{
    private int reads;

    public ConcurrentDictionary<Guid, string> Texts { get; } = new();

    /// <summary>Why it cannot be read; null when it can.</summary>
    public SiteError? Failure { get; set; }

    /// <summary>Thrown by each reading, where it is set.</summary>
    public Exception? Thrown { get; set; }

    /// <summary>Each reading waits for it.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    public int Reads => Volatile.Read(ref reads);

    /// <summary>Puts a policy there, as a publication does.</summary>
    public MemoryOptions Publish(PublishedPolicy policy)
    {
        var (head, parts) = PolicyEnvelope.Write(policy, 0);
        for (var i = 0; i < parts.Count; i++)
        {
            Texts[PublishedOptions.Part(0, i)] = parts[i];
        }

        Texts[PublishedOptions.Head] = head;
        return this;
    }

    public async Task<Outcome<string>> ReadAsync(Guid option, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref reads);
        await Gate.WaitAsync(cancellationToken);
        return Thrown is { } thrown ? throw thrown
            : Failure is { } failure ? failure
            : Outcome<string>.Of(Texts.GetValueOrDefault(option, ""));
    }

    public Task<SiteError?> WriteAsync(Guid option, string xml, CancellationToken cancellationToken)
    {
        Texts[option] = xml;
        return Task.FromResult<SiteError?>(null);
    }
}
