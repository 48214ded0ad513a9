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
    /// <summary>Cameras: names with wildcards, ids or objects. Default: all.</summary>
    [Parameter(Position = 0)]
    [ItemSelectorArgument]
    [ArgumentCompleter(typeof(CameraCompleter))]
    public ItemSelector[] Camera { get; set; } = [];

    /// <summary>Those in this group of the primary side, or below it, e.g. <c>/Harbour</c>.</summary>
    [Parameter]
    public string? Group { get; set; }

    /// <summary>Those of these recording servers alone, on either side.</summary>
    [Parameter]
    [ItemSelectorArgument]
    [ArgumentCompleter(typeof(RecorderCompleter))]
    public ItemSelector[] Recorder { get; set; } = [];

    /// <summary>Only cameras that are not recorded twice.</summary>
    [Parameter]
    public SwitchParameter Unprotected { get; set; }

    private protected override IEnumerable<object> Select(PreparedRun run)
        => Inventories.Cameras(run).Where(c => (!Unprotected || !c.Protected)
            && Filters.Matches(Camera, c.Camera, c.Id)
            && (Group is null || c.Groups.Any(g => Filters.IsInGroup(g, Group)))
            && (Filters.Matches(Recorder, c.PrimaryRecorder, string.Empty) || Filters.Matches(Recorder, c.SecondaryRecorder, string.Empty)));
}
