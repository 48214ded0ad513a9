using RMF.Simulator.Building;
using RMF.Simulator.Evidence;
using RMF.Simulator.ImageServer;
using RMF.Simulator.Recordings;
using RMF.Simulator.Store;

namespace RMF.Simulator.Api;

/// <summary>All that the parts of one site share.</summary>
internal sealed class SiteState : IDisposable
{
    public SiteState(WorldSite world, SimulatorOptions options)
    {
        World = world;
        Options = options;
        Clock = new SiteClock(options.TimeProvider);
        Ids = new IdSource(options.Seed ?? world.Seed, world.Name, options.NewId);
        Store = new SiteStore(Contract.ApiContract.Current);
        Hardware = new HardwareFactory(Store, Ids);
        Feeds = new CameraFeeds(this);
        ManualRecordings = new ManualRecordings(this);
        new SiteBuilder(Store, Ids, options.Personality, new Timestamp(Clock.Now)).Build(world);
    }

    public WorldSite World { get; }

    public SimulatorOptions Options { get; }

    public SiteClock Clock { get; }

    public IdSource Ids { get; }

    public SiteStore Store { get; }

    public HardwareFactory Hardware { get; }

    /// <summary>What plug-ins and clients keep in the site. Used under the store's write lock.</summary>
    public OptionTable PluginOptions { get; } = new();

    /// <summary>What the cameras deliver.</summary>
    public CameraFeeds Feeds { get; }

    /// <summary>What records by hand. Used under the store's write lock.</summary>
    public ManualRecordings ManualRecordings { get; }

    /// <summary>Used under the store's lock.</summary>
    public List<EvidenceLock> EvidenceLocks { get; } = [];

    /// <summary>What has been recorded. Set once, when the faults are there.</summary>
    public RecordingStore Recordings { get; set; } = null!;

    public Personality Personality => Options.Personality;

    public SiteObject Site => Store.All("sites")[0];

    public Timestamp Now => new(Clock.Now);

    public void Log(string line) => Options.Log?.Invoke(line);

    public void Dispose() => Store.Dispose();
}
