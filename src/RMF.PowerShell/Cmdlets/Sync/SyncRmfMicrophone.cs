using System.Management.Automation;
using RMF.Core.Inventory;

namespace RMF.PowerShell.Cmdlets.Sync;

/// <summary>Makes the microphones of the target equal to their pairs. One without a pair is reported as Skipped.</summary>
[Cmdlet(VerbsData.Sync, "RmfMicrophone", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(RmfChangeResult))]
public sealed class SyncRmfMicrophone : SyncDeviceCmdlet
{
    private protected override ItemKind Kind => ItemKind.Microphone;

    private protected override string Key => "synchronize.microphones";
}
