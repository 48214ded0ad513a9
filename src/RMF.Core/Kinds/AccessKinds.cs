using RMF.Core.Inventory;

namespace RMF.Core.Kinds;

/// <summary>
/// The rows of roles and of what they may do. Permissions of one namespace or one device are one text, <c>VIEW_LIVE=True, ...</c>, of those that are
/// given or denied, sorted: forty roles on four thousand cameras are many values.
/// </summary>
internal static class AccessKinds
{
    public static IEnumerable<KindDescriptor> Rows()
    {
        yield return new(ItemKind.Role, "role", PairingRule.Path, ReadTier.Bulk, SyncStage.Role, RoleRows());
        yield return new(ItemKind.CameraPermissions, "permissions", PairingRule.AsParent, ReadTier.PerItem, SyncStage.Permission, PermissionRows());
    }

    private static PropertyDescriptor[] RoleRows() =>
    [
        new("name", PropertyType.Text, SyncCategory.Roles),
        new("description", PropertyType.Text, SyncCategory.Roles),
        new("allowSmartClientLogOn", PropertyType.Boolean, SyncCategory.Roles),
        new("allowMobileClientLogOn", PropertyType.Boolean, SyncCategory.Roles),
        new("allowWebClientLogOn", PropertyType.Boolean, SyncCategory.Roles),
        new("dualAuthorizationRequired", PropertyType.Boolean, SyncCategory.Roles),
        new("makeUsersAnonymousDuringPTZSession", PropertyType.Boolean, SyncCategory.Roles),
        new("users", PropertyType.KeyedList, SyncCategory.Roles) { ListKey = "sid", Members = [new("sid", PropertyType.Choice, SyncCategory.Roles)] },
        new("overall", PropertyType.KeyedList, SyncCategory.Roles)
        {
            ListKey = "namespace",
            Members = [new("namespace", PropertyType.Choice, SyncCategory.Roles), new("permissions", PropertyType.Text, SyncCategory.Roles)],
        },
    ];

    private static PropertyDescriptor[] PermissionRows() =>
    [
        new("roles", PropertyType.KeyedList, SyncCategory.Roles)
        {
            ListKey = "role",
            HasForeignEntries = true,
            Members =
            [
                new("role", PropertyType.Reference, SyncCategory.Roles) { Target = ItemKind.Role },
                new("permissions", PropertyType.Text, SyncCategory.Roles),
            ],
        },
    ];
}
