using System.Management.Automation;
using RMF.Engine.Runs;

namespace RMF.PowerShell.Cmdlets.Sync;

/// <summary>Makes the target side equal to the source: everything that the policy switches on, devices that are missing included.</summary>
[Cmdlet(VerbsData.Sync, "RmfSite", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(RmfChangeResult))]
public sealed class SyncRmfSite : SyncCmdlet
{
    private protected override bool MendsFirst => true;

    private protected override PlanScope Scope() => PlanScope.Everything;
}
