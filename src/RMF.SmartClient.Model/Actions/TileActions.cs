using RMF.Core.Inventory;
using RMF.Core.Playback;
using RMF.Engine.Operator;
using RMF.Engine.Playback;
using RMF.SmartClient.Model.Binding;
using RMF.SmartClient.Model.Export;
using RMF.SmartClient.Model.Files;
using RMF.SmartClient.Model.Hosting;
using RMF.SmartClient.Model.Playback;
using RMF.SmartClient.Model.Presets;
using RMF.SmartClient.Model.Tiles;

namespace RMF.SmartClient.Model.Actions;

/// <summary>
/// What an operator does with a tile's camera, on both sides. Without the right to it an action is not offered; where the client cannot tell, it is, and
/// a refusal is shown. Belongs to the user interface's thread.
/// </summary>
public sealed class TileActions : TellingModel, IDisposable
{
    /// <summary>The shortest time between two looks at whether the camera records.</summary>
    public static readonly TimeSpan RefreshAfter = TimeSpan.FromSeconds(5);

    /// <summary>How often it is looked at while it records: the server may end it by itself.</summary>
    public static readonly TimeSpan RecordingPeriod = TimeSpan.FromSeconds(30);

    /// <summary>How long a message stays that nothing is to be done about. A warning stays until it is dismissed or another one comes.</summary>
    public static readonly TimeSpan MessageStays = TimeSpan.FromSeconds(15);

    private const string UnderWay = "It is under way.";

    private readonly ITileCamera camera;
    private readonly PlaybackModel playback;
    private readonly OperatorDesk desk;
    private readonly BackgroundWork work;
    private readonly ITimer timer;
    private readonly ITimer fading;
    private DateTimeOffset? lookedAt;
    private long saidAt;
    private int underWay;
    private int bookmarks;

    /// <param name="tile">The tile.</param>
    /// <param name="playback">Its recorded video; what is shown there is what a snapshot, a bookmark and an export are of.</param>
    /// <param name="desk">What the client's tiles share.</param>
    public TileActions(TileModel tile, PlaybackModel playback, OperatorDesk desk)
        : this(new TileCamera(tile), playback, desk)
    {
    }

