using System.Management.Automation;
using RMF.Engine.Runs;
using RMF.PowerShell.Arguments;
using RMF.PowerShell.Runs;

namespace RMF.PowerShell.Cmdlets.Inventory;

/// <summary>Shows how many objects of each kind the sites hold in the policy's scope, and whether all were seen.</summary>
[Cmdlet(VerbsCommon.Get, "RmfInventory")]
[OutputType(typeof(RmfInventoryPart))]
public sealed class GetRmfInventory : InventoryCmdlet
{
    private readonly Selection sites = new("Site");

    /// <summary>The site's name; wildcards allowed. Default: all sites of the policy.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ItemSelectorArgument("Site")]
    [ArgumentCompleter(typeof(SiteCompleter))]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public ItemSelector[] Site { get; set; } = [];

    private protected override void Collect() => sites.Add(Site);

    private protected override IEnumerable<object> Select(PreparedRun run)
    {
        foreach (var part in Inventories.Parts(run).Where(p => sites.Includes(p.Site)))
        {
            yield return part;
        }

        ReportMissing(sites, run.Snapshots.Keys);
    }
}
