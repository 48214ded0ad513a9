using System.Management.Automation;
using RMF.Core.Planning;
using RMF.Core.Words;
using RMF.Engine.Runs;
using RMF.PowerShell.Errors;
using RMF.PowerShell.Runs;

namespace RMF.PowerShell.Cmdlets.Inconsistency;

/// <summary>
/// Fails with one error when the two sides are not as the policy wants them: a change is pending, a value drifted, both sides changed
/// something, or a part could not be read. Says nothing otherwise. Writes nothing to any site. For pipelines and scheduled checks.
/// </summary>
[Cmdlet(VerbsLifecycle.Assert, "RmfSite")]
public sealed class AssertRmfSite : RunCmdlet
{
    /// <summary>Fails also when a camera of the source has no second recording.</summary>
    [Parameter]
    public SwitchParameter Protected { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        using var events = new CmdletEvents(this, "Comparing both sides");
        var sites = await ConnectAsync(cancellationToken).ConfigureAwait(false);
        var run = await PrepareAsync(sites, PlanScope.Everything, events, cancellationToken).ConfigureAwait(false);
        var summary = run.Plan.Summary;
        if (summary.Unsupported > 0)
        {
            WriteWarning($"The target cannot take values of {Counted.Of(summary.Unsupported, "object")}.");
        }

        var faults = WantedState.Faults(summary, Depth == ReadingDepth.Full, Protected);
        if (faults.Count == 0)
        {
            WriteVerbose(FormattableString.Invariant($"{summary.Compared} pairs are as the policy wants them."));
            return;
        }

        ThrowTerminatingError(RmfErrorRecord.Create(
            "NotInWantedState",
            ErrorCategory.InvalidResult,
            $"{PolicyInUse.Name} is not in the wanted state: {string.Join(", ", faults)}.",
            "Test-RmfInconsistency shows each difference, New-RmfPlan what would be done about it.",
            new RmfPlan(run.Plan, null, new Show(run.Context.Input).Change),
            exitCode: RunResultCode.ChangesPending));
    }
}
