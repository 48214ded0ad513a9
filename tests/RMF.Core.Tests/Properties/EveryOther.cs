using RMF.Core.Inventory;
using RMF.Core.Kinds;
using RMF.Core.Pairing;
using RMF.Core.Planning;
using RMF.Testing.Worlds;

namespace RMF.Core.Tests.Properties;

/// <summary>A managed set of every other camera. A camera is judged by its primary item where it has one, as the policy's selectors do.</summary>
internal sealed class EveryOther(PlanningInput input) : IManagedSet
{
    public bool CoversEverything => false;

    public bool CoversCamera(Item camera, SideView side)
    {
        var subject = side.Side == Side.Secondary && input.Pairs.Find(Side.Secondary, camera.Key) is { } pair ? pair.Primary : camera;
        return subject.Key.Id[^1] % 2 == 0;
    }

    public bool CoversHardware(Item hardware, SideView side) => side.ChildrenOf(hardware.Key, ItemKind.Camera).Any(c => CoversCamera(c, side));

    public bool Covers(Side side, ItemKey key)
    {
        var view = input.View(side);
        return key.Kind == ItemKind.Hardware
            ? CoversHardware(view.Find(key)!, view)
            : DeviceOf(view, key) is { } device && this.CoversDevice(device, view);
    }

    /// <summary>All that the set does not cover, on both sides.</summary>
    public static IEnumerable<Item> Outside(SyncWorld world, EveryOther managed)
        => world.Primary.Items.Where(i => managed.IsOutside(Side.Primary, i)).Concat(world.Secondary.Items.Where(i => managed.IsOutside(Side.Secondary, i)));

    private bool IsOutside(Side side, Item item)
    {
        var view = input.View(side);
        if (item.Key.Kind == ItemKind.Hardware)
        {
            return view.Find(item.Key) is not null && !CoversHardware(item, view);
        }

        return DeviceOf(view, item.Key) is { } device && !this.CoversDevice(device, view);
    }

    /// <summary>The device itself, or the one that a part hangs on.</summary>
    private static Item? DeviceOf(SideView view, ItemKey key) => KindTable.DeviceKinds.Select(k => view.Find(key.Part(k))).FirstOrDefault(i => i is not null);
}
