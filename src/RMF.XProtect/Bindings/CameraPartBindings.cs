using RMF.Core.Inventory;

namespace RMF.XProtect.Bindings;

/// <summary>The bindings of what hangs on a camera besides its settings, streams and motion detection.</summary>
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
    ];
}
