using RMF.Core.Inventory;
using RMF.Core.Kinds;
using RMF.Testing.Worlds;

namespace RMF.Core.Tests.Planning.SiteItems;

/// <summary>Puts groups, roles, views and permissions into a site. Ids are the kind's word and the path, and members are told by name.</summary>
internal static class SiteItemBuilder
{
    /// <summary>A group of cameras. What stands above it in its path must have been put in before.</summary>
    public static SiteBuilder Group(this SiteBuilder site, string path, params string[] cameras) => site.Group(ItemKind.CameraGroup, path, "", cameras);

    public static SiteBuilder Group(this SiteBuilder site, ItemKind kind, string path, string description, params string[] members)
    {
        var device = KindTable.Of(kind).Find("members")!.Members[0].Target!.Value;
        return site.Put(kind, path, new PropertyBagBuilder()
            .Set("path", path)
            .Set("description", description)
            .Set("members", new ListValue([.. members.Select(m => (PropertyValue)new Reference(KeyOf(site, device, m)))])));
    }

    /// <param name="users">Members as <c>SID=account</c>.</param>
    public static SiteBuilder Role(this SiteBuilder site, string name, string[]? users = null, string[]? basicUsers = null, string roleType = "UserDefined", string? overall = null)
    {
        var properties = new PropertyBagBuilder().Set("description", "").Set("roleType", roleType)
            .Set("users", new ListValue([.. (users ?? []).Select(u => u.Split('=')).Select(u => (PropertyValue)new GroupValue(PropertyBag.Empty.With("sid", Scalar.Text(u[0])).With("account", Scalar.Text(u[1]))))]))
            .Set("basicUsers", new ListValue([.. (basicUsers ?? []).Select(u => (PropertyValue)Scalar.Text(u))]));
        if (overall is not null)
        {
            properties.Set("overall", new ListValue([new GroupValue(PropertyBag.Empty.With("namespace", Scalar.Text("cameras")).With("permissions", Scalar.Text(overall)))]));
        }

        return site.Put(ItemKind.Role, "/" + name, properties);
    }

    public static SiteBuilder ViewGroup(this SiteBuilder site, string path) => site.Put(ItemKind.ViewGroup, path, new PropertyBagBuilder().Set("path", path).Set("description", ""));

    /// <param name="tiles">What each tile shows: names of cameras joined by <c>+</c>, or nothing.</param>
    public static SiteBuilder View(this SiteBuilder site, string path, params string[] tiles) => site.View(ItemKind.View, path, tiles);

    public static SiteBuilder View(this SiteBuilder site, ItemKind kind, string path, params string[] tiles)
        => site.Put(kind, path, new PropertyBagBuilder().Set("viewLayoutType", "Grid").Set("layoutViewItems", "1x" + tiles.Length).Set("tiles", new ListValue([.. tiles.Select((t, i) => Tile(site, t, i))])));

    /// <summary>What roles may do with a device, or with a view group by its path: each as <c>role=permissions</c>.</summary>
    public static SiteBuilder Permissions(this SiteBuilder site, ItemKind kind, ItemKind of, string item, params string[] roles)
    {
        var holder = of == ItemKind.ViewGroup ? Key(site.Name, of, item) : KeyOf(site, of, item);
        return site.Add(new Item(holder.Part(kind), holder, "", new PropertyBagBuilder().Set("roles", new ListValue([.. roles.Select(r => r.Split('=', 2)).Select(r =>
            (PropertyValue)new GroupValue(PropertyBag.Empty.With("role", new Reference(Key(site.Name, ItemKind.Role, "/" + r[0]))).With("permissions", Scalar.Text(r[1]))))])).Build()));
    }

    public static SiteBuilder Permissions(this SiteBuilder site, string camera, params string[] roles) => site.Permissions(ItemKind.CameraPermissions, ItemKind.Camera, camera, roles);

    public static ItemKey Key(string site, ItemKind kind, string path) => new(site, kind, KindTable.Of(kind).Label + path);

    private static SiteBuilder Put(this SiteBuilder site, ItemKind kind, string path, PropertyBagBuilder properties)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        var above = path[..path.LastIndexOf('/')];
        ItemKey? parent = above.Length == 0 ? null : Key(site.Name, kind is ItemKind.View or ItemKind.HighAvailabilityView ? ItemKind.ViewGroup : kind, above);
        return site.Add(new Item(Key(site.Name, kind, path), parent, name, properties.Set("name", name).Build()));
    }

    private static PropertyValue Tile(SiteBuilder site, string cameras, int position)
    {
        var tile = PropertyBag.Empty.With("position", Scalar.Number(position)).With("definition", Scalar.Text($"<tile of='{cameras}' />"));
        foreach (var (camera, i) in cameras.Split('+', StringSplitOptions.RemoveEmptyEntries).Select((c, i) => (c, i)))
        {
            tile = tile.With(i == 0 ? "camera" : FormattableString.Invariant($"camera{i + 1}"), new Reference(KeyOf(site, ItemKind.Camera, camera)));
        }

        return new GroupValue(tile);
    }

    private static ItemKey KeyOf(SiteBuilder site, ItemKind kind, string name) => site.Build().OfKind(kind).Single(i => i.Name == name).Key;
}
