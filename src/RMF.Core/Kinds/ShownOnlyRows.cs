using RMF.Core.Inventory;
using static RMF.Core.Kinds.PropertyType;
using static RMF.Core.Kinds.SyncCategory;

namespace RMF.Core.Kinds;

/// <summary>
/// The rows of what XProtect's interface shows and has no request to set. It is compared, and a difference is reported as Unsupported
/// (decision 0240). What the driver of a device reports about itself (model, firmware, MAC address) is a fact and stands in no row.
/// </summary>
internal static class ShownOnlyRows
{
    /// <summary>Parts of a hardware.</summary>
    public static readonly IReadOnlyList<ItemKind> OfHardware = [ItemKind.HardwareDriverSettings, ItemKind.HardwarePtzSettings];

    /// <summary>Parts of a camera.</summary>
    public static readonly IReadOnlyList<ItemKind> OfCamera = [ItemKind.FisheyeLens, ItemKind.DeviceEvents, ItemKind.ClientSettings, ItemKind.CustomProperties];

    public static IEnumerable<KindDescriptor> All() =>
    [
        Row(ItemKind.HardwareDriverSettings, "driverSettings", SyncStage.Hardware, Driver()),
        Row(ItemKind.HardwarePtzSettings, "ptzPorts", SyncStage.Hardware, PtzPorts()),
        Row(ItemKind.FisheyeLens, "fisheye", SyncStage.DevicePart, FisheyeRows()),
        Row(ItemKind.DeviceEvents, "events", SyncStage.DevicePart, EventRows()),
        Row(ItemKind.ClientSettings, "clientSettings", SyncStage.DevicePart, ClientRows()),
        Row(ItemKind.CustomProperties, "customProperties", SyncStage.DevicePart, CustomRows()),
    ];

    private static KindDescriptor Row(ItemKind kind, string label, SyncStage stage, PropertyDescriptor[] properties)
        => new(kind, label, PairingRule.AsParent, ReadTier.PerItem, stage, properties) { IsShownOnly = true };

    private static PropertyDescriptor[] Driver() =>
    [
        new("httpSEnabled", Choice, HardwareDriver),
        new("httpSPort", Number, HardwareDriver),
        new("httpSValidateCertificate", Choice, HardwareDriver),
    ];

    /// <summary>One entry for each camera of the hardware, in the server's order: their names follow the policy's pattern and are no key.</summary>
    private static PropertyDescriptor[] PtzPorts() =>
    [
        new("hardwarePtzDeviceSettings", KeyedList, HardwarePtz)
        {
            ListKey = "number",
            Members =
            [
                new("ptzEnabled", PropertyType.Boolean, HardwarePtz),
                new("ptzCOMPort", Number, HardwarePtz),
                new("ptzDeviceID", Number, HardwarePtz),
                new("ptzProtocol", Choice, HardwarePtz),
            ],
        },
    ];

    private static PropertyDescriptor[] FisheyeRows() =>
    [
        new("enabled", PropertyType.Boolean, Fisheye),
        new("fisheyeFieldOfView", Number, Fisheye),
        new("orientation", Choice, Fisheye),
        new("registeredPanomorphLens", Choice, Fisheye),
        new("registeredPanomorphLensNumber", Choice, Fisheye),
    ];

    /// <summary>The driver decides which events there are.</summary>
    private static PropertyDescriptor[] EventRows() =>
    [
        new("hardwareDeviceEvents", KeyedList, Events)
        {
            ListKey = "displayName",
            HasOpenMembers = true,
            IgnoredMembers = ["displayName", "id", "lastModified", "relations"],
        },
    ];

    private static PropertyDescriptor[] ClientRows() =>
    [
        new("multicastEnabled", PropertyType.Boolean, ClientSettings),
        new("shortcut", Number, ClientSettings),
        new("related", KeyedList, ClientSettings)
        {
            ListKey = "item",
            IsMembership = true,
            Members = [new("item", PropertyType.Reference, ClientSettings) { Target = ItemKind.Microphone }],
        },
    ];

    private static PropertyDescriptor[] CustomRows() => [new("values", OpenGroup, CustomProperties)];
}
