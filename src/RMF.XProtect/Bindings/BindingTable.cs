using RMF.Core.Inventory;

namespace RMF.XProtect.Bindings;

/// <summary>
/// The second of the two tables: XProtect's side of each kind. A new kind of the API is a row here and a row in Core's table.
/// Source of names, flags and verbs: the XProtect RESTful configuration API, 2025 R2, and answers of live systems.
/// </summary>
internal static class BindingTable
{
    /// <summary>A device's storage is not written by PATCH.</summary>
    internal static readonly Dictionary<string, string> StorageTask = new(StringComparer.Ordinal) { ["recordingStorage"] = "ChangeDeviceRecordingStorage" };

    private static readonly Dictionary<ItemKind, Binding> ByKind = Rows().ToDictionary(r => r.Kind);

    private static readonly Dictionary<string, Binding> ByName = CreateNames();

    public static IReadOnlyCollection<Binding> All => ByKind.Values;

    /// <summary>Collections that a server embeds when includeChildren names them; they are no properties of the item that holds them.</summary>
    public static readonly HashSet<string> ChildCollections = new(StringComparer.Ordinal)
    {
        "archiveStorages", "cameraGroups", "cameras", "clientSettings", "customProperties", "failoverRecorders", "fisheyeLens", "hardware",
        "hardwareDeviceEvents", "hardwareDriverSettings", "hardwareDrivers", "hardwarePtzSettings", "inputEventGroups", "inputEvents",
        "metadata", "metadataGroups", "microphoneGroups", "microphones", "motionDetections", "outputGroups", "outputs", "patrollingProfiles",
        "privacyProtections", "ptzPresets", "recordingServerFailovers", "recordingServerMulticasts", "settings", "speakerGroups", "speakers",
        "storageInformation", "storages", "streams", "tasks", "users", "viewGroups", "views",
    };

    public static Binding? Find(ItemKind kind) => ByKind.TryGetValue(kind, out var found) ? found : null;

    /// <summary>The kind behind a resource's name or the older name of references to it.</summary>
    public static ItemKind? KindOf(string name) => ByName.TryGetValue(name, out var found) ? found.Kind : null;

    private static IEnumerable<Binding> Rows()
    {
        yield return new(ItemKind.RecordingServer, "recordingServers", ReadWay.Bulk, CostTier.Bulk, WriteWay.Patch) { HasDisabledFlag = true, OldName = "RecordingServer" };
        yield return new(ItemKind.Storage, "storages", ReadWay.Included, CostTier.Bulk, WriteWay.Patch) { Owners = [ItemKind.RecordingServer], OldName = "Storage" };
        yield return new(ItemKind.HardwareDriver, "hardwareDrivers", ReadWay.PerOwner, CostTier.Bulk, WriteWay.None)
        {
            Owners = [ItemKind.RecordingServer],
            HasItemRead = false,
            OldName = "HardwareDriver",
        };
        yield return new(ItemKind.Hardware, "hardware", ReadWay.Bulk, CostTier.Bulk, WriteWay.Patch) { Owners = [ItemKind.RecordingServer], HasDisabledFlag = true, OldName = "Hardware" };
        yield return new(ItemKind.HardwareDriverSettings, "hardwareDriverSettings", ReadWay.PerItem, CostTier.SlowPerItem, WriteWay.None)
        {
            Owners = [ItemKind.Hardware],
            Unwrap = "hardwareDriverSettings",
        };
        yield return new(ItemKind.Camera, "cameras", ReadWay.Bulk, CostTier.Bulk, WriteWay.Patch)
        {
            Owners = [ItemKind.Hardware],
            HasDisabledFlag = true,
            Tasks = StorageTask,
            OldName = "Camera",
        };
        yield return new(ItemKind.Streams, "streams", ReadWay.PerItem, CostTier.PerItem, WriteWay.StreamList)
        {
            Owners = [ItemKind.Camera],
            LocalReferences = new Dictionary<string, ItemKind>(StringComparer.Ordinal) { ["streamReferenceId"] = ItemKind.DeviceStream },
            ReportOnlyMembers = ["displayName", "edgeTrackId"],
        };
        yield return new(ItemKind.Settings, "settings", ReadWay.PerItem, CostTier.PerItem, WriteWay.Patch) { Owners = [ItemKind.Camera], HasDefinitions = true };
        yield return new(ItemKind.DeviceStream, string.Empty, ReadWay.Derived, CostTier.Free, WriteWay.None)
        {
            Owners = [ItemKind.Camera],
            DerivedFrom = ItemKind.Settings,
            HasItemRead = false,
        };
        yield return new(ItemKind.MotionDetection, "motionDetections", ReadWay.PerItem, CostTier.PerItem, WriteWay.Patch) { Owners = [ItemKind.Camera] };
        foreach (var row in CameraPartBindings.All().Concat(DeviceBindings.All()))
        {
            yield return row;
        }

        foreach (var row in GroupBindings.All().Concat(AccessBindings.All()))
        {
            yield return row;
        }
    }

    private static Dictionary<string, Binding> CreateNames()
    {
        var names = new Dictionary<string, Binding>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in ByKind.Values)
        {
            foreach (var name in (string[])[row.Resource, row.OldName])
            {
                // "hardware" is a resource and an older name at once.
                if (name.Length > 0 && !names.ContainsKey(name))
                {
                    names.Add(name, row);
                }
            }
        }

        return names;
    }
}
