using RMF.Core.Inventory;
using static RMF.Core.Kinds.PropertyType;
using static RMF.Core.Kinds.SyncCategory;

namespace RMF.Core.Kinds;

/// <summary>
/// The rows of the kind table for the devices that are no cameras: microphones, speakers, metadata, inputs and outputs. They are made alike:
/// general properties, recording ones where XProtect records them, and settings that the driver names.
/// </summary>
internal static class DeviceRows
{
    /// <summary>The devices in the order in which they are planned, after cameras.</summary>
    public static readonly IReadOnlyList<ItemKind> Kinds = [ItemKind.Microphone, ItemKind.Speaker, ItemKind.Metadata, ItemKind.InputEvent, ItemKind.Output];

    public static IEnumerable<KindDescriptor> All() =>
    [
        .. Device(ItemKind.Microphone, "microphone", ItemKind.MicrophoneSettings, ItemKind.MicrophonePermissions, MicrophoneGeneral, MicrophoneRecording),
        .. Device(ItemKind.Speaker, "speaker", ItemKind.SpeakerSettings, ItemKind.SpeakerPermissions, SpeakerGeneral, SpeakerRecording),
        .. Device(ItemKind.Metadata, "metadata", ItemKind.MetadataSettings, ItemKind.MetadataPermissions, MetadataGeneral, MetadataRecording),
        .. Device(ItemKind.InputEvent, "input", ItemKind.InputEventSettings, ItemKind.InputEventPermissions, InputGeneral, recording: null),
        .. Device(ItemKind.Output, "output", ItemKind.OutputSettings, ItemKind.OutputPermissions, OutputGeneral, recording: null),
    ];

    private static KindDescriptor[] Device(ItemKind kind, string label, ItemKind settings, ItemKind permissions, SyncCategory general, SyncCategory? recording) =>
    [
        new(kind, label, PairingRule.Channel, ReadTier.Bulk, SyncStage.Device, [.. General(general), .. recording is { } records ? Recording(records) : []]) { Parts = [settings, permissions] },
        new(settings, label + "Settings", PairingRule.AsParent, ReadTier.PerItem, SyncStage.DevicePart, Settings(general)),
    ];

    private static PropertyDescriptor[] General(SyncCategory category) =>
    [
        new("name", Text, category) { IsName = true },
        new("shortName", Text, category),
        new("description", Text, category),
        new("enabled", PropertyType.Boolean, category) { IsEnabling = true },
        new("gisPoint", GisPoint, category),
        new("icon", Number, category),
        new("coverageDirection", Number, category),
        new("coverageDepth", Number, category),
        new("coverageFieldOfView", Number, category),
    ];

    private static PropertyDescriptor[] Recording(SyncCategory category) =>
    [
        new("recordingEnabled", PropertyType.Boolean, category),
        new("prebufferEnabled", PropertyType.Boolean, category),
        new("prebufferInMemory", PropertyType.Boolean, category),
        new("prebufferSeconds", Number, category),
        new("manualRecordingTimeoutEnabled", PropertyType.Boolean, category),
        new("manualRecordingTimeoutMinutes", Number, category),
        new("edgeStorageEnabled", PropertyType.Boolean, category),
        new("edgeStoragePlaybackEnabled", PropertyType.Boolean, category),
        new("failoverSetting", Choice, category),
        new("recordingStorage", PropertyType.Reference, category) { Target = ItemKind.Storage },
    ];

    private static PropertyDescriptor[] Settings(SyncCategory category) =>
        [new("generalSettings", KeyedList, category) { ListKey = "displayName", HasOpenMembers = true, IgnoredMembers = ["displayName"] }];
}
