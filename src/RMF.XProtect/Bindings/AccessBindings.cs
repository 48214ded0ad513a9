using RMF.Core.Inventory;

namespace RMF.XProtect.Bindings;

/// <summary>The rows of roles, permissions and shared views.</summary>
internal static class AccessBindings
{
    public static IEnumerable<Binding> All()
    {
        yield return new(ItemKind.Role, "roles", ReadWay.Roles, CostTier.PerItem, WriteWay.Patch) { CanCreate = true, OldName = "Role" };
        yield return new(ItemKind.ViewGroup, "viewGroups", ReadWay.Groups, CostTier.Bulk, WriteWay.Patch) { Members = ItemKind.View, CanCreate = true, OldName = "ViewGroup" };
        yield return new(ItemKind.View, "views", ReadWay.Bulk, CostTier.Bulk, WriteWay.Patch) { Owners = [ItemKind.ViewGroup], CanCreate = true, HasTiles = true, OldName = "View" };
        yield return new(ItemKind.HighAvailabilityView, "views", ReadWay.Bulk, CostTier.Bulk, WriteWay.Patch) { Owners = [ItemKind.ViewGroup], CanCreate = true, HasTiles = true };
        yield return Permissions(ItemKind.CameraPermissions, "cameras", ItemKind.Camera);
        yield return Permissions(ItemKind.MicrophonePermissions, "microphones", ItemKind.Microphone);
        yield return Permissions(ItemKind.SpeakerPermissions, "speakers", ItemKind.Speaker);
        yield return Permissions(ItemKind.MetadataPermissions, "metadata", ItemKind.Metadata);
        yield return Permissions(ItemKind.InputEventPermissions, "inputEvents", ItemKind.InputEvent);
        yield return Permissions(ItemKind.OutputPermissions, "outputs", ItemKind.Output);
        yield return Permissions(ItemKind.ViewGroupPermissions, "viewGroups", ItemKind.ViewGroup);
    }

    private static Binding Permissions(ItemKind kind, string resource, ItemKind owner)
        => new(kind, resource, ReadWay.PerItem, CostTier.PerItem, WriteWay.Patch) { Owners = [owner], IsPermissions = true };
}
