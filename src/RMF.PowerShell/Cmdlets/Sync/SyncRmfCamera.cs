using System.Management.Automation;
using RMF.Core.Inventory;
using RMF.Core.Kinds;
using RMF.Engine.Runs;
using RMF.PowerShell.Arguments;
using RMF.PowerShell.Runs;

namespace RMF.PowerShell.Cmdlets.Sync;

/// <summary>Makes the cameras of the target equal to their pairs: general, recording, streams, settings, motion. A camera without a pair is reported as Skipped.</summary>
[Cmdlet(VerbsData.Sync, "RmfCamera", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(RmfChangeResult))]
public sealed class SyncRmfCamera : SyncCmdlet
{
    private readonly List<ItemSelector> wanted = [];

    /// <summary>Cameras: names with wildcards, ids or objects. Default: all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [ItemSelectorArgument]
    [ArgumentCompleter(typeof(CameraCompleter))]
    public ItemSelector[] Camera { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord() => wanted.AddRange(Camera);

    /// <inheritdoc/>
    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        var kinds = KindTable.Of(ItemKind.Camera).Parts.Prepend(ItemKind.Camera).ToList();
        bool Wanted(Item item) => wanted.Count == 0 || wanted.Exists(s => s.Matches(item.Name, item.Key.Id));
        var run = await SyncAsync(new PlanScope { Kinds = kinds, Lifecycle = false, Selects = wanted.Count == 0 ? null : (i => i.Key.Kind == ItemKind.Camera && Wanted(i)) }, cancellationToken).ConfigureAwait(false);
        foreach (var (camera, reason) in Protection.Unprotected(run.Context).Where(u => Wanted(u.Camera)))
        {
            WriteObject(new RmfChangeResult
            {
                Time = DateTime.Now,
                Site = camera.Key.Site,
                Kind = nameof(ItemKind.Camera),
                Name = camera.Name,
                Action = "None",
                Status = "Skipped",
                Reason = $"{reason}; Sync-RmfHardware or Sync-RmfSite adds the devices that the policy covers",
            });
        }
    }
}
