using System.Text.Json;
using RMF.Core.Inventory;
using RMF.Engine.Operator;
using RMF.Engine.Playback;
using RMF.Engine.Ports;
using RMF.Policy;
using RMF.Simulation.Tests.Lab;
using RMF.Simulation.Tests.Operator;
using RMF.Simulator;
using RMF.SmartClient.Model.Actions;
using RMF.SmartClient.Model.Hosting;
using RMF.SmartClient.Model.Playback;
using RMF.SmartClient.Tests.Playback;
using RMF.Testing;

namespace RMF.SmartClient.Tests.Actions;

/// <summary>A tile of a camera of two sites on sockets. The client's clock is the test's, the sites' is the machine's.</summary>
internal sealed class ActionLab : ITileCamera, IMendingScope, IAsyncDisposable
{
    private readonly OperatorLab lab;
    private readonly string camera;
    private readonly HandPlatform platform = new(new ManualTimeProvider(TimeProvider.System.GetUtcNow()), Directory.CreateTempSubdirectory("rmf-tile").FullName);
    private CameraReach reach;

    private ActionLab(OperatorLab lab, string camera, CameraReach reach)
    {
        (this.lab, this.camera, this.reach) = (lab, camera, reach);
        Policy = lab.Duo.Policy;
        Desk = new OperatorDesk(platform, () => this, Said.Add, Places);
        Playback = new PlaybackModel(this, Desk);
        Actions = new TileActions(this, Playback, Desk);
    }

    public OperatorLab Sites => lab;

    public HandPlatform Client => platform;

    public HandPlaces Places { get; } = new();

    public OperatorDesk Desk { get; }

    public PlaybackModel Playback { get; }

    public TileActions Actions { get; }

    public RedundancyPolicy Policy { get; set; }

    public List<string> Said { get; } = [];

    public IClientPlatform Platform => platform;

    public string Title => camera;

    public Side? LiveShown { get; set; }

    public bool Resumes => Now().Resumes;

    public Core.Ptz.PresetTolerance Tolerance => OperatorLab.Tolerance;

    public IReadOnlyList<InconsistencyRecord> Records => Desk.Store.Load().TryGet(out var records, out var failure) ? records.Inconsistencies : throw new InvalidOperationException(failure.Message);

    public static async Task<ActionLab> StartAsync(string camera = OperatorLab.Dome)
    {
        var started = await OperatorLab.StartAsync(new DuoOptions { Sockets = true });
        return new ActionLab(started, camera, await started.ReachAsync());
    }

    public string IdOf(Side side) => OperatorLab.Camera(reach, camera).On(side)!.Id;

    /// <summary>Reads who answers anew; a side may be left out as if it did not.</summary>
    public async Task ReachAsync(Side? without = null) => reach = await lab.ReachAsync(without);

    /// <summary>The site of a side cannot be asked any more, though the camera is known there.</summary>
    public void Lose(Side side)
    {
        var name = lab.Site(side).Name;
        reach = reach with
        {
            Sites = reach.Sites.Where(s => s.Key != name).ToDictionary(s => s.Key, s => s.Value),
            Away = new Dictionary<string, SiteError?> { [name] = new SiteError(SiteErrorKind.Unreachable, name, "connect", $"{name} does not answer.", "Wait.") },
        };
    }

    public CameraNow Now()
    {
        var known = OperatorLab.Camera(reach, camera);
        return new CameraNow(known, new RecordedPair(camera, Source(known.Primary), Source(known.Secondary)), reach with { Cameras = [known] }, Policy);
    }

    public CameraReach Reach(OperatorRecords records) => reach;

    public void Log(string text) => Said.Add(text);

    /// <summary>Presses a button and waits until all is done.</summary>
    public async Task PressAsync(Model.Binding.ModelCommand command, object? parameter = null)
    {
        Assert.True(command.CanExecute(parameter), command.WhyNot ?? "It is not offered.");
        command.Execute(parameter);
        await platform.UntilAsync(() => !Actions.IsBusy, "the action has ended");
    }

    /// <summary>Lines of the log of actions: action, side and status.</summary>
    public List<string> Audit()
        => [.. File.ReadLines(Path.Combine(Desk.Folder, "actions.jsonl")).Select(l => JsonDocument.Parse(l).RootElement).Select(e => $"{e.GetProperty("action").GetString()}|{e.GetProperty("side").GetString()}|{e.GetProperty("status").GetString()}")];

    public async Task<(bool Primary, bool Secondary)> RecordsAsync() => (await RecordsAsync(Side.Primary), await RecordsAsync(Side.Secondary));

    public async ValueTask DisposeAsync()
    {
        Actions.Dispose();
        Playback.Dispose();
        await Desk.DisposeAsync();
        await lab.DisposeAsync();
        Directory.Delete(platform.DataFolder, recursive: true);
    }

    private async Task<bool> RecordsAsync(Side side)
    {
        var full = await lab.ReachAsync();
        var there = OperatorLab.Camera(full, camera).On(side)!;
        var read = await full.Sites[there.Site].Operator.Recording.ReadAsync([there.Recorded!.Value], default);
        Assert.Null(read[there.Recorded.Value].Error);
        return read[there.Recorded.Value].Value;
    }

    private RecordedSource? Source(SideCamera? on)
        => on is null ? null : new RecordedSource(reach.Sites.TryGetValue(on.Site, out var site) ? site.Recordings : new UnreachableRecordings(reach.WhyAway(on.Site)), new RecordedCamera(on.Id, on.RecorderId ?? ""), on.Site, "");
}
