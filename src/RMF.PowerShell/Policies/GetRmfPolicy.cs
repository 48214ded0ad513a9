using System.Management.Automation;
using RMF.PowerShell.Pipeline;

namespace RMF.PowerShell.Policies;

/// <summary>Gives the current policy, or another one without making it current.</summary>
[Cmdlet(VerbsCommon.Get, "RmfPolicy")]
[OutputType(typeof(RmfPolicy))]
public sealed class GetRmfPolicy : RmfCmdlet
{
    /// <summary>A path or a policy. Default: the current policy.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    public PolicyArgument? Policy { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => WriteObject(this.RequirePolicy(Policy));
}
