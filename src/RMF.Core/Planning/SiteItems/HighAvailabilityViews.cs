using System.Security;
using System.Security.Cryptography;
using System.Text;
using RMF.Core.Inventory;

namespace RMF.Core.Planning.SiteItems;

/// <summary>
/// Makes the source's high-availability views out of its native ones: the same layout, and in place of each tile with one camera a view item of the
/// plugin that names the cameras of both sides. The target's are compared with them like any other item. Pure (decision 0182, 0243).
/// </summary>
public static class HighAvailabilityViews
{
    /// <summary>What tells a high-availability view from the native one beside it.</summary>
    public const string Suffix = " (HA)";

    /// <summary>Stands for the target site's own id in a tile; the adapter puts it in.</summary>
    public const string SitePlaceholder = "{site}";

    private const string Tiles = "tiles";
    private const string Camera = "camera";
    private const string ViewItem = "VideoOS.RemoteClient.Application.Data.ContentTypes.ExternalContentType.ExternalViewItem, VideoOS.RemoteClient.Application";

    /// <summary>The side with a high-availability view for each native view that shows a camera, and without those that it really holds.</summary>
    /// <param name="source">The primary side.</param>
    /// <param name="siteIdOf">The server's id of a site, by the site's name in the policy.</param>
    public static SideView Project(SideView source, Func<string, string> siteIdOf)
        => source.With(source.Sites.Select(s =>
        {
            var id = siteIdOf(s.Site);
            var made = s.OfKind(ItemKind.View).Select(v => Of(v, source, id)).OfType<Item>();
            var parts = s.Parts.Where(p => p.Kind != ItemKind.HighAvailabilityView).Append(s.PartOf(ItemKind.View) with { Kind = ItemKind.HighAvailabilityView });
            return new SiteSnapshot(s.Site, s.Version, s.TakenAt, [.. s.Items.Where(i => i.Key.Kind != ItemKind.HighAvailabilityView), .. made], parts);
        }).ToList());

    private static Item? Of(Item view, SideView source, string siteId)
    {
        if (view.Properties[Tiles] is not ListValue list || !list.Items.OfType<GroupValue>().Any(ShowsOneCamera))
        {
            return null;
        }

        var tiles = list.Items.OfType<GroupValue>().Select(t => (PropertyValue)(ShowsOneCamera(t) ? Tile(t, view, source, siteId) : t)).ToArray();
        var properties = new PropertyBagBuilder().Set("name", Scalar.Text(view.Name + Suffix)).Set(Tiles, new ListValue(tiles));
        foreach (var name in new[] { "viewLayoutType", "layoutViewItems" })
        {
            if (view.Properties.TryGet(name, out var value))
            {
                properties.Set(name, value!);
            }
        }

        return new Item(view.Key.Part(ItemKind.HighAvailabilityView), view.Parent, view.Name + Suffix, properties.Build());
    }

    /// <summary>The plugin's view item shows one camera; a carousel stays what it is.</summary>
    private static bool ShowsOneCamera(GroupValue tile) => tile.Members[Camera] is Reference && tile.Members["camera2"] is null;

    private static GroupValue Tile(GroupValue tile, Item view, SideView source, string siteId)
    {
        var camera = ((Reference)tile.Members[Camera]!).Target;
        var position = tile.Members.TextOf("position") ?? "0";
        var id = IdOf(view.Key.Id + "/" + position);
        var name = SecurityElement.Escape(source.Find(camera)?.Name ?? string.Empty);
        var text = $"<viewitem id=\"{id}\" displayname=\"RMF Camera\" shortcut=\"\" type=\"{ViewItem}\" smartClientId=\"{id}\"><iteminfo /><properties>"
            + $"<property name=\"rmf.version\" value=\"1\" /><property name=\"rmf.primary\" value=\"{siteId}/{camera.Id}\" />"
            + $"<property name=\"rmf.secondary\" value=\"{SitePlaceholder}/{{{Camera}}}\" /><property name=\"rmf.name\" value=\"{name}\" /></properties></viewitem>";
        return new GroupValue(new PropertyBagBuilder().Set("position", Scalar.Text(position)).Set("definition", Scalar.Text(text)).Set(Camera, tile.Members[Camera]!).Build());
    }

    /// <summary>The same id each time, so that a view that did not change is no difference.</summary>
    private static Guid IdOf(string text)
    {
        using var hash = SHA256.Create();
        return new Guid(hash.ComputeHash(Encoding.UTF8.GetBytes("rmf.ha/" + text)).Take(16).ToArray());
    }
}
