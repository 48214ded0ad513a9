using System.Management.Automation;
using RMF.Policy;
using RMF.PowerShell.Arguments;

namespace RMF.PowerShell.Cmdlets.Live;

/// <summary>Says in the policy file how long without a frame a stream is lost.</summary>
[Cmdlet(VerbsCommon.Set, "RmfReactionTime", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(RmfPriority))]
public sealed class SetRmfReactionTime : LivePolicyCmdlet
{
    /// <summary>100ms to 30s. At most half of failback's validateFor.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [DurationArgument]
    public TimeSpan ReactionTime { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => SetLive(("reactionTime", PolicyDuration.Format(ReactionTime)));
}
