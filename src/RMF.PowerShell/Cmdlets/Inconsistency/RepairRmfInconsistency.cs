using System.Management.Automation;
using RMF.Engine.Runs;
using RMF.PowerShell.Cmdlets.Operator;
using RMF.PowerShell.Runs;

namespace RMF.PowerShell.Cmdlets.Inconsistency;

/// <summary>Mends differences: those that Test-RmfInconsistency found, or all. Reads both sides again first and mends what still differs.</summary>
[Cmdlet(VerbsDiagnostic.Repair, "RmfInconsistency", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(RmfChangeResult))]
public sealed class RepairRmfInconsistency : ApplyCmdlet
{
    private readonly List<RmfDifference> differences = [];

    /// <summary>What Test-RmfInconsistency wrote. Default: everything that differs. Nothing, when an empty answer is given.</summary>
    [Parameter(ValueFromPipeline = true, Position = 0)]
    [AllowNull]
    [AllowEmptyCollection]
    public RmfDifference[]? InputObject { get; set; }

    /// <summary>Mends in this direction alone: it must be the policy's, so that nobody overwrites the source of truth by a slip.</summary>
    [Parameter]
    public Direction? Direction { get; set; }

    // An answer that was empty asks for nothing; only no answer at all asks for everything.
    private bool IsEverything => !MyInvocation.ExpectingInput && !MyInvocation.BoundParameters.ContainsKey(nameof(InputObject));

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

    private static bool IsOperators(string id) => id.StartsWith(OperatorDifferences.Prefix, StringComparison.Ordinal);

    /// <summary>
    /// Does what a side lacks of what operators did, before anything is compared: otherwise a plan would take it away from the side that has it. Whatever else is
    /// to be repaired, all of it is done, for the same reason.
    /// </summary>
    private async Task MendAsync(HashSet<string> wanted, CancellationToken cancellationToken)
    {
        var work = new OperatorWork(this);
        if (work.Mending.IsIdle || (wanted.Count == 0 && !IsEverything))
        {
            return;
        }

        var reach = await work.ReachAsync(cancellationToken).ConfigureAwait(false);
        var lacking = await work.FindAsync(reach, cancellationToken).ConfigureAwait(false);
        await work.MendAsync(IsEverything || !wanted.All(IsOperators) ? lacking : [.. lacking.Where(r => wanted.Contains(OperatorDifferences.IdOf(r)))], reach, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() => differences.AddRange(InputObject ?? []);

    /// <inheritdoc/>
    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        foreach (var difference in differences.Where(d => !d.Fixable))
        {
            WriteWarning($"{difference} cannot be repaired here. {difference.Detail}".TrimEnd());
        }

        var wanted = new HashSet<string>(differences.Where(d => d.Fixable).Select(d => d.ChangeId), StringComparer.Ordinal);
        await MendAsync(wanted, cancellationToken).ConfigureAwait(false);
        if (!IsEverything && wanted.Count > 0 && wanted.All(IsOperators))
        {
            return;
        }

        wanted.RemoveWhere(IsOperators);
        if (wanted.Count == 0 && !IsEverything)
        {
            Tell("Nothing to repair.");
            return;
        }

        using var events = new CmdletEvents(this, "Repairing");
        var sites = await ConnectAsync(cancellationToken).ConfigureAwait(false);
        var scope = IsEverything ? PlanScope.Everything : new PlanScope { ChangeIds = wanted };
        var run = await PrepareAsync(sites, scope, events, cancellationToken).ConfigureAwait(false);
        await CarryOutAsync(run, events, [], cancellationToken).ConfigureAwait(false);
    }
}
