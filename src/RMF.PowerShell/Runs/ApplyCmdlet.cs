using System.Management.Automation;
using RMF.Core.Planning;
using RMF.Engine.Runs;
using RMF.PowerShell.Errors;

namespace RMF.PowerShell.Runs;

/// <summary>The base of cmdlets that carry a plan out.</summary>
public abstract class ApplyCmdlet : RunCmdlet
{
    /// <summary>Names of guards that this run overrides, one by one.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(GuardCompleter))]
    public string[] AllowGuard { get; set; } = [];

    /// <summary>Does not ask. Overrides no guard.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Asks, applies, and writes one result per change. An empty plan says so.</summary>
    internal async Task<RunReport?> CarryOutAsync(PreparedRun run, CmdletEvents events, CancellationToken cancellationToken)
    {
        WarnIncomplete(run);
        var writes = run.Plan.Changes.Where(c => c.Writes).ToList();
        ReportGuards(run.Plan);
        if (IsWhatIf)
        {
            foreach (var change in writes)
            {
                ShouldProcess(change.Id, change.Properties.Count == 0 ? change.Action.ToString() : $"{change.Action} {string.Join(", ", change.Properties.Select(p => p.Path))}");
            }

            return null;
        }

        var summary = run.Plan.Summary;
        var question = FormattableString.Invariant($"{summary.Create} to add, {summary.Update} to change, {summary.Delete} to delete on the {run.Context.Target.ToString().ToLowerInvariant()} side");
        if (writes.Count > 0 && !Force && !ShouldProcess(question, $"Apply the {run.Plan.Direction} plan of policy {PolicyInUse.Name}"))
        {
            return null;
        }

        var outcome = await NewEngine(events).ApplyAsync(run, AllowGuard, cancellationToken).ConfigureAwait(false);
        var report = Taken(outcome, new RmfPlan(run.Plan, run, null, new Show(run.Context.Input).Change));
        var show = new Show(run.Context.Input);
        foreach (var result in report.Results.Where(r => r.Change.Writes))
        {
            WriteObject(show.Result(result));
            if (result.Status is not ChangeStatus.Verified)
            {
                WriteError(RmfErrorRecord.From(result));
            }
        }

        if (report.StateFailure is { } stateFailure)
        {
            WriteError(RmfErrorRecord.From(stateFailure, PolicyInUse.StatePath));
        }

        Tell(report.Message);
        return report;
    }

    private bool IsWhatIf => MyInvocation.BoundParameters.TryGetValue("WhatIf", out var bound)
        ? bound is SwitchParameter { IsPresent: true }
        : OnPipeline(() => SessionState.PSVariable.GetValue("WhatIfPreference") is SwitchParameter { IsPresent: true } or true);

    private void ReportGuards(Plan plan)
    {
        foreach (var guard in plan.Guards)
        {
            WriteWarning($"{guard.Guard}: {guard.Message}");
        }
    }
}
