using RMF.Core.Inventory;
using RMF.Core.Ptz;
using RMF.Engine.Operator;
using RMF.Engine.Ports;
using RMF.Simulation.Tests.Kinds;
using RMF.Simulation.Tests.Lab;
using RMF.Simulator;

namespace RMF.Simulation.Tests.Operator;

/// <summary>Two synchronised sites, lines to them that may be cut, and what operators' actions need.</summary>
internal sealed class OperatorLab : IAsyncDisposable
{
    public const string Dome = "Yard dome";
    public const string Hall = "Hall";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("rmf-operator-");
    private readonly Dictionary<string, Line> lines;

    private OperatorLab(Duo duo, Dictionary<string, Line> lines)
    {
        Duo = duo;
        this.lines = lines;
        Store = new OperatorStore(folder.FullName, duo.Time);
        Sides = new BothSides(Store, new ActionLog(folder.FullName, "tester"), Tolerance, duo.Time);
        Mending = new Mending(Store, Sides, duo.Time);
    }

    public static PresetTolerance Tolerance { get; } = new(0.005, 0.005, 0.01);

    public Duo Duo { get; }

    public OperatorStore Store { get; }

    public BothSides Sides { get; }

    public Mending Mending { get; }

    public string LogPath => Path.Combine(folder.FullName, "actions.jsonl");

    public string RecordsPath => Path.Combine(folder.FullName, "records.json");

    public IReadOnlyList<InconsistencyRecord> Records
    {
        get
        {
            Assert.True(Store.Load().TryGet(out var records, out var failure), failure?.Message);
            return records.Inconsistencies;
        }
    }

    public IReadOnlyList<WatchedRecording> Watched
    {
        get
        {
            Assert.True(Store.Load().TryGet(out var records, out var failure), failure?.Message);
            return records.Recordings;
        }
    }

    public SimulatedSite Site(Side side) => side == Side.Primary ? Duo.Primary : Duo.Secondary;

    public Line LineTo(Side side) => lines[Site(side).Name];

    public static async Task<OperatorLab> StartAsync(DuoOptions? options = null, World? world = null)
    {
        var made = new Dictionary<string, Line>(StringComparer.Ordinal) { ["north"] = new(), ["south"] = new() };
        var duo = await Duo.StartAsync(world ?? KindWorld.Make(), d => Texts.TwoSites(d), (options ?? new DuoOptions()) with { Wrap = (name, handler) => made[name].Over(handler) });
        var report = await duo.SyncAsync();
        Assert.True(report.Result == Engine.Runs.RunResultCode.InWantedState, Duo.Describe(report));
        return new OperatorLab(duo, made);
    }

    /// <summary>Both sides' cameras; without the site of a side as if nobody could log in there.</summary>
    public async Task<CameraReach> ReachAsync(Side? without = null)
    {
        var sites = (await Duo.SitesAsync()).All.Where(s => without is not { } away || s.Info.Name != Site(away).Name).ToList();
        var read = await new CameraReading(Duo.Policy, Duo.Store).ReadAsync(sites, new Dictionary<string, SiteError?>(), CancellationToken.None);
        Assert.True(read.TryGet(out var reach, out var failure), failure?.Message);
        return reach;
    }

    public static OperatorCamera Camera(CameraReach reach, string name = Dome) => reach.Cameras.Single(c => c.Name == name);

    /// <summary>Carries an intent out on both sides of a camera; the outcomes of the primary and of the secondary.</summary>
    public async Task<(SideOutcome Primary, SideOutcome Secondary)> BothAsync(OperatorIntent intent, CameraReach? reach = null, string camera = Dome)
    {
        reach ??= await ReachAsync();
        var result = await Sides.RunAsync([.. SideAction.OnBoth(Camera(reach, camera), intent)], reach, Remembering.WhenOtherSideDid, CancellationToken.None);
        Assert.Null(result.NotRemembered);
        Assert.Null(result.NotLogged);
        if (intent.IsRecording)
        {
            Assert.Null(await Mending.WatchAsync(result.Outcomes, CancellationToken.None));
        }

        return (result.Outcomes[0], result.Outcomes[1]);
    }

    public async Task<IReadOnlyList<InconsistencyRecord>> FindAsync(CameraReach? reach = null, bool resumes = true)
    {
        var found = await Mending.FindAsync(reach ?? await ReachAsync(), resumes, CancellationToken.None);
        Assert.True(found.TryGet(out var records, out var failure), failure?.Message);
        return records;
    }

    /// <summary>Finds and mends.</summary>
    public async Task<IReadOnlyList<SideOutcome>> MendAsync(CameraReach? reach = null)
    {
        reach ??= await ReachAsync();
        return (await Mending.MendAsync(await FindAsync(reach), reach, CancellationToken.None)).Outcomes;
    }

    /// <summary>Names of the presets that a side's server holds for the dome, in no order.</summary>
    public List<string> Names(Side side) => [.. Site(side).Data.List("ptzPresets").Select(p => p.Name)];

    public object? Preset(Side side, string name, string member) => Site(side).Data.Get("ptzPresets", name, member);

    public async ValueTask DisposeAsync()
    {
        await Duo.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
