using System.Management.Automation;
using RMF.Engine.Runs;
using RMF.Engine.Runs.Streams;
using RMF.PowerShell.Runs;

namespace RMF.PowerShell.Cmdlets.Streams;

/// <summary>Lists the streams of cameras on each side: what the device offers, and which one is shown live, recorded and played.</summary>
[Cmdlet(VerbsCommon.Get, "RmfStream")]
[OutputType(typeof(RmfStream))]
public sealed class GetRmfStream : StreamCmdlet
{
    /// <summary>One side alone.</summary>
    [Parameter]
    [ValidateSet("Primary", "Secondary", "Both")]
    public string Side { get; set; } = "Both";

    /// <inheritdoc/>
    private protected override async Task RunAsync(CancellationToken cancellationToken)
    {
        using var events = new CmdletEvents(this, "Reading both sides");
        var sites = await ConnectAsync(cancellationToken).ConfigureAwait(false);
        var run = await PrepareAsync(sites, PlanScope.Everything, events, cancellationToken).ConfigureAwait(false);
        WarnIncomplete(run);
        foreach (var (camera, table) in await ReadAsync(new StreamTables(sites), Cameras(run, Side), cancellationToken).ConfigureAwait(false))
        {
            foreach (var stream in Show(camera, table))
            {
                WriteObject(stream);
            }
        }
    }
}
