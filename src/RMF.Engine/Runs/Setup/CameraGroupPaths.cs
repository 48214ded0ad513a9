using RMF.Core.Inventory;

namespace RMF.Engine.Runs.Setup;

/// <summary>In which device groups cameras are.</summary>
internal static class CameraGroupPaths
{
    /// <summary>The paths of the groups that list a camera, by the camera.</summary>
    public static ILookup<ItemKey, string> Of(params SideView[] views)
        => views.SelectMany(v => v.OfKind(ItemKind.CameraGroup))
            .SelectMany(g => Members(g).Select(m => (Camera: m, Path: g.Properties.TextOf("path") ?? "/" + g.Name)))
            .ToLookup(m => m.Camera, m => m.Path);

    private static IEnumerable<ItemKey> Members(Item group)
        => group.Properties["members"] is ListValue list ? list.Items.OfType<Reference>().Select(r => r.Target) : [];
}
