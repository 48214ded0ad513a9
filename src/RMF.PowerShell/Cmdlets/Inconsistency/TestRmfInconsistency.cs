using System.Management.Automation;
using RMF.Engine.Runs;
using RMF.PowerShell.Arguments;
using RMF.PowerShell.Runs;

namespace RMF.PowerShell.Cmdlets.Inconsistency;

/// <summary>Finds what is out of step between the two sides, one object per difference. Pipes into Repair-RmfInconsistency.</summary>
[Cmdlet(VerbsDiagnostic.Test, "RmfInconsistency")]
[OutputType(typeof(RmfDifference), typeof(bool))]
public sealed class TestRmfInconsistency : RunCmdlet
{
    /// <summary>Cameras and devices: names with wildcards. Default: all.</summary>
    [Parameter(Position = 0)]
    [ItemSelectorArgument]
    [ArgumentCompleter(typeof(CameraCompleter))]
    public ItemSelector[] Name { get; set; } = [];

    /// <summary>Writes only true (something is out of step) or false.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        using var events = new CmdletEvents(this, "Comparing both sides");
        var sites = await ConnectAsync(cancellationToken).ConfigureAwait(false);
        var run = await PrepareAsync(sites, PlanScope.Everything, events, cancellationToken).ConfigureAwait(false);
        WarnIncomplete(run);
        var found = Differences.Of(run).Where(d => Filters.Matches(Name, d.Pair, string.Empty)).ToList();
        if (Quiet)
        {
            WriteObject(found.Exists(d => d.Severity != "Information"));
            return;
        }

        WriteObject(found, enumerateCollection: true);
        if (run.Plan.Unknown.Count > 0)
        {
            WriteWarning(FormattableString.Invariant($"{run.Plan.Unknown.Count} parts were not read; they are neither equal nor different."));
        }
    }
}
