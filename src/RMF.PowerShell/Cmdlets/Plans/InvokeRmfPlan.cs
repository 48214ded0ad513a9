using System.Management.Automation;
using RMF.Engine.Runs;
using RMF.PowerShell.Runs;

namespace RMF.PowerShell.Cmdlets.Plans;

/// <summary>Carries a plan out: refuses it when a guard does or when what it touches has changed, writes, reads back, remembers.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "RmfPlan", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(RmfChangeResult))]
public sealed class InvokeRmfPlan : ApplyCmdlet
{
    private readonly List<RmfPlan> plans = [];

    /// <summary>A plan, or the path of one.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ValidateNotNull]
    public PlanArgument? Plan { get; set; }

    /// <summary>Refuses the plan unless its checksum is this: the gate of a pipeline in which a person approved a plan.</summary>
    [Parameter]
    public string? Checksum { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => plans.Add(this.RequirePlan(Plan!));

    /// <inheritdoc/>
    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        using var events = new CmdletEvents(this, "Applying the plan");
        foreach (var plan in plans)
        {
            if (Checksum is not null && !string.Equals(Checksum, plan.Checksum, StringComparison.OrdinalIgnoreCase))
            {
                Taken<RmfPlan>(new RunFailure("RMF2305", $"The plan's checksum is {plan.Checksum}, not the approved {Checksum}.", "Approve this plan, or apply the approved one.") { Result = RunResultCode.PlanStale }, plan);
            }

            var sites = await ConnectAsync(cancellationToken).ConfigureAwait(false);
            var run = Taken(await NewEngine(events).AdoptPlanAsync(plan.Plan, Request(sites, PlanScope.Everything), cancellationToken).ConfigureAwait(false), plan);
            await CarryOutAsync(run, events, [], cancellationToken).ConfigureAwait(false);
        }
    }
}
