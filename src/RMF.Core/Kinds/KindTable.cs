using RMF.Core.Inventory;
using static RMF.Core.Kinds.PropertyType;
using static RMF.Core.Kinds.SyncCategory;

namespace RMF.Core.Kinds;

/// <summary>
/// The first of the two tables: every kind and property that RMF knows, with the switch that manages it and the way it is compared.
/// Diff, plan, translation and docs read it. A property of a new XProtect release is a row here and a row in the adapter's bindings.
/// Source of names and types: the XProtect RESTful configuration API, 2025 R2.
/// </summary>
public static class KindTable
{
    private static readonly Dictionary<ItemKind, KindDescriptor> ByKind = Rows().ToDictionary(r => r.Kind);

    public static IReadOnlyCollection<KindDescriptor> All => ByKind.Values;

    /// <summary>Devices in the order in which they are planned.</summary>
    public static IReadOnlyList<ItemKind> DeviceKinds { get; } = [ItemKind.Camera, .. DeviceRows.Kinds];

    /// <summary>
    /// What belongs to a site and to no recording server, in the order in which it is planned; told apart by its path, which is the property <c>path</c>.
    /// </summary>
    public static IReadOnlyList<ItemKind> SiteKinds { get; } = [.. GroupKinds.All.Select(g => g.Group), ItemKind.Role, ItemKind.ViewGroup, ItemKind.View, ItemKind.HighAvailabilityView];

    public static KindDescriptor Of(ItemKind kind) => ByKind[kind];

    private static IEnumerable<KindDescriptor> Rows()
    {
        yield return new(ItemKind.RecordingServer, "recordingServer", PairingRule.Link, ReadTier.Bulk, SyncStage.Hardware, []);
        yield return new(ItemKind.Storage, "storage", PairingRule.Link, ReadTier.Bulk, SyncStage.Hardware, []);
        yield return new(ItemKind.HardwareDriver, "hardwareDriver", PairingRule.Number, ReadTier.Bulk, SyncStage.Hardware, []);
        foreach (var row in GroupKinds.Rows().Concat(AccessKinds.Rows()).Concat(ViewKinds.Rows()))
        {
            yield return row;
        }

        yield return new(ItemKind.DeviceStream, "deviceStream", PairingRule.NameInParent, ReadTier.Derived, SyncStage.DevicePart, []);
        foreach (var row in ShownOnlyRows.All())
        {
            yield return row;
        }

        yield return new(ItemKind.Hardware, "hardware", PairingRule.Device, ReadTier.Bulk, SyncStage.Hardware, HardwareRows()) { Parts = ShownOnlyRows.OfHardware };
        yield return new(ItemKind.Camera, "camera", PairingRule.Channel, ReadTier.Bulk, SyncStage.Device, CameraRows())
        {
            Parts = [ItemKind.Settings, ItemKind.Streams, ItemKind.MotionDetection, .. CameraPartRows.Kinds, .. ShownOnlyRows.OfCamera, ItemKind.CameraPermissions],
        };
        yield return new(ItemKind.Settings, "settings", PairingRule.AsParent, ReadTier.PerItem, SyncStage.DevicePart, SettingsRows());
        yield return new(ItemKind.Streams, "streams", PairingRule.AsParent, ReadTier.PerItem, SyncStage.DevicePart, StreamsRows());
        yield return new(ItemKind.MotionDetection, "motionDetection", PairingRule.AsParent, ReadTier.PerItem, SyncStage.DevicePart, MotionRows());
        foreach (var row in CameraPartRows.All().Concat(DeviceRows.All()))
        {
            yield return row;
        }
    }

    private static PropertyDescriptor[] HardwareRows() =>
    [
        new("name", Text, SyncCategory.Hardware) { IsName = true },
        new("description", Text, SyncCategory.Hardware),
        new("enabled", PropertyType.Boolean, SyncCategory.Hardware) { IsEnabling = true },
        new("address", Text, Lifecycle),
        new("userName", Text, Lifecycle),
        new("hardwareDriverPath", PropertyType.Reference, Lifecycle) { Target = ItemKind.HardwareDriver },
    ];

