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
    private readonly Selection hardware = new("Hardware");
    private readonly Selection recorders = new("Recorder");

    /// <summary>Devices: names with wildcards, ids or objects. Default: all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ItemSelectorArgument("Hardware")]
    [ArgumentCompleter(typeof(HardwareCompleter))]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public ItemSelector[] Hardware { get; set; } = [];

    /// <summary>Those of these recording servers alone.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ItemSelectorArgument("Recorder")]
    [ArgumentCompleter(typeof(RecorderCompleter))]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public ItemSelector[] Recorder { get; set; } = [];

    /// <summary>One side alone.</summary>
    [Parameter]
    [ValidateSet("Primary", "Secondary", "Both")]
    public string Side { get; set; } = "Both";

    private protected override void Collect()
    {
        hardware.Add(Hardware);
        recorders.Add(Recorder);
    }

    private protected override IEnumerable<object> Select(PreparedRun run)
    {
        var all = Inventories.Hardware(run).ToList();
        foreach (var item in all)
        {
            var isMeant = hardware.Includes(item.Hardware, item.Id);
            var isOnRecorder = recorders.Includes(item.Recorder);
            if (isMeant && isOnRecorder && Filters.OnSide(Side, item.Side))
            {
                yield return item;
            }
        }

        ReportMissing(hardware, all.Select(h => h.Hardware));
        ReportMissing(recorders, Inventories.Recorders(run).Select(r => r.Recorder));
    }
}
