using RMF.Core.Inventory;
using RMF.Core.Playback;
using RMF.Core.Ptz;
using RMF.Engine.Operator;
using RMF.Engine.Playback;
using RMF.Engine.Ports;
using RMF.Policy;
using RMF.SmartClient.Model.Actions;
using RMF.SmartClient.Model.Hosting;
using RMF.SmartClient.Model.Playback;

namespace RMF.SmartClient.Tests.Acting;

/// <summary>A tile of one camera on two sides that a test holds in its hands. Times count in seconds from an hour before now.</summary>
internal sealed class TileLab : ITileCamera, ICameraPlaces, IMendingScope, IAsyncDisposable
{
    public const string Name = "Quay 3";

    public TileLab()
    {
        Desk = new OperatorDesk(Client, () => this, Logged.Add, this);
        Playback = new PlaybackModel(this, Desk);
        Actions = new TileActions(this, Playback, Desk);
        Origin = Client.Clock.GetUtcNow().AddHours(-1);
    }

    public FakeClient Client { get; } = new();

    public FakeSide Primary { get; } = new("north", "aaaaaaaa-0000-4000-8000-000000000001");

    public FakeSide Secondary { get; } = new("south", "bbbbbbbb-0000-4000-8000-000000000002");

    public FakeController Controller { get; } = new();

    public OperatorDesk Desk { get; }

    public PlaybackModel Playback { get; }

    public TileActions Actions { get; }

    public List<string> Logged { get; } = [];

    public DateTimeOffset Origin { get; }

    public RedundancyPolicy Policy { get; set; } = new();

    public bool IsPaired { get; set; } = true;

    /// <summary>Where the camera looks; null = it does not tell.</summary>
    public CameraPlace? Place { get; set; } = new CameraPlace(0.5, -0.25, 0.1);

    public Side? LiveShown { get; set; } = Side.Primary;

    public IClientPlatform Platform => Client;

    public string Title => Name;

    bool IMendingScope.Resumes => Policy.Recording.ResumeOnReturn;

    PresetTolerance IMendingScope.Tolerance => Now().Tolerance;

    public IReadOnlyList<InconsistencyRecord> Records
    {
        get
        {
            Assert.True(Desk.Store.Load().TryGet(out var records, out var failure), failure?.Message);
            return records.Inconsistencies;
        }
    }

    public string ActionLog => File.Exists(Path.Combine(Desk.Folder, "actions.jsonl")) ? File.ReadAllText(Path.Combine(Desk.Folder, "actions.jsonl")) : "";

    public FakeSide On(Side side) => side == Side.Primary ? Primary : Secondary;

    public CameraNow Now()
    {
        var camera = new OperatorCamera(Name, Camera(Primary, "north"), IsPaired ? Camera(Secondary, "south") : null);
        var sites = new Dictionary<string, ISite>(StringComparer.Ordinal) { ["north"] = Primary };
        if (IsPaired)
        {
            sites["south"] = Secondary;
        }

        return new CameraNow(camera, new RecordedPair(Name, Source(Primary, "north"), IsPaired ? Source(Secondary, "south") : null), new CameraReach([camera], sites, new Dictionary<string, SiteError?>(StringComparer.Ordinal)), Policy);
    }

    CameraReach IMendingScope.Reach(OperatorRecords records) => Now().Reach;

    public void Log(string text) => Logged.Add(text);

    public Task<Outcome<CameraPlace>> ReadAsync(string cameraId, CancellationToken cancellationToken)
        => Task.FromResult<Outcome<CameraPlace>>(Place is { } place ? place : new SiteError(SiteErrorKind.NotSupported, "north", "ask", "The camera does not tell where it looks.", "Use a preset of the Management Client."));

    public DateTimeOffset At(double seconds) => Origin.AddSeconds(seconds);

    public TimeRangeSet Set(params (double Begin, double End)[] ranges) => TimeRangeSet.Of(ranges.Select(r => new TimeRange(At(r.Begin), At(r.End))));

    /// <summary>Both sides have recorded the last day, all of it.</summary>
    public void RecordAll() => Primary.Sequences = Secondary.Sequences = Set((-86_400, 3_600));

    /// <summary>Follows the controller, which stands at a time, and waits for both sides' first answers.</summary>
    public async Task OpenAsync(double at, PlaybackMode mode = PlaybackMode.Stop, double speed = 1)
    {
        (Controller.Time, Controller.Mode, Controller.Speed) = (At(at), mode, speed);
        Playback.Open(Controller);
        await SettleAsync();
    }

    /// <summary>Waits for what was asked.</summary>
    public Task SettleAsync() => Client.UntilAsync(() => Playback.Reading is not { } reading || reading.IsIdle, "both sides have answered");

    /// <summary>Lets the controller play.</summary>
    public async Task PlayAsync(double seconds)
    {
        for (var i = 0; i < seconds; i++)
        {
            Client.Clock.Advance(TimeSpan.FromSeconds(1));
            Controller.Move(Controller.Time.AddSeconds(Controller.Mode == PlaybackMode.Stop ? 0 : Controller.Mode == PlaybackMode.Reverse ? -Controller.Speed : Controller.Speed));
            await SettleAsync();
        }
    }

    /// <summary>The operator moves the controller.</summary>
    public async Task SeekAsync(double to)
    {
        Client.Clock.Advance(TimeSpan.FromMilliseconds(100));
        Controller.Move(At(to));
        await SettleAsync();
    }

    public Task DoneAsync() => Client.UntilAsync(() => !Actions.IsBusy, "the action is over");

    public async ValueTask DisposeAsync()
    {
        Playback.Dispose();
        Actions.Dispose();
        await Desk.DisposeAsync();
        Client.Dispose();
    }

    private static SideCamera Camera(FakeSide side, string site) => new(site, side.CameraId) { RecorderId = "rec-" + site };

    private static RecordedSource Source(FakeSide side, string site) => new(side, new RecordedCamera(side.CameraId, "rec-" + site), site, "REC-" + site);
}
