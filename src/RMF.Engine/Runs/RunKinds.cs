using RMF.Core.Inventory;

namespace RMF.Engine.Runs;

/// <summary>The kinds that a run reads. Camera groups are read because selectors may name them.</summary>
public static class RunKinds
{
    public static IReadOnlyList<ItemKind> All { get; } =
    [
        ItemKind.RecordingServer,
        ItemKind.Storage,
        ItemKind.HardwareDriver,
        ItemKind.Hardware,
        ItemKind.HardwareDriverSettings,
        ItemKind.Camera,
        ItemKind.Settings,
        ItemKind.DeviceStream,
        ItemKind.Streams,
        ItemKind.MotionDetection,
        ItemKind.CameraGroup,
    ];
}
