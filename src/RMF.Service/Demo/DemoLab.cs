using RMF.Policy;
using RMF.Simulator;

namespace RMF.Service.Demo;

/// <summary>Two simulated sites on loopback sockets, and the example policy pointed at them.</summary>
internal sealed class DemoLab : IAsyncDisposable
{
    private readonly List<SimulatedSite> sites = [];
    private readonly string folder = Directory.CreateTempSubdirectory("rmf-demo-").FullName;

    public IReadOnlyList<SimulatedSite> Sites => sites;

    public string StatePath => Path.Combine(folder, "demo.rmfstate.json");

    public string ExportFolder => Path.Combine(folder, "export");

    public IReadOnlyDictionary<string, string> Passwords => sites.ToDictionary(s => $"RMF_{s.Name.ToUpperInvariant()}_PASSWORD", s => s.Password, StringComparer.Ordinal);

    public SimulatedSite this[string name] => sites.Single(s => s.Name == name);

    public async Task StartAsync(string world)
    {
        foreach (var site in World.Load(world).Sites)
        {
            var simulated = new SimulatedSite(site, new SimulatorOptions { TimeProvider = TimeProvider.System });
            sites.Add(simulated);
            await simulated.ListenAsync().ConfigureAwait(false);
        }
    }

    /// <summary>The policy, with each site's address replaced by the simulated one's.</summary>
    public RedundancyPolicy Point(RedundancyPolicy policy) => policy with
    {
        Sites = policy.Sites.ToDictionary(s => s.Key, s => s.Value with { Uri = this[s.Key].BaseUri }, StringComparer.Ordinal),
    };

    public async ValueTask DisposeAsync()
    {
        foreach (var site in sites)
        {
            await site.DisposeAsync().ConfigureAwait(false);
        }

        Directory.Delete(folder, recursive: true);
    }
}
