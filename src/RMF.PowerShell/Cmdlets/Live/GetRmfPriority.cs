using System.Management.Automation;
using RMF.PowerShell.Pipeline;
using RMF.PowerShell.Policies;

namespace RMF.PowerShell.Cmdlets.Live;

/// <summary>Shows the live settings of the policy: those of all tiles first, then each override in the order in which they are tried.</summary>
[Cmdlet(VerbsCommon.Get, "RmfPriority")]
[OutputType(typeof(RmfPriority))]
public sealed class GetRmfPriority : RmfCmdlet
{
    /// <summary>A path or a policy. Default: the current policy.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    public PolicyArgument? Policy { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var policy = this.RequirePolicy(Policy);
        WriteObject(RmfPriority.Of(policy, change: null));
        foreach (var change in policy.Model.Live.Overrides)
        {
            WriteObject(RmfPriority.Of(policy, change));
        }
    }
}
