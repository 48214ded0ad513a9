using System.Management.Automation;
using RMF.Engine.Runs;
using RMF.PowerShell.Arguments;
using RMF.PowerShell.Runs;

namespace RMF.PowerShell.Cmdlets.Inventory;

/// <summary>Lists the devices of both sides and their counterparts.</summary>
[Cmdlet(VerbsCommon.Get, "RmfHardware")]
[OutputType(typeof(RmfHardware))]
public sealed class GetRmfHardware : InventoryCmdlet
{
    /// <summary>Devices: names with wildcards, ids or objects. Default: all.</summary>
    [Parameter(Position = 0)]
    [ItemSelectorArgument]
    public ItemSelector[] Hardware { get; set; } = [];

    /// <summary>Those of these recording servers alone.</summary>
    [Parameter]
    [ItemSelectorArgument]
    [ArgumentCompleter(typeof(RecorderCompleter))]
    public ItemSelector[] Recorder { get; set; } = [];

    /// <summary>One side alone.</summary>
    [Parameter]
    [ValidateSet("Primary", "Secondary", "Both")]
    public string Side { get; set; } = "Both";

    private protected override IEnumerable<object> Select(PreparedRun run)
        => Inventories.Hardware(run).Where(h => Filters.OnSide(Side, h.Side)
            && Filters.Matches(Hardware, h.Hardware, h.Id)
            && Filters.Matches(Recorder, h.Recorder, string.Empty));
}
