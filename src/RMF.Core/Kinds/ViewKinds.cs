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
        yield return new(ItemKind.ViewGroup, "viewGroup", PairingRule.Path, ReadTier.Bulk, SyncStage.View, [Text("name"), Text("description")]) { Parts = [ItemKind.ViewGroupPermissions] };
        yield return new(ItemKind.View, "view", PairingRule.Path, ReadTier.Bulk, SyncStage.View, [
            Text("name"),
            Text("shortcut"),
            Text("viewLayoutType"),
            Text("layoutViewItems"),
            new("tiles", PropertyType.KeyedList, SyncCategory.Views)
            {
                ListKey = "position",
                Members = [new("position", PropertyType.Number, SyncCategory.Views), Text("definition"), Camera("camera"), Camera("camera2"), Camera("camera3"), Camera("camera4")],
            },
        ]);
    }

    private static PropertyDescriptor Text(string name) => new(name, PropertyType.Text, SyncCategory.Views);

    private static PropertyDescriptor Camera(string name) => new(name, PropertyType.Reference, SyncCategory.Views) { Target = ItemKind.Camera };
}
