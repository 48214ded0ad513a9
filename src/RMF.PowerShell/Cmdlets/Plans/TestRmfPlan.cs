using System.Management.Automation;
using RMF.Engine.Runs;
using RMF.PowerShell.Runs;

namespace RMF.PowerShell.Cmdlets.Plans;

/// <summary>
/// True when the plan could be carried out now: the policy and the state are those it was made with, what it touches is as it says, and no
/// guard refuses it. Otherwise false, with the reason as a warning. Writes nothing.
/// </summary>
[Cmdlet(VerbsDiagnostic.Test, "RmfPlan")]
[OutputType(typeof(bool))]
public sealed class TestRmfPlan : RunCmdlet
{
    private readonly List<RmfPlan> plans = [];

    /// <summary>A plan, or the path of one.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ValidateNotNull]
    public PlanArgument? Plan { get; set; }

    /// <summary>Names of guards that would be overridden, one by one.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(GuardCompleter))]
    public string[] AllowGuard { get; set; } = [];

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        Guards.RequireKnown(this, AllowGuard);
        base.BeginProcessing();
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() => plans.Add(this.RequirePlan(Plan!));

    /// <inheritdoc/>
    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        using var events = new CmdletEvents(this, "Checking the plan");
        foreach (var plan in plans)
        {
            var sites = await ConnectAsync(cancellationToken).ConfigureAwait(false);
            var engine = NewEngine(events);
            var adopted = await engine.AdoptPlanAsync(plan.Plan, Request(sites, PlanScope.Everything), cancellationToken).ConfigureAwait(false);
            var failure = adopted.TryGet(out var run, out var why) ? await engine.CheckAsync(run, cancellationToken).ConfigureAwait(false) : why;
            if (failure is not null && failure.Result != RunResultCode.PlanStale)
            {
                Taken<RmfPlan>(failure, plan);
            }

            // The guards judge now, not when the plan was made.
            var reasons = Guards.Refusing(run?.Plan ?? plan.Plan, AllowGuard).Select(g => $"{g.Guard}: {g.Message}").ToList();
            if (failure is not null)
            {
                reasons.Insert(0, failure.Message);
            }

            reasons.ForEach(WriteWarning);
            WriteObject(reasons.Count == 0);
        }
    }
}
