using System.Management.Automation;
using RMF.Core.Live;

namespace RMF.PowerShell.Cmdlets.Live;

/// <summary>Ends what Suspend-RmfFailover began: the tiles go by the policy again.</summary>
[Cmdlet(VerbsLifecycle.Resume, "RmfFailover", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium, DefaultParameterSetName = "Camera")]
[OutputType(typeof(RmfFailover))]
public sealed class ResumeRmfFailover : LiftCmdlet
{
    private protected override OverrideAct Act => OverrideAct.Suspend;

    private protected override string Action => "Resume failover and failback by the policy";
}
