using System.Management.Automation;
using RMF.Core.Inventory;

namespace RMF.PowerShell.Cmdlets.Sync;

/// <summary>Makes the shared view groups and views of the target equal to the source's, with the cameras in their tiles translated.</summary>
[Cmdlet(VerbsData.Sync, "RmfView", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(RmfChangeResult))]
public sealed class SyncRmfView : SyncSiteItemCmdlet
{
    private protected override IReadOnlyCollection<ItemKind> Kinds { get; } = [ItemKind.ViewGroup, ItemKind.View, ItemKind.HighAvailabilityView];

    private protected override string Key => "synchronize.views";
}
