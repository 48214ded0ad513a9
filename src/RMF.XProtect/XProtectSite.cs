using RMF.Engine.Ports;

namespace RMF.XProtect;

/// <summary>A logged-in XProtect site. XProtect's tokens end by themselves, so disposing closes the connections and forgets the token.</summary>
internal sealed class XProtectSite(SiteSession session, SiteInfo info, ISiteReader reader, ISiteWriter writer, ISiteCapabilities capabilities, IFrameSource frames, IStateSource states, IRecordings recordings, IReadOnlyList<IDisposable> owned) : ISite
{
    public SiteInfo Info => info;

    public TimeSpan ClockAhead => session.Gateway.Link.ServerClock.Ahead;

    public ISiteReader Reader => reader;

    public ISiteWriter Writer => writer;

    public ISiteCapabilities Capabilities => capabilities;

    public IFrameSource Frames => frames;

    public IStateSource States => states;

    public IRecordings Recordings => recordings;

    public required IOperatorActions Operator { get; init; }

    public IPolicyPublisher Publisher { get; } = new Publishing.OptionPublisher(session);

    public Task<Outcome<IReadOnlyList<ChildSite>>> ReadChildSitesAsync(CancellationToken cancellationToken) => new Reading.ChildSiteReading(session).RunAsync(cancellationToken);

    /// <summary>The token that the site hands out now, for a child that may take it.</summary>
    internal ValueTask<Outcome<Identity.BearerToken>> TokenAsync(CancellationToken cancellationToken) => session.Gateway.Tokens.GetAsync(null, cancellationToken);

    public void Dispose()
    {
        foreach (var one in owned)
        {
            one.Dispose();
        }
    }
}
