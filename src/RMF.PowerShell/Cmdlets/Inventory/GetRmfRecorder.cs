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
    private readonly Selection recorders = new("Recorder");

    /// <summary>Recording servers: names with wildcards, ids or objects. Default: all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ItemSelectorArgument("Recorder")]
    [ArgumentCompleter(typeof(RecorderCompleter))]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public ItemSelector[] Recorder { get; set; } = [];

    /// <summary>One side alone.</summary>
    [Parameter]
    [ValidateSet("Primary", "Secondary", "Both")]
    public string Side { get; set; } = "Both";

    private protected override void Collect() => recorders.Add(Recorder);

    private protected override IEnumerable<object> Select(PreparedRun run)
    {
        var all = Inventories.Recorders(run).ToList();
        foreach (var recorder in all.Where(r => recorders.Includes(r.Recorder, r.Id) && Filters.OnSide(Side, r.Side)))
        {
            yield return recorder;
        }

        ReportMissing(recorders, all.Select(r => r.Recorder));
    }
}
