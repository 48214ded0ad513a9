using RMF.Core.Inventory;
using static RMF.Core.Kinds.PropertyType;
using static RMF.Core.Kinds.SyncCategory;

namespace RMF.Core.Kinds;

/// <summary>
/// The rows of what hangs on a camera besides its settings, streams and motion detection. Presets and profiles are lists of their camera, told
/// apart by name: their ids are local to a site and change when a preset is moved, because the API has no update of one.
/// </summary>
internal static class CameraPartRows
{
    public static readonly IReadOnlyList<ItemKind> Kinds = [ItemKind.PtzPresets, ItemKind.PatrollingProfiles, ItemKind.PrivacyProtection];

    public static IEnumerable<KindDescriptor> All() =>
    [
        new(ItemKind.PtzPresets, "presets", PairingRule.AsParent, ReadTier.PerItem, SyncStage.DevicePart, PresetRows()),
        new(ItemKind.PatrollingProfiles, "patrolling", PairingRule.AsParent, ReadTier.PerItem, SyncStage.DeviceReference, PatrollingRows()),
        new(ItemKind.PrivacyProtection, "privacy", PairingRule.AsParent, ReadTier.PerItem, SyncStage.DevicePart, PrivacyRows()),
    ];

    /// <summary>Presets that live in the device itself are not among them: both sides look through one device.</summary>
    private static PropertyDescriptor[] PresetRows() =>
    [
        new("ptzPresets", KeyedList, Presets)
        {
            ListKey = "name",
            Members =
            [
                new("name", Text, Presets),
                new("description", Text, Presets),
                new("pan", Number, Presets),
                new("tilt", Number, Presets),
                new("zoom", Number, Presets),
                new("defaultPreset", PropertyType.Boolean, Presets) { IsHeldByOne = true, MayBeHeldByNone = true },
            ],
        },
    ];

    /// <summary>Presets are named, not numbered. The entries of a profile are one value: a half changed round is a round that nobody made.</summary>
    private static PropertyDescriptor[] PatrollingRows() =>
    [
        new("patrollingProfiles", KeyedList, Patrolling)
        {
            ListKey = "name",
            Members =
            [
                new("name", Text, Patrolling),
                new("description", Text, Patrolling),
                new("customizeTransitions", PropertyType.Boolean, Patrolling),
                new("initSpeed", Number, Patrolling),
                new("initTransitionTime", Number, Patrolling),
                new("endSpeed", Number, Patrolling),
                new("endTransitionTime", Number, Patrolling),
                new("endPreset", Text, Patrolling) { NamesPresets = true },
                new("patrollingEntry", PlainList, Patrolling) { NamesPresets = true, Normaliser = Normalisers.Entries },
            ],
        },
    ];

    private static PropertyDescriptor[] PrivacyRows() =>
    [
        new("enabled", PropertyType.Boolean, Privacy),
        new("privacyMaskXml", Text, Privacy),
    ];
}
