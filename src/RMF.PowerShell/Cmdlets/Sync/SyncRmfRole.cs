using System.Management.Automation;
using RMF.Core.Inventory;
using RMF.Core.Kinds;

namespace RMF.PowerShell.Cmdlets.Sync;

/// <summary>Makes the roles that the policy names equal to the source's: information, members by SID, overall permissions and permissions on devices and view groups.</summary>
[Cmdlet(VerbsData.Sync, "RmfRole", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(RmfChangeResult))]
public sealed class SyncRmfRole : SyncSiteItemCmdlet
{
    private protected override IReadOnlyCollection<ItemKind> Kinds { get; } = [ItemKind.Role, .. KindTable.All.Where(k => k.Stage == SyncStage.Permission).Select(k => k.Kind)];

    private protected override string Key => "synchronize.roles";
}
