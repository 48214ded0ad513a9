using System.Management.Automation;
using RMF.Engine.Runs;
using RMF.PowerShell.Runs;

namespace RMF.PowerShell.Cmdlets.Inventory;

/// <summary>Shows how many objects of each kind the sites hold in the policy's scope, and whether all were seen.</summary>
[Cmdlet(VerbsCommon.Get, "RmfInventory")]
[OutputType(typeof(RmfInventoryPart))]
public sealed class GetRmfInventory : InventoryCmdlet
{
    /// <summary>The site's name; wildcards allowed.</summary>
    [Parameter(Position = 0)]
    [ArgumentCompleter(typeof(SiteCompleter))]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string Site { get; set; } = "*";

    private protected override IEnumerable<object> Select(PreparedRun run)
    {
        var pattern = WildcardPattern.Get(Site, WildcardOptions.IgnoreCase);
        return Inventories.Parts(run).Where(p => pattern.IsMatch(p.Site));
    }
}
