using RMF.Core.Inventory;

namespace RMF.Core.Planning;

/// <summary>Asks the managed set about an item of any kind.</summary>
public static class ManagedSetExtensions
{
    /// <summary>True when RMF may touch a device. A camera is chosen by the policy; a device that is no camera goes with its hardware.</summary>
    public static bool CoversDevice(this IManagedSet managed, Item device, SideView side)
        => device.Key.Kind == ItemKind.Camera
            ? managed.CoversCamera(device, side)
            : device.Parent is { } parent && side.Find(parent) is { } hardware && managed.CoversHardware(hardware, side);
}
