using RMF.Core.Inventory;

namespace RMF.XProtect.Bindings;

/// <summary>The rows of roles and permissions.</summary>
internal static class AccessBindings
{
    public static IEnumerable<Binding> All()
    {
        yield return new(ItemKind.Role, "roles", ReadWay.Roles, CostTier.PerItem, WriteWay.Patch) { CanCreate = true, OldName = "Role" };
        yield return new(ItemKind.CameraPermissions, "cameras", ReadWay.PerItem, CostTier.PerItem, WriteWay.Patch) { Owners = [ItemKind.Camera], IsPermissions = true };
    }
}
