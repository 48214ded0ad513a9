using RMF.Engine.Ports;

namespace RMF.Engine.Runs;

/// <summary>The logged-in sites of one run or one session. Owns them when told so.</summary>
public sealed class SiteSet : IDisposable
{
    private readonly Dictionary<string, ISite> sites;
    private readonly bool owns;

    /// <param name="owns">True: disposing this logs the sites out.</param>
    public SiteSet(IEnumerable<ISite> sites, bool owns)
    {
        this.sites = sites.ToDictionary(s => s.Info.Name, StringComparer.Ordinal);
        this.owns = owns;
    }

    public IReadOnlyCollection<ISite> All => sites.Values;

    public ISite this[string name] => sites[name];

    public void Dispose()
    {
        if (owns)
        {
            foreach (var site in sites.Values)
            {
                site.Dispose();
            }
        }
    }
}
