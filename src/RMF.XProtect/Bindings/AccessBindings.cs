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
        yield return new(ItemKind.CameraPermissions, "cameras", ReadWay.PerItem, CostTier.PerItem, WriteWay.Patch) { Owners = [ItemKind.Camera], IsPermissions = true };
    }
}
