using RMF.Core.Inventory;

namespace RMF.Core.Kinds;

/// <summary>
/// The rows of shared views. A tile is its definition with a placeholder for each camera, and the cameras beside it as references, so that they are
/// translated like all references.
/// </summary>
internal static class ViewKinds
{
    public static IEnumerable<KindDescriptor> Rows()
    {
        yield return new(ItemKind.ViewGroup, "viewGroup", PairingRule.Path, ReadTier.Bulk, SyncStage.View, [Text("name", SyncCategory.ViewGroups), Text("description", SyncCategory.ViewGroups)])
        {
            Parts = [ItemKind.ViewGroupPermissions],
        };
        yield return new(ItemKind.View, "view", PairingRule.Path, ReadTier.Bulk, SyncStage.View, [Text("shortcut", SyncCategory.Views), .. Layout(SyncCategory.Views)]);
        yield return new(ItemKind.HighAvailabilityView, "haView", PairingRule.Path, ReadTier.Bulk, SyncStage.View, Layout(SyncCategory.HighAvailabilityViews));
    }

    private static PropertyDescriptor[] Layout(SyncCategory category) =>
    [
        Text("name", category),
        Text("viewLayoutType", category),
        Text("layoutViewItems", category),
        new("tiles", PropertyType.KeyedList, category)
        {
            ListKey = "position",
            Members =
            [
                new("position", PropertyType.Number, category), Text("definition", category),
                Camera("camera", category), Camera("camera2", category), Camera("camera3", category), Camera("camera4", category),
            ],
        },
    ];

    private static PropertyDescriptor Text(string name, SyncCategory category) => new(name, PropertyType.Text, category);

    private static PropertyDescriptor Camera(string name, SyncCategory category) => new(name, PropertyType.Reference, category) { Target = ItemKind.Camera };
}
