using RMF.Core.Inventory;
using RMF.Core.Planning;

namespace RMF.Core.Tests.Planning;

/// <summary>A policy that selects cameras by name.</summary>
internal sealed class OnlyCameras(params string[] names) : IManagedSet
{
    public bool CoversEverything => false;

    public bool CoversCamera(Item camera, SideView side) => names.Contains(camera.Name);

    public bool CoversHardware(Item hardware, SideView side) => side.ChildrenOf(hardware.Key, ItemKind.Camera).Any(c => CoversCamera(c, side));
}
