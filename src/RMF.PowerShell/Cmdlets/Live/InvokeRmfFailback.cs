using System.Management.Automation;
using RMF.Core.Live;
using RMF.Engine.Live;
using RMF.Engine.Ports;
using RMF.Engine.Runs;
using RMF.PowerShell.Errors;
using RMF.PowerShell.Runs;

namespace RMF.PowerShell.Cmdlets.Live;

/// <summary>Takes a failover back: tiles go to the side that the policy prefers, after they have validated it.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "RmfFailback", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High, DefaultParameterSetName = "Camera")]
[OutputType(typeof(RmfFailover))]
public sealed class InvokeRmfFailback : LiftCmdlet
{
    /// <summary>TargetCannotServe goes on although cameras cannot be shown from the preferred side.</summary>
    [Parameter]
    [ValidateSet(Overrides.Guard)]
    public string[] AllowGuard { get; set; } = [];

    private protected override OverrideAct Act => OverrideAct.Show;

    private protected override string Action => "Go back to the side that the policy prefers";

    private protected override async Task CheckAsync(IReadOnlyList<ISite> sites, IReadOnlyList<OverrideRecord> lifted, CancellationToken cancellationToken)
    {
        PreparedRun? run = null;
        if (sites.Count == PolicyInUse.Model.Sites.Count)
        {
            using var events = new CmdletEvents(this, "Reading both sides");
            var planned = await TryPrepareAsync(new SiteSet(sites, owns: false), events, cancellationToken).ConfigureAwait(false);
            if (!planned.TryGet(out run, out var failure))
            {
                WriteError(RmfErrorRecord.From(failure, PolicyInUse.Name));
            }
        }

        var reach = new LiveReach(PolicyInUse.Model, run?.Context, sites);
        var questions = lifted.Any(r => r.Scope == OverrideScope.Side)
            ? reach.Questions(OverrideScope.Side, "", reach.Preferred).ToList()
            : lifted.SelectMany(r => reach.Questions(r.Scope, r.Target, reach.Preferred)).ToList();
        await RequireServingAsync(questions, AllowGuard, cancellationToken).ConfigureAwait(false);
    }
}
