using System.Collections.ObjectModel;
using RMF.Core.Playback;
using RMF.Core.Playback.Export;
using RMF.Engine.Playback;
using RMF.Engine.Playback.Export;
using RMF.Engine.Playback.Export.Check;
using RMF.Engine.Runs;
using RMF.SmartClient.Model.Actions;
using RMF.SmartClient.Model.Binding;

namespace RMF.SmartClient.Model.Export;

/// <summary>
/// Shows what an export takes from which side, and carries it out. What no side has must be accepted before it begins. Belongs to the user interface's
/// thread. Disposing it cancels what is under way, and nothing half written is left.
/// </summary>
public sealed class ExportHelpModel : ExportForm, IDisposable
{
    private readonly ITileCamera camera;
    private readonly OperatorDesk desk;
    private readonly BackgroundWork work;
    private readonly TimeZoneInfo zone;
    private CancellationTokenSource? cancelling;
    private PreparedExport? prepared;
    private ExportProgressRelay? relay;
    private string planText = "";
    private string progressText = "";
    private string? manifestPath;
    private double progress;

    /// <param name="camera">The camera.</param>
    /// <param name="desk">Reads the recordings.</param>
    /// <param name="shownAt">The recorded time that is shown, UTC; null = live video is shown.</param>
    internal ExportHelpModel(ITileCamera camera, OperatorDesk desk, DateTimeOffset? shownAt)
        : this(camera, desk, ExportRange.Around(shownAt, camera.Platform.Time.GetUtcNow()))
    {
    }

    private ExportHelpModel(ITileCamera camera, OperatorDesk desk, TimeRange range)
        : base(ExportRange.Text(range.Begin, camera.Platform.Time.LocalTimeZone), ExportRange.Text(range.End, camera.Platform.Time.LocalTimeZone), new VideoExporter(camera.Platform.Time).Formats())
    {
        this.camera = camera;
        this.desk = desk;
        work = new BackgroundWork(camera.Platform);
        zone = camera.Platform.Time.LocalTimeZone;
        Plan = new ModelCommand("Plan", _ => MakePlan());
        FetchFromCamera = new ModelCommand("Fetch from the camera", _ => Fetch());
        Start = new ModelCommand("Export", _ => Write());
        Cancel = new ModelCommand("Cancel", _ => cancelling?.Cancel());
        Check = new ModelCommand("Check", _ => CheckFiles());
        Offer();
    }

    /// <summary>The camera's name.</summary>
    public string Title => camera.Title;

    /// <summary>Reads both sides and plans.</summary>
    public ModelCommand Plan { get; }

    /// <summary>What is taken, in order of time.</summary>
    public ObservableCollection<ExportSegmentRow> Segments { get; } = [];

    /// <summary>What is missing, in order of time.</summary>
    public ObservableCollection<ExportHoleRow> Holes { get; } = [];

    /// <summary>The plan in a sentence; empty before one.</summary>
    public string PlanText
    {
        get => planText;
        private set => Set(ref planText, value);
    }

    /// <summary>The plan has holes: they must be accepted.</summary>
    public bool HasHoles => prepared is { Plan.IsWhole: false };

    /// <summary>Has the recording servers fetch from the camera's own storage what both lack, and plans again.</summary>
    public ModelCommand FetchFromCamera { get; }

    /// <summary>Carries it out.</summary>
    public ModelCommand Start { get; }

    /// <summary>Ends what is under way.</summary>
    public ModelCommand Cancel { get; }

    /// <summary>Compares the files that were written with their manifest.</summary>
    public ModelCommand Check { get; }

    /// <summary>Something is under way.</summary>
    public bool IsBusy => cancelling is not null;

    /// <summary>How much is done, 0 to 1.</summary>
    public double Progress
    {
        get => progress;
        private set => Set(ref progress, value);
    }

    /// <summary>How far it is, in words.</summary>
    public string ProgressText
    {
        get => progressText;
        private set => Set(ref progressText, value);
    }

    /// <summary>Full path of the manifest of what was written; null before.</summary>
    public string? ManifestPath
    {
        get => manifestPath;
        private set => Set(ref manifestPath, value);
    }

    /// <summary>What runs, for tests.</summary>
    internal BackgroundWork Work => work;

    /// <summary>Plans at once. To be called when the window is shown.</summary>
    public void Open() => MakePlan();

    /// <inheritdoc/>
    public void Dispose() => work.Dispose();

    private protected override void OnRange() => Forget();

    private protected override void OnChange() => Offer();

    // The plan was for another range.
    private void Forget()
    {
        (_, RangeProblem) = ExportRange.Parse(FromText, ToText, zone, camera.Platform.Time.GetUtcNow());
        prepared = null;
        Segments.Clear();
        Holes.Clear();
        PlanText = "";
        AcceptsHoles = false;
        Tell(nameof(HasHoles));
        Offer();
    }

    private void MakePlan()
    {
        Forget();
        if (RangeProblem.Length > 0)
        {
            return;
        }

        var (range, _) = ExportRange.Parse(FromText, ToText, zone, camera.Platform.Time.GetUtcNow());
        var now = camera.Now();
        Run("Reading what both sides have …", c => new ExportPreparation(desk.Recordings).PlanAsync(now.Recorded, range, now.Preference.Preferred, c), Show);
    }

