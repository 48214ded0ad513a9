using RMF.Core.Inventory;

namespace RMF.XProtect.Bindings;

/// <summary>The bindings of the devices that are no cameras. Their settings are one resource, told apart here by the device that they are asked for with.</summary>
internal static class DeviceBindings
{
    public static IEnumerable<Binding> All() =>
    [
        .. Device(ItemKind.Microphone, "microphones", "Microphone", ItemKind.MicrophoneSettings, isRecorded: true),
        .. Device(ItemKind.Speaker, "speakers", "Speaker", ItemKind.SpeakerSettings, isRecorded: true),
        .. Device(ItemKind.Metadata, "metadata", "Metadata", ItemKind.MetadataSettings, isRecorded: true),
        .. Device(ItemKind.InputEvent, "inputEvents", "InputEvent", ItemKind.InputEventSettings, isRecorded: false),
        .. Device(ItemKind.Output, "outputs", "Output", ItemKind.OutputSettings, isRecorded: false),
    ];

    private static Binding[] Device(ItemKind kind, string resource, string oldName, ItemKind settings, bool isRecorded)
    {
        var device = new Binding(kind, resource, ReadWay.Bulk, CostTier.Bulk, WriteWay.Patch) { Owners = [ItemKind.Hardware], HasDisabledFlag = true, OldName = oldName };
        return
        [
            isRecorded ? device with { Tasks = BindingTable.StorageTask } : device,
            new Binding(settings, "settings", ReadWay.PerItem, CostTier.PerItem, WriteWay.Patch) { Owners = [kind], HasDefinitions = true },
        ];
    }
}
