using RMF.Core.Inventory;

namespace RMF.XProtect.Bindings;

/// <summary>The bindings of what hangs on a camera besides its settings, streams and motion detection, and of what can only be shown.</summary>
internal static class CameraPartBindings
{
    public static IEnumerable<Binding> All() =>
    [
        new(ItemKind.PtzPresets, "ptzPresets", ReadWay.PerItem, CostTier.PerItem, WriteWay.Presets)
        {
            Owners = [ItemKind.Camera],
            IsBelowOwner = true,
            EntriesAs = "ptzPresets",
            IsOfMovingCameras = true,
        },
        new(ItemKind.PatrollingProfiles, "patrollingProfiles", ReadWay.PerItem, CostTier.PerItem, WriteWay.Patrolling)
        {
            Owners = [ItemKind.Camera],
            IsBelowOwner = true,
            EntriesAs = "patrollingProfiles",
            IsOfMovingCameras = true,
        },
        new(ItemKind.PrivacyProtection, "privacyProtections", ReadWay.PerItem, CostTier.PerItem, WriteWay.Patch) { Owners = [ItemKind.Camera] },
        ShownOnly(ItemKind.HardwarePtzSettings, "hardwarePtzSettings", ItemKind.Hardware) with { NumberedList = "hardwarePtzDeviceSettings" },
        ShownOnly(ItemKind.FisheyeLens, "fisheyeLens", ItemKind.Camera),
        ShownOnly(ItemKind.DeviceEvents, "hardwareDeviceEvents", ItemKind.Camera),
        ShownOnly(ItemKind.ClientSettings, "clientSettings", ItemKind.Camera),
        ShownOnly(ItemKind.CustomProperties, "customProperties", ItemKind.Camera) with { MembersAs = "values" },
    ];

    /// <summary>GET below the owner is all that the interface declares.</summary>
    private static Binding ShownOnly(ItemKind kind, string resource, ItemKind owner)
        => new(kind, resource, ReadWay.PerItem, CostTier.PerItem, WriteWay.None) { Owners = [owner], IsBelowOwner = true };
}
