using System.Management.Automation;
using RMF.Core.Playback;
using RMF.Core.Words;
using RMF.Engine.Playback;
using RMF.Engine.Playback.Export;
using RMF.PowerShell.Arguments;
using RMF.PowerShell.Errors;
using RMF.PowerShell.Runs;

namespace RMF.PowerShell.Cmdlets.Playback;

/// <summary>
/// Exports recorded video of both sides into one file for each resolution, with a table of times and a manifest that says where each piece is
/// from. A gap of one side is filled from the other. Something that neither has is an error, unless -AllowHole is given.
/// </summary>
[Cmdlet(VerbsData.Export, "RmfVideo", SupportsShouldProcess = true, DefaultParameterSetName = ByPlan)]
[OutputType(typeof(RmfExport))]
public sealed class ExportRmfVideo : PlaybackCmdlet
{
    private const string ByCamera = "Camera";
    private const string ByPlan = "Plan";

    // Holes that a message lists; the plan has them all.
    private const int HolesShown = 5;

    private readonly List<RmfExportPlan> plans = [];
    private string folder = "";
    private TimeRange range;

    /// <summary>Plans that New-RmfExportPlan made in this session.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = ByPlan)]
    [ValidateNotNullOrEmpty]
    public RmfExportPlan[] Plan { get; set; } = [];

    /// <summary>Cameras: names with wildcards, ids or objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ByCamera)]
    [ItemSelectorArgument("Camera")]
    [ArgumentCompleter(typeof(CameraCompleter))]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public ItemSelector[] Camera { get; set; } = [];

    /// <summary>The begin.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByCamera)]
    public DateTime From { get; set; }

    /// <summary>The end; pictures of that time are not in it. At most now.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByCamera)]
    public DateTime To { get; set; }

    /// <summary>The side that gives what both have. Default: the policy's <c>playback.priority</c>.</summary>
    [Parameter(ParameterSetName = ByCamera)]
    [ValidateSet("Primary", "Secondary")]
    public string? Prefer { get; set; }

    /// <summary>The folder for the files; made where it is not there.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>Avi needs no tool. Mp4 and Mkv need ffmpeg on PATH. Default Avi.</summary>
    [Parameter]
    [ValidateSet("Avi", "Mp4", "Mkv")]
    public string Format { get; set; } = "Avi";

    /// <summary>Where both sides have a hole, has the recording server fetch from the camera's own storage first, and waits for it.</summary>
    [Parameter]
    public SwitchParameter RetrieveEdgeStorage { get; set; }

    /// <summary>Exports what there is where something is missing. The manifest names the holes in any case.</summary>
    [Parameter]
    public SwitchParameter AllowHole { get; set; }

    /// <summary>Replaces the files of an export of the same camera and time.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        folder = ResolvePath(Path);
        if (ParameterSetName == ByCamera)
        {
            range = this.Window(From, To, null, Now);
        }

