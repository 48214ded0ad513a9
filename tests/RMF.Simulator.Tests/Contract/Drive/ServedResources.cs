namespace RMF.Simulator.Tests.Contract;

/// <summary>The resources that the simulator must serve whole: every declared operation on them is to be answered.</summary>
internal static class ServedResources
{
    public static readonly IReadOnlySet<string> Names = new HashSet<string>(StringComparer.Ordinal)
    {
        "sites", "childSites", "siteAddresses", "recordingServers", "storages", "archiveStorages", "hardware", "hardwareDrivers", "hardwareDriverSettings",
        "cameras", "microphones", "speakers", "inputEvents", "outputs", "metadata",
        "hardwarePtzSettings", "hardwareDeviceEvents", "fisheyeLens", "clientSettings", "customProperties", "settings", "streams", "motionDetections", "privacyProtections", "ptzPresets",
        "cameraGroups", "microphoneGroups", "speakerGroups", "inputEventGroups", "outputGroups", "metadataGroups",
        "roles", "users", "viewGroups", "views", "mipKinds",
        "tasks",
    };

    /// <summary>The declared operations on these resources alone.</summary>
    public static IEnumerable<ContractOperation> Operations(ContractDocument document) =>
        document.Operations.Where(operation => operation.Resources.All(Names.Contains));
}
