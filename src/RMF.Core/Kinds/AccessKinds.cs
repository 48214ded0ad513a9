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
        foreach (var (kind, label, category) in Permissions)
        {
            yield return new(kind, label, PairingRule.AsParent, ReadTier.PerItem, SyncStage.Permission, PermissionRows(category));
        }
    }

    /// <summary>Permission sets, each with its switch. XProtect has no task for those on hardware.</summary>
    private static readonly (ItemKind Kind, string Label, SyncCategory Category)[] Permissions =
    [
        (ItemKind.CameraPermissions, "permissions", SyncCategory.Roles),
        (ItemKind.MicrophonePermissions, "microphonePermissions", SyncCategory.RoleDevices),
        (ItemKind.SpeakerPermissions, "speakerPermissions", SyncCategory.RoleDevices),
        (ItemKind.MetadataPermissions, "metadataPermissions", SyncCategory.RoleDevices),
        (ItemKind.InputEventPermissions, "inputPermissions", SyncCategory.RoleDevices),
        (ItemKind.OutputPermissions, "outputPermissions", SyncCategory.RoleDevices),
        (ItemKind.ViewGroupPermissions, "viewGroupPermissions", SyncCategory.Roles),
    ];

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

    private static PropertyDescriptor[] PermissionRows(SyncCategory category) =>
    [
        new("roles", PropertyType.KeyedList, category)
        {
            ListKey = "role",
            HasForeignEntries = true,
            Members =
            [
                new("role", PropertyType.Reference, category) { Target = ItemKind.Role },
                new("permissions", PropertyType.Text, category),
            ],
        },
    ];
}
