using System.Management.Automation;
using RMF.Engine.Runs;
using RMF.PowerShell.Runs;

namespace RMF.PowerShell.Cmdlets.Plans;

/// <summary>True when the plan could be carried out now: the policy and the state are those it was made with, and what it touches is as it says. Writes nothing.</summary>
[Cmdlet(VerbsDiagnostic.Test, "RmfPlan")]
[OutputType(typeof(bool))]
public sealed class TestRmfPlan : RunCmdlet
{
    private readonly List<RmfPlan> plans = [];

    /// <summary>A plan, or the path of one.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [PlanArgument]
    public RmfPlan? Plan { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => plans.Add(Plan!);

    /// <inheritdoc/>
    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        using var events = new CmdletEvents(this, "Checking the plan");
        var sites = await ConnectAsync(cancellationToken).ConfigureAwait(false);
        foreach (var plan in plans)
        {
            var engine = NewEngine(events);
            var adopted = await engine.AdoptPlanAsync(plan.Plan, Request(sites, PlanScope.Everything), cancellationToken).ConfigureAwait(false);
            var failure = adopted.TryGet(out var run, out var why) ? await engine.CheckAsync(run, cancellationToken).ConfigureAwait(false) : why;
            if (failure is not null && failure.Result != RunResultCode.PlanStale)
            {
                Taken<RmfPlan>(failure, plan);
            }

            if (failure is not null)
            {
                WriteWarning(failure.Message);
            }

            var guards = run?.Plan.Guards ?? [];
            foreach (var guard in guards)
            {
                WriteWarning($"{guard.Guard}: {guard.Message}");
            }

            WriteObject(failure is null && guards.Count == 0);
        }
    }
}
