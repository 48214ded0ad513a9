using System.Management.Automation;
using RMF.Core.Inventory;
using RMF.Core.Words;
using RMF.Engine.Live;
using RMF.Engine.Live.Drill;
using RMF.PowerShell.Arguments;
using RMF.PowerShell.Errors;

namespace RMF.PowerShell.Cmdlets.Live;

/// <summary>
/// Makes a failover drill: opens both sides' streams of cameras, takes the preferred side's away on this machine's own end, and measures how long
/// each tile has no new picture. Recording servers and operators notice nothing.
/// </summary>
[Cmdlet(VerbsDiagnostic.Measure, "RmfFailover")]
[OutputType(typeof(RmfDrill))]
public sealed class MeasureRmfFailover : TileCmdlet
{
    private readonly DrillEvents events = new();
    private DrillFiles? files;

    /// <summary>How often each tile loses its side. Default 3.</summary>
    [Parameter]
    [ValidateRange(1, DrillOptions.MostRounds)]
    public int Round { get; set; } = 3;

    /// <summary>Silence: frames stop and the connection stands. Cut: the connection breaks. Default Silence.</summary>
    [Parameter]
    [ValidateSet("Silence", "Cut")]
    public string Method { get; set; } = "Silence";

    /// <summary>The side that is lost. Default: the one that each tile prefers.</summary>
    [Parameter]
    [ValidateSet("Primary", "Secondary")]
    public string? Side { get; set; }

    /// <summary>How long the tiles have for their first pictures of both sides, e.g. <c>30s</c>. Default 15 s.</summary>
    [Parameter]
    [DurationArgument]
    public TimeSpan StartTimeout { get; set; } = new DrillOptions().Start;

    /// <summary>A folder for drill.csv, drill.json and drill.svg.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? OutFolder { get; set; }

    /// <summary>Overwrites the files of a drill before.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (OutFolder is not null)
        {
            files = new DrillFiles(ResolvePath(OutFolder));
            if (!Force && files.Existing is { } there)
            {
                ThrowTerminatingError(RmfErrorRecord.Create("FileExists", ErrorCategory.ResourceExists, $"{there} exists already.", "Choose another folder, or overwrite it with -Force.", there));
            }
        }

        base.BeginProcessing();
    }

    // An operator's order would be measured as the product's doing.
    private protected override bool FollowsOverrides => false;

    private protected override ILiveObserver NewObserver() => events;

    private protected override async Task RunAsync(LiveHost host, CancellationToken cancellationToken)
    {
        var options = new DrillOptions
        {
            Rounds = Round,
            Start = StartTimeout,
            Obstruction = Method == "Cut" ? Obstruction.Cut : Obstruction.Silence,
            Side = Side is null ? null : Side == "Primary" ? Core.Inventory.Side.Primary : Core.Inventory.Side.Secondary,
        };
        var progress = new ProgressRecord(0, "Failover drill", $"{Counted.Of(host.Tiles.Count, "tile")}: waiting for pictures of both sides");
        WriteProgress(progress);
        var drill = new FailoverDrill(host, events, options)
        {
            RoundEnded = round =>
            {
                progress.StatusDescription = $"{Counted.Of(host.Tiles.Count, "tile")}: round {round} of {Round} is over";
                progress.PercentComplete = round * 100 / Round;
                WriteProgress(progress);
            },
        };
        var result = await drill.RunAsync(cancellationToken).ConfigureAwait(false);
        progress.RecordType = ProgressRecordType.Completed;
        WriteProgress(progress);
        foreach (var tile in result.NotReady)
        {
            WriteError(RmfErrorRecord.Create("TileNotReady", ErrorCategory.ResourceUnavailable, FormattableString.Invariant($"'{tile}' did not show pictures of both sides within {options.Start.TotalSeconds} s: {Why(host, tile)}"), "Watch-RmfStream -Once shows the state of each stream.", tile));
        }

        files?.Write(result);
        WriteObject(RmfDrill.Of(result));
    }

    private static string Why(LiveHost host, string name)
    {
        var status = host.Tiles.First(t => t.Name == name).Status;
        return string.Join("; ", new[] { status.Primary, status.Secondary }.Select(s => $"{s.Site} {s.Health}{(s.Detail.Length > 0 ? " (" + s.Detail + ")" : "")}"));
    }
}
