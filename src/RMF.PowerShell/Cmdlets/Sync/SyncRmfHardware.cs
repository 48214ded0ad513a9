using System.Management.Automation;
using RMF.Core.Inventory;
using RMF.Core.Kinds;
using RMF.Engine.Runs;
using RMF.PowerShell.Arguments;
using RMF.PowerShell.Runs;

namespace RMF.PowerShell.Cmdlets.Sync;

/// <summary>Adds the devices that the target lacks, with their cameras, and makes the devices' own values equal.</summary>
[Cmdlet(VerbsData.Sync, "RmfHardware", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(RmfChangeResult))]
public sealed class SyncRmfHardware : SyncCmdlet
{
    private readonly Selection wanted = new("Hardware");

    /// <summary>Devices of the source: names with wildcards, ids or objects. Default: all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ItemSelectorArgument("Hardware")]
    [ArgumentCompleter(typeof(HardwareCompleter))]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public ItemSelector[] Hardware { get; set; } = [];

    private protected override void Collect() => wanted.Add(Hardware);

    private protected override PlanScope Scope() => new()
    {
        Kinds = KindTable.Of(ItemKind.Hardware).Parts.Prepend(ItemKind.Hardware).ToList(),
        Selects = wanted.IsEverything ? null : item => item.Key.Kind == ItemKind.Hardware && wanted.Includes(item.Name, item.Key.Id),
    };

    private protected override IReadOnlyList<RmfChangeResult> Left(PreparedRun run)
    {
        if (wanted.IsEverything)
        {
            return [];
        }

        var input = run.Context.Input;
        var source = input.View(run.Context.Source).OfKind(ItemKind.Hardware).ToList();
        source.ForEach(item => wanted.Includes(item.Name, item.Key.Id));
        var left = input.View(run.Context.Target).OfKind(ItemKind.Hardware)
            .Where(item => input.Pairs.Find(run.Context.Target, item.Key) is null && wanted.Includes(item.Name, item.Key.Id))
            .Select(item => Skipped(item, "the target has it and the source has not; it is left alone"))
            .ToList();
        foreach (var error in wanted.Missing(source.Select(item => item.Name)))
        {
            WriteError(error);
        }

        return left;
    }
}
