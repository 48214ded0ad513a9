using RMF.Engine.Ports;

namespace RMF.SmartClient.Tests.Fakes;

/// <summary>A site that keeps what RMF publishes, and does nothing else.</summary>
internal sealed class FakeSite : ISite
{
    private readonly string name;

    public FakeSite(string name = "site", MemoryOptions? options = null)
    {
        this.name = name;
        Options = options ?? new MemoryOptions();
    }

    public MemoryOptions Options { get; }

    public int Disposals { get; private set; }

    public SiteInfo Info => new(name, name, "", "25.2", new Uri("http://127.0.0.1/"), "anna");

    public TimeSpan ClockAhead => TimeSpan.Zero;

    public ISiteReader Reader => throw new NotSupportedException();

    public ISiteWriter Writer => throw new NotSupportedException();

    public ISiteCapabilities Capabilities => throw new NotSupportedException();

    public IFrameSource Frames => throw new NotSupportedException();

    public IStateSource States => throw new NotSupportedException();

    public IRecordings Recordings => throw new NotSupportedException();

    public IOperatorActions Operator => throw new NotSupportedException();

    public IPolicyPublisher Publisher => Options;

    /// <summary>The same site by another name.</summary>
    public FakeSite As(string other) => new(other, Options);

    public Task<Outcome<IReadOnlyList<ChildSite>>> ReadChildSitesAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public void Dispose() => Disposals++;
}
