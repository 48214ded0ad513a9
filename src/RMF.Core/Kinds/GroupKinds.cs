using RMF.Core.Inventory;

namespace RMF.Core.Kinds;

/// <summary>The rows of device groups: one for each kind of device.</summary>
internal static class GroupKinds
{
    /// <summary>Each kind of group with its word in plan addresses and the devices that it lists.</summary>
    public static IReadOnlyList<(ItemKind Group, string Label, ItemKind Members)> All { get; } =
    [
        (ItemKind.CameraGroup, "cameraGroup", ItemKind.Camera),
        (ItemKind.MicrophoneGroup, "microphoneGroup", ItemKind.Microphone),
        (ItemKind.SpeakerGroup, "speakerGroup", ItemKind.Speaker),
        (ItemKind.MetadataGroup, "metadataGroup", ItemKind.Metadata),
        (ItemKind.InputEventGroup, "inputEventGroup", ItemKind.InputEvent),
        (ItemKind.OutputGroup, "outputGroup", ItemKind.Output),
    ];

    public static IEnumerable<KindDescriptor> Rows()
        => All.Select(g => new KindDescriptor(g.Group, g.Label, PairingRule.Path, ReadTier.Bulk, SyncStage.Group, PropertiesOf(g.Members)));

    /// <summary>The name is compared for a group that was renamed since it was paired.</summary>
    private static PropertyDescriptor[] PropertiesOf(ItemKind device) =>
    [
        new("name", PropertyType.Text, SyncCategory.Groups),
        new("description", PropertyType.Text, SyncCategory.Groups),
        new("members", PropertyType.KeyedList, SyncCategory.Groups)
        {
            ListKey = "item",
            IsMembership = true,
            Members = [new("item", PropertyType.Reference, SyncCategory.Groups) { Target = device }],
        },
    ];
}
