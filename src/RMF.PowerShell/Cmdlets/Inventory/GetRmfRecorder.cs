using System.Management.Automation;
using RMF.Engine.Runs;
using RMF.PowerShell.Arguments;
using RMF.PowerShell.Runs;

namespace RMF.PowerShell.Cmdlets.Inventory;

/// <summary>Lists the labelled recording servers, what they are linked with, and where footage of each storage belongs on the other side.</summary>
[Cmdlet(VerbsCommon.Get, "RmfRecorder")]
[OutputType(typeof(RmfRecorder))]
public sealed class GetRmfRecorder : InventoryCmdlet
{
    /// <summary>Recording servers: names with wildcards, ids or objects. Default: all.</summary>
    [Parameter(Position = 0)]
    [ItemSelectorArgument]
    [ArgumentCompleter(typeof(RecorderCompleter))]
    public ItemSelector[] Recorder { get; set; } = [];

    /// <summary>One side alone.</summary>
    [Parameter]
    [ValidateSet("Primary", "Secondary", "Both")]
    public string Side { get; set; } = "Both";

    private protected override IEnumerable<object> Select(PreparedRun run)
        => Inventories.Recorders(run).Where(r => Filters.OnSide(Side, r.Side) && Filters.Matches(Recorder, r.Recorder, r.Id));
}
