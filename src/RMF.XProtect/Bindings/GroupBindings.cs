using RMF.Core.Inventory;

namespace RMF.XProtect.Bindings;

/// <summary>The rows of device groups. Each kind of device has groups of its own.</summary>
internal static class GroupBindings
{
    public static IEnumerable<Binding> All()
    {
        yield return Of(ItemKind.CameraGroup, "cameraGroups", "CameraGroup", ItemKind.Camera);
        yield return Of(ItemKind.MicrophoneGroup, "microphoneGroups", "MicrophoneGroup", ItemKind.Microphone);
        yield return Of(ItemKind.SpeakerGroup, "speakerGroups", "SpeakerGroup", ItemKind.Speaker);
        yield return Of(ItemKind.MetadataGroup, "metadataGroups", "MetadataGroup", ItemKind.Metadata);
        yield return Of(ItemKind.InputEventGroup, "inputEventGroups", "InputEventGroup", ItemKind.InputEvent);
        yield return Of(ItemKind.OutputGroup, "outputGroups", "OutputGroup", ItemKind.Output);
    }

    private static Binding Of(ItemKind kind, string resource, string oldName, ItemKind members)
        => new(kind, resource, ReadWay.Groups, CostTier.Bulk, WriteWay.Patch) { Members = members, CanCreate = true, OldName = oldName };
}