        base.BeginProcessing();
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        plans.AddRange(Plan);
        Wanted.Add(Camera);
    }

    /// <inheritdoc/>
    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        var preparation = new ExportPreparation(NewReader());
        if (ParameterSetName == ByPlan)
        {
            foreach (var plan in plans)
            {
                await ExportAsync(preparation, plan, cancellationToken).ConfigureAwait(false);
            }

            return;
        }

        if (Camera.Length == 0)
        {
            return;
        }

        var serving = Preferring.Side(Prefer, Preference);
        foreach (var pair in await FindAsync(cancellationToken).ConfigureAwait(false))
        {
            var plan = new RmfExportPlan(await preparation.PlanAsync(pair, range, serving, cancellationToken).ConfigureAwait(false));
            await ExportAsync(preparation, plan, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task ExportAsync(ExportPreparation preparation, RmfExportPlan plan, CancellationToken cancellationToken)
    {
        if (!ShouldProcess($"{plan.Camera}, {plan.From:G} to {plan.To:G}", $"Export video to {folder}"))
        {
            return;
        }

        try
        {
            var prepared = !plan.Whole && RetrieveEdgeStorage ? await RetrieveAsync(preparation, plan, cancellationToken).ConfigureAwait(false) : plan.Prepared;
            if (!prepared.Plan.IsWhole && !AllowHole)
            {
                WriteError(Refusal(plan, prepared));
                return;
            }

            await WriteAsync(plan.Camera, prepared, cancellationToken).ConfigureAwait(false);
        }
        catch (ObjectDisposedException exception)
        {
            WriteError(RmfErrorRecord.Create("ExportPlanStale", ErrorCategory.InvalidOperation, $"The plan for '{plan.Camera}' was made with a log-in that has ended.", "Make the plan again with New-RmfExportPlan.", plan, exception));
        }
    }

    private async Task<PreparedExport> RetrieveAsync(ExportPreparation preparation, RmfExportPlan plan, CancellationToken cancellationToken)
    {
        using var progress = new PlaybackProgress(this, $"Fetching from the storage of {plan.Camera}");
        var prepared = await preparation.RetrieveAsync(plan.Prepared.Read.Pair, plan.Prepared.Plan.Range, plan.ServingSide, new Reporting<int>(p => progress.Show("Waiting for the recording server", p / 100.0)), cancellationToken).ConfigureAwait(false);
        foreach (var failed in prepared.Retrievals.Where(r => r.Error is not null))
        {
            WriteWarning($"{plan.Camera}: the {failed.Side.ToString().ToLowerInvariant()} could not fetch {RmfTimeRange.Of(failed.Range)} from the camera's storage: {failed.Error}");
        }

        return prepared;
    }

    private async Task WriteAsync(string camera, PreparedExport prepared, CancellationToken cancellationToken)
    {
        using var progress = new PlaybackProgress(this, $"Exporting {camera}");
        var options = new ExportOptions { Format = (ExportFormat)Enum.Parse(typeof(ExportFormat), Format, ignoreCase: true), Overwrite = Force };
        var outcome = await new VideoExporter(TimeProvider.System).ExportAsync(
            new ExportJob(prepared, folder, options),
            new Reporting<ExportProgress>(p => progress.Show(FormattableString.Invariant($"{Counted.Of(p.Frames, "picture")}, at {p.At.LocalDateTime:G}"), p.Done)),
            cancellationToken).ConfigureAwait(false);
        if (!outcome.TryGet(out var result, out var failure))
        {
            WriteError(RmfErrorRecord.From(failure, camera));
            return;
        }

        var export = RmfExport.Of(result);
        WriteObject(export);
        var lost = result.Manifest.Holes.Except(prepared.Plan.Holes).ToList();
        if (lost.Count > 0)
        {
            WriteError(RmfErrorRecord.Create(
                "ExportIncomplete",
                ErrorCategory.ReadError,
                $"'{camera}' was exported, and pictures that a side has recorded could not be fetched: {List(RmfExportHole.Of(lost))}.",
                "The manifest names what is missing. Export again with -Force when the recording server answers.",
                export));
        }
        else if (!export.Whole)
        {
            WriteWarning($"'{camera}' was exported with holes: {List(export.Hole)}.");
        }
    }

    private ErrorRecord Refusal(RmfExportPlan plan, PreparedExport prepared) => RmfErrorRecord.Create(
        "ExportHasHole",
        ErrorCategory.ResourceUnavailable,
        $"No side is known to have all of '{plan.Camera}'; nothing was exported. Missing: {List(RmfExportHole.Of(prepared.Plan.Holes))}.{(plan.Reason.Length > 0 ? " " + plan.Reason : "")}",
        RetrieveEdgeStorage ? "Export what there is with -AllowHole." : "Ask the camera's own storage with -RetrieveEdgeStorage, or export what there is with -AllowHole.",
        plan);

    private static string List(IReadOnlyList<RmfExportHole> holes)
        => string.Join("; ", holes.Take(HolesShown)) + (holes.Count > HolesShown ? FormattableString.Invariant($"; and {holes.Count - HolesShown} more") : "");

    // Not System.Progress: that posts to a synchronisation context and may come late.
    private sealed class Reporting<T>(Action<T> report) : IProgress<T>
    {
        public void Report(T value) => report(value);
    }
}
