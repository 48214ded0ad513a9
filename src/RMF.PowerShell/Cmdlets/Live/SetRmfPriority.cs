using System.Management.Automation;

namespace RMF.PowerShell.Cmdlets.Live;

/// <summary>Says in the policy file which side a tile prefers.</summary>
[Cmdlet(VerbsCommon.Set, "RmfPriority", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(RmfPriority))]
public sealed class SetRmfPriority : LivePolicyCmdlet
{
    /// <summary>Primary or Secondary.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateSet("Primary", "Secondary")]
    public string Priority { get; set; } = "";

    /// <inheritdoc/>
    protected override void ProcessRecord() => SetLive(("priority", Priority.ToLowerInvariant()));
}
