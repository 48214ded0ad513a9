using System.Management.Automation;
using RMF.Core.Inventory;
using RMF.Engine.Runs;
using RMF.PowerShell.Arguments;

namespace RMF.PowerShell.Cmdlets.Sync;

/// <summary>Adds the devices that the target lacks, with their cameras, and makes the devices' own values equal.</summary>
[Cmdlet(VerbsData.Sync, "RmfHardware", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(RmfChangeResult))]
public sealed class SyncRmfHardware : SyncCmdlet
{
    private readonly List<ItemSelector> wanted = [];

    /// <summary>Devices of the source: names with wildcards, ids or objects. Default: all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [ItemSelectorArgument]
    public ItemSelector[] Hardware { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord() => wanted.AddRange(Hardware);

    /// <inheritdoc/>
    protected override Task EndAsync(CancellationToken cancellationToken)
        => SyncAsync(new PlanScope { Kinds = [ItemKind.Hardware], Selects = wanted.Count == 0 ? null : (i => i.Key.Kind == ItemKind.Hardware && wanted.Exists(s => s.Matches(i.Name, i.Key.Id))) }, cancellationToken);
}
