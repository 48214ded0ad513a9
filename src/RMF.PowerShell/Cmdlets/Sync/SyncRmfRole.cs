using System.Management.Automation;
using RMF.Core.Inventory;

namespace RMF.PowerShell.Cmdlets.Sync;

/// <summary>Makes the roles that the policy names equal to the source's: information, members by SID, overall permissions and permissions on cameras.</summary>
[Cmdlet(VerbsData.Sync, "RmfRole", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(RmfChangeResult))]
public sealed class SyncRmfRole : SyncSiteItemCmdlet
{
    private protected override IReadOnlyCollection<ItemKind> Kinds { get; } = [ItemKind.Role, ItemKind.CameraPermissions];

    private protected override string Key => "synchronize.roles";
}
