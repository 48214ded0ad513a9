using System.Management.Automation;
using RMF.Core.Inventory;

namespace RMF.PowerShell.Cmdlets.Sync;

/// <summary>Makes the speakers of the target equal to their pairs. One without a pair is reported as Skipped.</summary>
[Cmdlet(VerbsData.Sync, "RmfSpeaker", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(RmfChangeResult))]
public sealed class SyncRmfSpeaker : SyncDeviceCmdlet
{
    private protected override ItemKind Kind => ItemKind.Speaker;

    private protected override string Key => "synchronize.speakers";
}
