using System.Management.Automation;
using RMF.Core.Inventory;

namespace RMF.PowerShell.Cmdlets.Sync;

/// <summary>Makes the metadata devices of the target equal to their pairs. One without a pair is reported as Skipped.</summary>
[Cmdlet(VerbsData.Sync, "RmfMetadata", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(RmfChangeResult))]
public sealed class SyncRmfMetadata : SyncDeviceCmdlet
{
    private protected override ItemKind Kind => ItemKind.Metadata;

    private protected override string Key => "synchronize.metadata";
}
