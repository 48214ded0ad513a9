using System.Management.Automation;
using RMF.Engine.Runs;
using RMF.PowerShell.Runs;

namespace RMF.PowerShell.Cmdlets.Inconsistency;

/// <summary>Mends differences: those that Test-RmfInconsistency found, or all. Reads both sides again first and mends what still differs.</summary>
[Cmdlet(VerbsDiagnostic.Repair, "RmfInconsistency", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(RmfChangeResult))]
public sealed class RepairRmfInconsistency : ApplyCmdlet
{
    private readonly List<RmfDifference> differences = [];

    /// <summary>What Test-RmfInconsistency wrote. Default: everything that differs.</summary>
    [Parameter(ValueFromPipeline = true, Position = 0)]
    public RmfDifference[] InputObject { get; set; } = [];

    /// <summary>Mends in this direction alone: it must be the policy's, so that nobody overwrites the source of truth by a slip.</summary>
    [Parameter]
    public Direction? Direction { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (Direction is { } direction && direction != PolicyInUse.Direction)
        {
            Taken<RmfPlan>(
                new RunFailure("RMF2306", $"The policy's direction is {PolicyInUse.Direction}, not {direction}.", $"Change it with Set-RmfDirection {direction}, read the new plan, and repair then.") { Result = RunResultCode.GuardRefused },
                PolicyInUse);
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() => differences.AddRange(InputObject);

    /// <inheritdoc/>
    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        if (differences.Count == 0 && MyInvocation.ExpectingInput)
        {
            Tell("Nothing to repair.");
            return;
        }

        var wanted = new HashSet<string>(differences.Where(d => d.Fixable).Select(d => d.ChangeId), StringComparer.Ordinal);
        foreach (var difference in differences.Where(d => !d.Fixable))
        {
            WriteWarning($"{difference}: cannot be repaired here. {difference.Detail}");
        }

        using var events = new CmdletEvents(this, "Repairing");
        var sites = await ConnectAsync(cancellationToken).ConfigureAwait(false);
        var scope = differences.Count == 0 ? PlanScope.Everything : new PlanScope { ChangeIds = wanted };
        var run = await PrepareAsync(sites, scope, events, cancellationToken).ConfigureAwait(false);
        await CarryOutAsync(run, events, cancellationToken).ConfigureAwait(false);
    }
}
