using RMF.Engine.Ports;
using RMF.Engine.Tests.Fakes;

namespace RMF.SmartClient.Tests.Fakes;

/// <summary>A site in memory that keeps options and nothing else.</summary>
internal sealed class FakeSite(string name) : ISite
{
    private FakeSite? server;

    public MemoryPublisher Published { get; private init; } = new();

    public IPolicyPublisher? OtherPublisher { get; set; }

    public bool IsDisposed { get; private set; }

    /// <summary>Another connection to it, by a name.</summary>
    public FakeSite As(string called) => new(called) { Published = Published, server = this };

    public SiteInfo Info { get; } = new(name, name.ToUpperInvariant(), "id-" + name, "25.2.1.1", new Uri($"http://{name.Replace(" ", "-", StringComparison.Ordinal)}.example/"), "op");

    public TimeSpan ClockAhead => TimeSpan.Zero;

    public ISiteReader Reader => throw new NotSupportedException();

    public ISiteWriter Writer => throw new NotSupportedException();

    public ISiteCapabilities Capabilities => throw new NotSupportedException();

    public IFrameSource Frames => throw new NotSupportedException();

    public IStateSource States => throw new NotSupportedException();

    public IRecordings Recordings => throw new NotSupportedException();

    public IOperatorActions Operator => throw new NotSupportedException();

    public IPolicyPublisher Publisher => server?.OtherPublisher ?? OtherPublisher ?? Published;

    public Task<Outcome<IReadOnlyList<ChildSite>>> ReadChildSitesAsync(CancellationToken cancellationToken) => Task.FromResult(Outcome<IReadOnlyList<ChildSite>>.Of([]));

    public void Dispose()
    {
        IsDisposed = true;
        if (server is not null)
        {
            server.IsDisposed = true;
        }
    }
}
