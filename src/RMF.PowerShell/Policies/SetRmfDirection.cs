using System.Management.Automation;
using RMF.PowerShell.Pipeline;

namespace RMF.PowerShell.Policies;

/// <summary>Says in the policy file which side overwrites which.</summary>
[Cmdlet(VerbsCommon.Set, "RmfDirection", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(RmfPolicy))]
public sealed class SetRmfDirection : RmfCmdlet
{
    /// <summary>Backup or Restore.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    public Direction Direction { get; set; }

    /// <summary>A path or a policy. Default: the current policy.</summary>
    [Parameter(Position = 1, ValueFromPipeline = true)]
    public PolicyArgument? Policy { get; set; }

    /// <summary>Gives the policy.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var policy = this.SetPolicyKey(Policy, "direction", Direction == Direction.Restore ? "restore" : "backup");
        if (PassThru)
        {
            WriteObject(policy);
        }
    }
}
