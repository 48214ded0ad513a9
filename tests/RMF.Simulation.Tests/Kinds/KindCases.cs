using RMF.Core.Inventory;

namespace RMF.Simulation.Tests.Kinds;

/// <summary>A case for each property that is kept equal.</summary>
internal static class KindCases
{
    private const string Hall = "Hall";
    private const string Dome = "Yard dome";

    private static readonly (string Path, object Value)[] General =
    [
        ("shortName", "X1"), ("description", "Other"), ("enabled", false), ("gisPoint", "POINT (12.5 55.5)"), ("icon", 7L),
        ("coverageDirection", 0.25), ("coverageDepth", 5.0), ("coverageFieldOfView", 0.5), ("name", "Other name"),
    ];

    private static readonly (string Path, object Value)[] Recording =
    [
        ("recordingEnabled", false), ("prebufferEnabled", false), ("prebufferInMemory", false), ("prebufferSeconds", 17L),
        ("manualRecordingTimeoutEnabled", false), ("manualRecordingTimeoutMinutes", 77L), ("edgeStorageEnabled", true),
        ("edgeStoragePlaybackEnabled", true), ("failoverSetting", "LiveOnly"), ("recordingStorage", KindWorld.OtherStorage),
    ];

    public static IReadOnlyList<KindCase> All { get; } =
    [
        .. Hardware(),
        .. Camera(),
        .. Settings(),
        .. Streams(),
        .. Motion(),
        .. CameraLists(),
        .. Of(ItemKind.PrivacyProtection, "privacyProtections", Dome, ("enabled", false), ("privacyMaskXml", "<other/>")),
        .. ShownOnly(),
        .. Device(ItemKind.Microphone, "microphones", "Hall microphone", ItemKind.MicrophoneSettings, "inputGain", 12L, isRecorded: true),
        .. Device(ItemKind.Speaker, "speakers", "Hall speaker", ItemKind.SpeakerSettings, "outputGain", 12L, isRecorded: true),
        .. Device(ItemKind.Metadata, "metadata", "Hall metadata", ItemKind.MetadataSettings, "validTime", 12L, isRecorded: true),
        .. Device(ItemKind.InputEvent, "inputEvents", "Hall input", ItemKind.InputEventSettings, "triggerTime", 1200L, isRecorded: false),
        .. Device(ItemKind.Output, "outputs", "Hall output", ItemKind.OutputSettings, "outputTriggerTime", 1200L, isRecorded: false),
    ];

    private static KindCase[] Hardware() => Of(ItemKind.Hardware, "hardware", "Yard", ("description", "Other"), ("enabled", false), ("name", "Other yard"));

    /// <summary>What XProtect shows and has no request to set.</summary>
    private static IEnumerable<KindCase> ShownOnly()
    {
        KindCase[] cases =
        [
            .. Of(ItemKind.HardwareDriverSettings, "hardwareDriverSettings", "Yard", ("httpSEnabled", "Yes"), ("httpSPort", 8443L), ("httpSValidateCertificate", "Yes"))
                .Select(c => c with { Path = "hardwareDriverSettings." + c.Path }),
            .. Of(ItemKind.HardwarePtzSettings, "hardwarePtzSettings", "Yard", ("ptzEnabled", false), ("ptzCOMPort", 3L), ("ptzDeviceID", 9L), ("ptzProtocol", "2"))
                .Select(c => c with { Path = "hardwarePtzDeviceSettings[0]." + c.Path, Property = "hardwarePtzDeviceSettings." + c.Property }),
            .. Of(
                ItemKind.FisheyeLens,
                "fisheyeLens",
                Hall,
                ("enabled", true),
                ("fisheyeFieldOfView", 200.0),
                ("orientation", "Wall"),
                ("registeredPanomorphLens", "1"),
                ("registeredPanomorphLensNumber", "A1UST")),
            new(ItemKind.DeviceEvents, "hardwareDeviceEvents", "hardwareDeviceEvents", Hall, "hardwareDeviceEvents[1].eventUsed", true),
            .. Of(ItemKind.ClientSettings, "clientSettings", Hall, ("multicastEnabled", true), ("shortcut", 12L)),
            new(ItemKind.CustomProperties, "values", "customProperties", Hall, "assetTag", "A-17"),
        ];
        return cases.Select(c => c with { IsReportedOnly = true, Owner = c.Kind is ItemKind.HardwareDriverSettings or ItemKind.HardwarePtzSettings ? "hardware" : "cameras" });
    }