    internal TileActions(ITileCamera camera, PlaybackModel playback, OperatorDesk desk)
    {
        this.camera = camera;
        this.playback = playback;
        this.desk = desk;
        work = new BackgroundWork(camera.Platform);
        Record = new ModelCommand("Record", _ => ToggleRecording());
        Bookmark = new ModelCommand("Bookmark", header => SetBookmark(header as string ?? ""));
        Snapshot = new ModelCommand("Snapshot", _ => TakeSnapshot());
        Presets = new ModelCommand("Presets", _ => PresetsAsked?.Invoke(this, new AskedEventArgs<PresetListModel>(new PresetListModel(camera, desk))));
        Export = new ModelCommand("Export", _ => ExportAsked?.Invoke(this, new AskedEventArgs<ExportHelpModel>(new ExportHelpModel(camera, desk, playback.IsOpen ? playback.Position : null))));
        Commands = [Record, Bookmark, Snapshot, Presets, Export];
        desk.Mended += OnMended;
        playback.PropertyChanged += OnPlayback;
        timer = camera.Platform.Time.CreateTimer(static s => ((TileActions)s!).OnTick(), this, RecordingPeriod, RecordingPeriod);
        fading = camera.Platform.Time.CreateTimer(static s => ((TileActions)s!).OnFading(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Offer(camera.Now());
    }

    /// <summary>The list of presets is to be opened.</summary>
    public event EventHandler<AskedEventArgs<PresetListModel>>? PresetsAsked;

    /// <summary>The help for exports is to be opened.</summary>
    public event EventHandler<AskedEventArgs<ExportHelpModel>>? ExportAsked;

    /// <summary>A picture was taken: the view sets where it is to be written.</summary>
    public event EventHandler<SnapshotAskedEventArgs>? SnapshotAsked;

    /// <summary>The buttons, in their order.</summary>
    public IReadOnlyList<ModelCommand> Commands { get; }

    /// <summary>Starts manual recording on both sides, or stops it. Checked while a side records.</summary>
    public ModelCommand Record { get; }

    /// <summary>Sets a bookmark on both sides at the time that is shown. The parameter, a string, is what it is called.</summary>
    public ModelCommand Bookmark { get; }

    /// <summary>Takes the picture that is shown; see <see cref="SnapshotAsked"/>.</summary>
    public ModelCommand Snapshot { get; }

    /// <summary>Opens the list of presets.</summary>
    public ModelCommand Presets { get; }

    /// <summary>Opens the help for exports.</summary>
    public ModelCommand Export { get; }

    /// <summary>An action is under way.</summary>
    public bool IsBusy => underWay > 0;

    /// <summary>What runs, for tests.</summary>
    internal BackgroundWork Work => work;

    /// <summary>Looks at rights and at whether the camera records. To be called when the buttons become visible; more often than every five seconds does nothing.</summary>
    public void Refresh()
    {
        var at = camera.Platform.Time.GetUtcNow();
        if (work.IsEnded || (lookedAt is { } before && at - before < RefreshAfter))
        {
            return;
        }

        lookedAt = at;
        var now = camera.Now();
        Offer(now);
        if (Record.IsOffered && Record.IsEnabled)
        {
            work.Run(c => Recordings.ReadAsync(now, c), isOn => Record.IsChecked = isOn ?? Record.IsChecked, _ => { });
        }
    }

    /// <summary>Takes the message away.</summary>
    public void Dismiss() => Say("", false);

    /// <inheritdoc/>
    public void Dispose()
    {
        desk.Mended -= OnMended;
        playback.PropertyChanged -= OnPlayback;
        timer.Dispose();
        fading.Dispose();
        work.Dispose();
    }

    private void OnTick() => camera.Platform.Post(() =>
    {
        if (Record.IsChecked)
        {
            Refresh();
        }
    });

    private void OnPlayback(object? sender, System.ComponentModel.PropertyChangedEventArgs e)
    {
        if (e.PropertyName is nameof(PlaybackModel.Shown) or nameof(PlaybackModel.IsOpen) && Snapshot.WhyNot != UnderWay)
        {
            Snapshot.WhyNot = NoPicture;
        }
    }

    private string? NoPicture => playback is { IsOpen: true, Shown: null } ? "Nothing is shown here." : null;

    private void Offer(CameraNow now)
    {
        Record.IsOffered = May(ClientRight.Record, now);
        Bookmark.IsOffered = May(ClientRight.Bookmark, now);
        Snapshot.IsOffered = now.Sides.Any(s => camera.Platform.May(playback.IsOpen ? ClientRight.Playback : ClientRight.Live, now.Camera.On(s)!.Id) != false);
        Presets.IsOffered = May(ClientRight.Ptz, now);
        Export.IsOffered = now.Sides.Any(s => camera.Platform.May(ClientRight.Export, now.Camera.On(s)!.Id) != false);
    }

    // What is done on both sides needs the right on both. Where the client cannot tell, the attempt does.
    private bool May(ClientRight right, CameraNow now) => now.Sides.All(s => camera.Platform.May(right, now.Camera.On(s)!.Id) != false);

    private void ToggleRecording()
    {
        var (now, on) = (camera.Now(), !Record.IsChecked);
        Run(
            Record,
            on ? "Starting to record …" : "Stopping to record …",
            c => Recordings.SetAsync(desk, now, on, c),
            result =>
            {
                Record.IsChecked = result.Outcomes.Any(o => o.IsDone) ? on : Record.IsChecked;
                Say(OutcomeWords.Of(on ? "Recording started" : "Recording stopped", result), OutcomeWords.IsWarning(result));
            });
    }

    private void SetBookmark(string header)
    {
        var now = camera.Now();
        var intent = Bookmarks.Of(camera.Platform, now, header, playback.IsOpen ? playback.Position : camera.Platform.Time.GetUtcNow(), ++bookmarks);
        Run(
            Bookmark,
            "Setting a bookmark …",
            c => desk.Sides(now.Tolerance).RunAsync(now.On(intent), now.Reach, now.IsPaired ? Remembering.WhenOtherSideDid : Remembering.Never, c),
            result => Say(OutcomeWords.Of($"Bookmark {intent.Subject} set", result), OutcomeWords.IsWarning(result)));
    }

    private void TakeSnapshot()
    {
        var now = camera.Now();
        DateTimeOffset? at = playback.IsOpen ? playback.Position : null;
        var side = (playback.IsOpen ? playback.Shown : camera.LiveShown) ?? now.Preference.Preferred;
        var snapshots = new Snapshots(desk.Recordings, new PlaybackPreference(side, SkipGaps: true), null);
        Run(Snapshot, "Taking a picture …", c => snapshots.TakeAsync(now.Recorded, at, c), taken => OnTaken(taken, side));
    }

    private void OnTaken(TakenPicture taken, Side wanted)
    {
        var why = string.Concat(taken.Errors.Select(e => $"\n{e.Side}: {OutcomeWords.Of(e.Error)}"));
        if (taken.Frame is not { } frame)
        {
            Say("No picture was taken." + (why.Length > 0 ? why : " Neither side has one of this time."), true);
            return;
        }

        var asked = new SnapshotAskedEventArgs(TakenPicture.FileName(camera.Title, frame.Time, taken.Side), taken.Side, frame.Time, frame.Jpeg);
        SnapshotAsked?.Invoke(this, asked);
        if (asked.Path is not { Length: > 0 } path)
        {
            Say("", false);
            return;
        }

        var instead = taken.Side == wanted ? "" : $"\nThe {OutcomeWords.Of(wanted)}, which is shown, gave none.{why}";
        Run(Snapshot, "Writing the picture …", _ => Task.FromResult(WholeFile.Write(path, file => file.Write(frame.Jpeg.ToArray(), 0, frame.Jpeg.Length))), problem => Say(
            problem is null ? $"The picture of the {OutcomeWords.Of(taken.Side)} was written to {path}.{instead}" : $"The picture could not be written to {path}: {problem} Choose another folder.",
            problem is not null || instead.Length > 0));
    }

    private void Run<T>(ModelCommand command, string begun, Func<CancellationToken, Task<T>> what, Action<T> shown)
    {
        command.WhyNot = UnderWay;
        underWay++;
        Tell(nameof(IsBusy));
        Say(begun, false);
        work.Run(
            what,
            result =>
            {
                End(command);
                shown(result);
            },
            problem =>
            {
                End(command);
                Say(problem is null ? "Cancelled." : $"Not done: {problem}", true);
            });
    }

    private void End(ModelCommand command)
    {
        underWay--;
        Tell(nameof(IsBusy));
        command.WhyNot = ReferenceEquals(command, Snapshot) ? NoPicture : null;
    }

    private protected override void Say(string text, bool warning)
    {
        base.Say(text, warning);
        saidAt = camera.Platform.Time.GetTimestamp();
        fading.Change(text.Length > 0 && !warning ? MessageStays : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    private void OnFading() => camera.Platform.Post(() =>
    {
        // What is under way is told until it is over, and another message may have come since.
        if (!IsBusy && !IsWarning && camera.Platform.Time.GetElapsedTime(saidAt) >= MessageStays)
        {
            Dismiss();
        }
    });

    private void OnMended(object? sender, AskedEventArgs<BothSidesResult> e)
    {
        var now = camera.Now().Camera;
        var mine = e.Model.Outcomes.Where(o => o.IsDone && o.Action.Target is { } target && now.On(o.Action.Side)?.Id == target.Id).ToList();
        if (mine.Count > 0 && !IsBusy)
        {
            Say($"The {OutcomeWords.Of(mine[0].Action.Side)} answers again and has now what it lacked: {string.Join(", ", mine.Select(o => o.Action.Intent.ToString()).Distinct(StringComparer.Ordinal))}.", false);
        }
    }
}
