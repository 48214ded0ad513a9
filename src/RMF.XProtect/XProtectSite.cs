using RMF.Engine.Ports;

namespace RMF.XProtect;

/// <summary>A logged-in XProtect site. XProtect's tokens end by themselves, so disposing closes the connections and forgets the token.</summary>
internal sealed class XProtectSite(SiteInfo info, ISiteReader reader, ISiteWriter writer, ISiteCapabilities capabilities, IReadOnlyList<IDisposable> owned) : ISite
{
    public SiteInfo Info => info;

    public ISiteReader Reader => reader;

    public ISiteWriter Writer => writer;

    public ISiteCapabilities Capabilities => capabilities;

    public void Dispose()
    {
        foreach (var one in owned)
        {
            one.Dispose();
        }
    }
}
