using RMF.Core.Inventory;
using RMF.Core.Kinds;

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
        ItemKind.HardwarePtzSettings,
        ItemKind.Camera,
        ItemKind.Settings,
        ItemKind.DeviceStream,
        ItemKind.Streams,
        ItemKind.MotionDetection,
        ItemKind.PtzPresets,
        ItemKind.PatrollingProfiles,
        ItemKind.PrivacyProtection,
        ItemKind.FisheyeLens,
        ItemKind.DeviceEvents,
        ItemKind.ClientSettings,
        ItemKind.CustomProperties,
        ItemKind.Microphone,
        ItemKind.MicrophoneSettings,
        ItemKind.Speaker,
        ItemKind.SpeakerSettings,
        ItemKind.Metadata,
        ItemKind.MetadataSettings,
        ItemKind.InputEvent,
        ItemKind.InputEventSettings,
        ItemKind.Output,
        ItemKind.OutputSettings,
        ItemKind.CameraGroup,
        ItemKind.MicrophoneGroup,
        ItemKind.SpeakerGroup,
        ItemKind.MetadataGroup,
        ItemKind.InputEventGroup,
        ItemKind.OutputGroup,
        ItemKind.Role,
        ItemKind.CameraPermissions,
        ItemKind.MicrophonePermissions,
        ItemKind.SpeakerPermissions,
        ItemKind.MetadataPermissions,
        ItemKind.InputEventPermissions,
        ItemKind.OutputPermissions,
        ItemKind.ViewGroup,
        ItemKind.ViewGroupPermissions,
        ItemKind.View,
        ItemKind.HighAvailabilityView,
    ];

    /// <summary>
    /// The kinds that a run with these switches needs: a per-item kind whose switch is off costs minutes on a large site and is not read, nor are
    /// devices that are no cameras. Driver settings are read for the MAC address, settings also for the names of streams.
    /// </summary>
    public static IReadOnlyList<ItemKind> For(IReadOnlyCollection<SyncCategory> categories)
        => All.Where(k => (KindTable.Of(k).Tier != ReadTier.PerItem && !IsOtherDevice(k) && !IsOfAccess(k)) || k == ItemKind.HardwareDriverSettings || (IsNeeded(k, categories) && HasOwner(k, categories))
            || (k == ItemKind.Settings && IsNeeded(ItemKind.Streams, categories))
            || (k == ItemKind.View && IsNeeded(ItemKind.HighAvailabilityView, categories))
            || (Relatable.Contains(k) && IsNeeded(ItemKind.ClientSettings, categories))).ToList();

    /// <summary>What a camera's client settings may relate it to.</summary>
    private static readonly ItemKind[] Relatable = [ItemKind.Microphone, ItemKind.Speaker, ItemKind.Metadata];

    /// <summary>Roles and views are read where a policy names them.</summary>
    private static bool IsOfAccess(ItemKind kind) => KindTable.Of(kind).Stage > SyncStage.Group;

    private static bool IsOtherDevice(ItemKind kind) => kind != ItemKind.Camera && KindTable.DeviceKinds.Contains(kind);

    /// <summary>Permissions are read on what is kept equal itself.</summary>
    private static bool HasOwner(ItemKind kind, IReadOnlyCollection<SyncCategory> categories)
        => KindTable.Of(kind).Stage != SyncStage.Permission || kind == ItemKind.CameraPermissions
            || KindTable.All.Any(owner => owner.Parts.Contains(kind) && IsNeeded(owner.Kind, categories));

    private static bool IsNeeded(ItemKind kind, IReadOnlyCollection<SyncCategory> categories)
        => KindTable.Of(kind).Properties.Any(p => categories.Contains(p.Category) || p.Members.Any(m => categories.Contains(m.Category)));
}
