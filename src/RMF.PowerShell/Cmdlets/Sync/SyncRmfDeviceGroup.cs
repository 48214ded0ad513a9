using System.Management.Automation;
using RMF.Core.Inventory;

namespace RMF.PowerShell.Cmdlets.Sync;

/// <summary>Makes the device groups of the target equal to the source's: names, descriptions and the members that RMF manages. Foreign groups and members stay.</summary>
[Cmdlet(VerbsData.Sync, "RmfDeviceGroup", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(RmfChangeResult))]
public sealed class SyncRmfDeviceGroup : SyncSiteItemCmdlet
{
    private protected override IReadOnlyCollection<ItemKind> Kinds { get; } =
        [ItemKind.CameraGroup, ItemKind.MicrophoneGroup, ItemKind.SpeakerGroup, ItemKind.MetadataGroup, ItemKind.InputEventGroup, ItemKind.OutputGroup];

    private protected override string Key => "synchronize.groups";
}