    private void Fetch()
    {
        var plan = prepared!.Plan;
        var (now, reports) = (camera.Now(), Relay());
        Run(
            "The recording server fetches from the camera …",
            c => new ExportPreparation(desk.Recordings).RetrieveAsync(now.Recorded, plan.Range, plan.Serving, reports, c),
            fetched =>
            {
                Show(fetched);
                Say(ExportWords.Retrievals(fetched), fetched.Retrievals.Count == 0 || fetched.Retrievals.Any(r => r.Error is not null));
            });
    }

    private void Show(PreparedExport made)
    {
        // The range may have been written anew meanwhile: a plan of another one would be exported unseen.
        if (ExportRange.Parse(FromText, ToText, zone, camera.Platform.Time.GetUtcNow()) is var (range, problem) && (problem.Length > 0 || range != made.Plan.Range))
        {
            Say("The range was changed. Plan again.", false);
            return;
        }

        prepared = made;
        Segments.Clear();
        Holes.Clear();
        foreach (var segment in made.Plan.Segments)
        {
            Segments.Add(ExportWords.Row(segment, made.Read.Pair, zone));
        }

        foreach (var hole in made.Plan.Holes)
        {
            Holes.Add(ExportWords.Row(hole, zone));
        }

        PlanText = ExportWords.Plan(made);
        AcceptsHoles = false;
        Tell(nameof(HasHoles));
        Say("", false);
        Offer();
    }

    private void Write()
    {
        var (wanted, reports) = (prepared!, Relay());
        var job = new ExportJob(wanted, Folder.Trim(), new ExportOptions { Overwrite = Replaces, Format = Format });
        ManifestPath = null;
        Run("Exporting …", c => new VideoExporter(camera.Platform.Time).ExportAsync(job, reports, c), outcome => Written(wanted, outcome));
    }

    private void Written(PreparedExport wanted, RunOutcome<ExportResult> outcome)
    {
        if (!outcome.TryGet(out var result, out var failure))
        {
            Say(ExportWords.Failure(failure), true);
            return;
        }

        ManifestPath = result.ManifestPath;
        camera.Log($"'{Title}' was exported from {ExportRange.Text(wanted.Plan.Range.Begin, zone)} to {ExportRange.Text(wanted.Plan.Range.End, zone)} by {camera.Platform.User}: {result.ManifestPath}");
        Say(ExportWords.Result(result, wanted.Plan.Holes), result.Manifest.Holes.Except(wanted.Plan.Holes).Any());
        Offer();
    }

    private void CheckFiles()
    {
        var path = ManifestPath!;
        Run("Checking the files …", c => Task.FromResult(ExportCheck.Run(path, c).Findings), findings => Say(ExportWords.Check(findings), findings.Count > 0));
    }

    private ExportProgressRelay Relay() => relay = new ExportProgressRelay(camera.Platform, (from, done, text) =>
    {
        // A report of an earlier work may come late.
        if (ReferenceEquals(from, relay) && IsBusy)
        {
            (Progress, ProgressText) = (done, text);
        }
    });

    private void Run<T>(string begun, Func<CancellationToken, Task<T>> what, Action<T> shown)
    {
        var cancel = cancelling = new CancellationTokenSource();
        (Progress, ProgressText) = (0, begun);
        Say("", false);
        Tell(nameof(IsBusy));
        Offer();
        work.Run(
            what,
            result =>
            {
                End(cancel);
                shown(result);
            },
            problem =>
            {
                End(cancel);
                Say(problem is null ? "Cancelled. Nothing half written was left." : $"Not done: {problem}", problem is not null);
            },
            cancel.Token);
    }

    private void End(CancellationTokenSource cancel)
    {
        (cancelling, Progress, ProgressText) = (null, 0, "");
        cancel.Dispose();
        Tell(nameof(IsBusy));
        Offer();
    }

    private void Offer()
    {
        var wait = IsBusy ? "Something is under way." : null;
        var plan = prepared?.Plan;
        var noPlan = wait ?? (RangeProblem.Length > 0 ? RangeProblem : plan is null ? "Plan first." : null);
        Plan.WhyNot = wait ?? (RangeProblem.Length > 0 ? RangeProblem : null);
        FetchFromCamera.WhyNot = noPlan ?? (plan!.IsWhole ? "Nothing is missing." : null);
        Start.WhyNot = noPlan ?? (plan!.Segments.Count == 0 ? "There is nothing to export."
            : !plan.IsWhole && !AcceptsHoles ? "Something is missing. Accept that first, or fetch it."
            : ExportWords.Refused(camera.Platform, prepared!) is { } refused ? refused
            : Folder.Trim().Length == 0 ? "Choose a folder first." : null);
        Cancel.WhyNot = IsBusy ? null : "Nothing is under way.";
        Check.WhyNot = wait ?? (ManifestPath is null ? "Nothing was exported yet." : null);
    }
}
