using System.Diagnostics;
using System.Management.Automation;
using RMF.Core.Kinds;
using RMF.Core.Planning;
using RMF.Engine.Ports;
using RMF.Engine.Runs;
using RMF.Engine.Runs.Streams;
using RMF.PowerShell.Errors;
using RMF.PowerShell.Runs;

namespace RMF.PowerShell.Cmdlets.Streams;

/// <summary>
/// Chooses which stream of a camera is shown live, recorded and played on one side. The two sides may differ: the secondary may record a
/// smaller stream. A choice that is made already is not written again.
/// </summary>
[Cmdlet(VerbsCommon.Set, "RmfStreamSelection", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(RmfChangeResult), typeof(RmfStream))]
public sealed class SetRmfStreamSelection : StreamCmdlet
{
    /// <summary>The side whose choice is made. Both means the same choice on each.</summary>
    [Parameter(Mandatory = true)]
    [ValidateSet("Primary", "Secondary", "Both")]
    public string Side { get; set; } = "";

    /// <summary>The stream that is shown live by default, by its name on the device or on the site.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Live { get; set; }

    /// <summary>The stream that is recorded.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Record { get; set; }

    /// <summary>The stream that is recorded to XProtect's secondary track; empty text for none.</summary>
    [Parameter]
    [AllowEmptyString]
    public string? RecordSecondary { get; set; }

    /// <summary>The stream that is played by default.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Playback { get; set; }

    /// <summary>Gives the streams as they are afterwards, also where nothing was written.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private StreamChoice Choice => new() { Live = Live, Record = Record, RecordSecondary = RecordSecondary, Playback = Playback };

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (Live is null && Record is null && RecordSecondary is null && Playback is null)
        {
            ThrowTerminatingError(RmfErrorRecord.Create("NoStreamChosen", ErrorCategory.InvalidArgument, "Nothing was chosen.", "Give -Live, -Record, -RecordSecondary or -Playback with the name of a stream; Get-RmfStream lists them.", null));
        }

        if (RecordSecondary is { Length: > 0 } && string.Equals(Record, RecordSecondary, StringComparison.OrdinalIgnoreCase))
        {
            ThrowTerminatingError(RmfErrorRecord.Create("NoStreamChosen", ErrorCategory.InvalidArgument, $"'{Record}' cannot record to both tracks.", "Choose two streams.", Record));
        }

        base.BeginProcessing();
    }

    /// <inheritdoc/>
    private protected override void NothingAsked() => Tell("Nothing was asked for.");

    /// <inheritdoc/>
    private protected override async Task RunAsync(CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        using var events = new CmdletEvents(this, "Choosing streams");
        var sites = await ConnectAsync(cancellationToken).ConfigureAwait(false);
        var run = await PrepareAsync(sites, PlanScope.Everything, events, cancellationToken).ConfigureAwait(false);
        WarnOverwritten(run);
        var tables = new StreamTables(sites);
        var read = await ReadAsync(tables, Cameras(run, Side), cancellationToken).ConfigureAwait(false);
        var cameras = read.ToDictionary(r => r.Camera.Item.Key, r => r.Camera);
        var edits = new List<(StreamTable Table, ItemUpdate Update)>();
        foreach (var (camera, table) in read)
        {
            if (!IsClear(camera, table))
            {
                continue;
            }

            if (table.Edit(Choice) is not { } update)
            {
                WriteVerbose($"{camera.Name} ({camera.Side}): the choice is made already");
                Pass(camera, table);
            }
            else if (ShouldProcess($"{camera.Name} ({camera.Side}, {camera.Item.Key.Site})", Words))
            {
                edits.Add((table, update));
            }
        }

        foreach (var result in await tables.WriteAsync(edits, table => table.Edit(Choice) is null, cancellationToken).ConfigureAwait(false))
        {
            var camera = cameras[result.Table.Camera.Key];
            var shown = Result(camera, result, clock.Elapsed);
            if (result.Status != ChangeStatus.Verified)
            {
                WriteError(RmfErrorRecord.OfStatus(result.Status, $"The streams of '{camera.Name}' ({camera.Side}): {result.Status}. {result.Reason}", "The others were done. Mend what the message names and run again.", shown));
            }

            if (PassThru)
            {
                Pass(camera, result.Table);
            }
            else
            {
                WriteObject(shown);
            }
        }

        if (edits.Count == 0)
        {
            Tell("No changes: there is nothing to write.");
        }
    }

    private string Words => "Choose streams: " + string.Join(", ", new[] { ("live", Live), ("record", Record), ("secondary track", RecordSecondary), ("playback", Playback) }
        .Where(c => c.Item2 is not null).Select(c => $"{c.Item1} '{c.Item2}'"));

    /// <summary>True when each name means one stream of the camera; writes an error otherwise.</summary>
    private bool IsClear(SideCamera camera, StreamTable table)
    {
        foreach (var name in new[] { Live, Record, RecordSecondary, Playback }.Where(n => n is { Length: > 0 }))
        {
            var called = table.Called(name!);
            if (called.Count != 1)
            {
                var offered = string.Join(", ", table.Rows.Select(r => r.Name.Length > 0 && r.Name != r.Device ? $"{r.Device} ({r.Name})" : r.Device));
                WriteError(RmfErrorRecord.Create(
                    "StreamNotFound",
                    ErrorCategory.ObjectNotFound,
                    called.Count == 0 ? $"'{camera.Name}' ({camera.Side}) has no stream '{name}'." : $"'{camera.Name}' ({camera.Side}) has {called.Count} streams that '{name}' may mean.",
                    $"It has: {offered}.",
                    camera.Name));
                return false;
            }
        }

        return true;
    }

    private void WarnOverwritten(PreparedRun run)
    {
        var target = run.Context.Target.ToString();
        if (run.Context.Options.Categories.Contains(SyncCategory.StreamSelection) && Filters.OnSide(Side, target) && Side != "Both")
        {
            WriteWarning($"The policy keeps the choice of streams equal (streamSelection): the next run overwrites what is chosen on the {target.ToLowerInvariant()} side.");
        }
    }

    private void Pass(SideCamera camera, StreamTable table)
    {
        foreach (var stream in PassThru ? Show(camera, table) : [])
        {
            WriteObject(stream);
        }
    }

    private static RmfChangeResult Result(SideCamera camera, StreamResult result, TimeSpan duration) => new()
    {
        Time = DateTime.Now,
        Site = camera.Item.Key.Site,
        Kind = "Streams",
        Name = camera.Name,
        Action = nameof(ChangeAction.Update),
        Status = result.Status.ToString(),
        Reason = result.Reason,
        Duration = duration,
    };
}