    private static KindCase[] Camera() =>
    [
        .. Of(ItemKind.Camera, "cameras", Hall, [.. General, .. Recording, ("recordingFramerate", 11.0), ("recordKeyframesOnly", true), ("recordOnRelatedDevices", false)]),
    ];

    private static KindCase[] Settings() =>
    [
        new(ItemKind.Settings, "generalSettings", "settings", Hall, "generalSettings[0].brightness", 91L),
        new(ItemKind.Settings, "ptz", "settings", Dome, "ptz.ptzDeviceID", 9L),
        new(ItemKind.Settings, "ptzSessionTimeouts", "settings", Dome, "ptzSessionTimeouts.manualPTZTimeout", 45L),
        new(ItemKind.Settings, "stream", "settings", Hall, "stream[0].FPS", 3.0),
    ];

    private static KindCase[] CameraLists() =>
    [
        .. Entries(ItemKind.PtzPresets, "ptzPresets", "Fence", ("description", "Other"), ("pan", 0.25), ("tilt", 0.5), ("zoom", 0.75), ("defaultPreset", true)),
        .. Entries(
            ItemKind.PatrollingProfiles,
            "patrollingProfiles",
            "Round",
            ("description", "Other"),
            ("customizeTransitions", true),
            ("initSpeed", 0.5),
            ("initTransitionTime", 9.0),
            ("endSpeed", 0.5),
            ("endTransitionTime", 9.0)),
        new(ItemKind.PatrollingProfiles, "patrollingProfiles.patrollingEntry", "patrollingProfiles", "Round", "patrollingEntry[1].waitTime", 44.0),
        new(ItemKind.PatrollingProfiles, "patrollingProfiles.endPreset", "patrollingProfiles", "Round", "endPresetId", KindWorld.PresetFence),
    ];

    private static KindCase[] Entries(ItemKind kind, string list, string name, params (string Path, object Value)[] values)
        => [.. values.Select(v => new KindCase(kind, $"{list}.{v.Path}", list, name, v.Path, v.Value))];

    private static KindCase[] Streams() =>
    [
        new(ItemKind.Streams, "stream.name", "streams", Hall, "stream[0].name", "Other"),
        new(ItemKind.Streams, "stream.liveMode", "streams", Hall, "stream[0].liveMode", "Always"),
        new(ItemKind.Streams, "stream.useEdge", "streams", Hall, "stream[0].useEdge", false),
        new(ItemKind.Streams, "stream.liveDefault", "streams", Hall, "stream[0].liveDefault", false),
        new(ItemKind.Streams, "stream.defaultPlayback", "streams", Hall, "stream[0].defaultPlayback", false),
        new(ItemKind.Streams, "stream.recordTo", "streams", Hall, "stream[0].recordTo", ""),
    ];

    private static KindCase[] Motion() => Of(
        ItemKind.MotionDetection,
        "motionDetections",
        Hall,
        ("enabled", false),
        ("detectionMethod", "Normal"),
        ("generateMotionMetadata", false),
        ("gridSize", "Grid8X8"),
        ("hardwareAccelerationMode", "Off"),
        ("keyframesOnly", false),
        ("manualSensitivity", 31L),
        ("manualSensitivityEnabled", true),
        ("processTime", "Ms1000"),
        ("threshold", 4321L),
        ("useExcludeRegions", true),
        ("excludeRegions", "1111"));

    private static KindCase[] Device(ItemKind kind, string resource, string name, ItemKind settings, string setting, object value, bool isRecorded) =>
    [
        .. Of(kind, resource, name, [.. General, .. isRecorded ? Recording : []]),
        new(settings, "generalSettings", "settings", name, "generalSettings[0]." + setting, value),
    ];

    private static KindCase[] Of(ItemKind kind, string resource, string device, params (string Path, object Value)[] values)
        => [.. values.Select(v => new KindCase(kind, v.Path, resource, device, v.Path, v.Value))];
}