    private static PropertyDescriptor[] CameraRows() =>
    [
        new("name", Text, CameraGeneral) { IsName = true },
        new("shortName", Text, CameraGeneral),
        new("description", Text, CameraGeneral),
        new("enabled", PropertyType.Boolean, CameraGeneral) { IsEnabling = true },
        new("gisPoint", GisPoint, CameraGeneral),
        new("icon", Number, CameraGeneral),
        new("coverageDirection", Number, CameraGeneral),
        new("coverageDepth", Number, CameraGeneral),
        new("coverageFieldOfView", Number, CameraGeneral),
        new("recordingEnabled", PropertyType.Boolean, CameraRecording),
        new("recordingFramerate", Number, CameraRecording),
        new("recordKeyframesOnly", PropertyType.Boolean, CameraRecording),
        new("recordOnRelatedDevices", PropertyType.Boolean, CameraRecording),
        new("prebufferEnabled", PropertyType.Boolean, CameraRecording),
        new("prebufferInMemory", PropertyType.Boolean, CameraRecording),
        new("prebufferSeconds", Number, CameraRecording),
        new("manualRecordingTimeoutEnabled", PropertyType.Boolean, CameraRecording),
        new("manualRecordingTimeoutMinutes", Number, CameraRecording),
        new("edgeStorageEnabled", PropertyType.Boolean, CameraRecording),
        new("edgeStoragePlaybackEnabled", PropertyType.Boolean, CameraRecording),
        new("failoverSetting", Choice, CameraRecording),
        new("recordingStorage", PropertyType.Reference, CameraRecording) { Target = ItemKind.Storage },
    ];

    private static PropertyDescriptor[] SettingsRows() =>
    [
        new("generalSettings", KeyedList, CameraGeneral) { ListKey = "displayName", HasOpenMembers = true, IgnoredMembers = ["displayName"] },
        new("ptz", OpenGroup, CameraGeneral) { IgnoredMembers = ["displayName", "pan", "tilt", "zoom"] },
        new("ptzSessionTimeouts", OpenGroup, CameraGeneral) { IgnoredMembers = ["displayName"] },
        new("stream", KeyedList, SyncCategory.Streams) { ListKey = "displayName", HasOpenMembers = true, IgnoredMembers = ["displayName", "streamReferenceId", "edgeStorageSupported"] },
    ];

    private static PropertyDescriptor[] StreamsRows() =>
    [
        new("stream", KeyedList, SyncCategory.Streams)
        {
            ListKey = "streamReferenceId",
            Members =
            [
                new("streamReferenceId", PropertyType.Reference, SyncCategory.Streams) { Target = ItemKind.DeviceStream },
                new("name", Text, SyncCategory.Streams),
                new("liveMode", Choice, SyncCategory.Streams),
                new("useEdge", PropertyType.Boolean, SyncCategory.Streams),
                new("liveDefault", PropertyType.Boolean, StreamSelection) { IsHeldByOne = true },
                new("defaultPlayback", PropertyType.Boolean, StreamSelection) { IsHeldByOne = true },
                new("recordTo", Choice, StreamSelection) { IsHeldByOne = true },
            ],
            IgnoredMembers = ["displayName", "edgeTrackId"],
        },
    ];

    private static PropertyDescriptor[] MotionRows() =>
    [
        new("enabled", PropertyType.Boolean, Motion),
        new("detectionMethod", Choice, Motion),
        new("generateMotionMetadata", PropertyType.Boolean, Motion),
        new("gridSize", Choice, Motion),
        new("hardwareAccelerationMode", Choice, Motion),
        new("keyframesOnly", PropertyType.Boolean, Motion),
        new("manualSensitivity", Number, Motion),
        new("manualSensitivityEnabled", PropertyType.Boolean, Motion),
        new("processTime", Choice, Motion),
        new("threshold", Number, Motion),
        new("useExcludeRegions", PropertyType.Boolean, Motion),
        new("excludeRegions", Text, Motion),
    ];
}
