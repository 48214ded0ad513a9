using System.Management.Automation;
using RMF.Engine.Runs;
using RMF.PowerShell.Arguments;
using RMF.PowerShell.Runs;

namespace RMF.PowerShell.Cmdlets.Inventory;

/// <summary>Lists cameras, both recordings in one object; with -Unprotected those that are not recorded twice, and why.</summary>
[Cmdlet(VerbsCommon.Get, "RmfCamera")]
[OutputType(typeof(RmfCamera))]
public sealed class GetRmfCamera : InventoryCmdlet
{
    private readonly Selection cameras = new("Camera");
    private readonly Selection hardware = new("Hardware");
    private readonly Selection recorders = new("Recorder");

    /// <summary>Cameras: names with wildcards, ids or objects. Default: all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ItemSelectorArgument("Camera")]
    [ArgumentCompleter(typeof(CameraCompleter))]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public ItemSelector[] Camera { get; set; } = [];

    /// <summary>Those in this group of the primary side, or below it, e.g. <c>/Harbour</c>.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(GroupCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Group { get; set; }

    /// <summary>Those of these devices alone: names with wildcards, ids or objects.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ItemSelectorArgument("Hardware")]
    [ArgumentCompleter(typeof(HardwareCompleter))]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public ItemSelector[] Hardware { get; set; } = [];

    /// <summary>Those of these recording servers alone, on either side.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ItemSelectorArgument("Recorder")]
    [ArgumentCompleter(typeof(RecorderCompleter))]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public ItemSelector[] Recorder { get; set; } = [];

    /// <summary>Only cameras that are not recorded twice.</summary>
    [Parameter]
    public SwitchParameter Unprotected { get; set; }

    private protected override void Collect()
    {
        cameras.Add(Camera);
        hardware.Add(Hardware);
        recorders.Add(Recorder);
    }

    private protected override IEnumerable<object> Select(PreparedRun run)
    {
        var all = Inventories.Cameras(run).ToList();
        foreach (var camera in all)
        {
            // Each is asked, so that each knows what it was found for.
            var isMeant = cameras.Includes(camera.Camera, camera.Id) | (camera.SecondaryId.Length > 0 && !cameras.IsEverything && cameras.Includes(camera.SecondaryName, camera.SecondaryId));
            var isOnHardware = hardware.Includes(camera.Hardware);
            var isOnRecorder = recorders.Includes(camera.PrimaryRecorder) | recorders.Includes(camera.SecondaryRecorder);
            if (isMeant && isOnHardware && isOnRecorder
                && (!Unprotected || !camera.Protected)
                && (Group is null || camera.Groups.Any(g => Filters.IsInGroup(g, Group))))
            {
                yield return camera;
            }
        }

        ReportMissing(cameras, all.Select(c => c.Camera));
        ReportMissing(hardware, all.Select(c => c.Hardware));
        ReportMissing(recorders, all.Select(c => c.PrimaryRecorder).Concat(all.Select(c => c.SecondaryRecorder)).Where(r => r.Length > 0));
    }
}
