using RMF.Simulator.Yaml;

namespace RMF.Simulator.Worlds;

/// <summary>Reads the roles and the shared views of one site of a world file.</summary>
internal static class AccessReader
{
    private static readonly (string Key, string Resource)[] OtherResources =
        [("microphones", "microphones"), ("speakers", "speakers"), ("metadata", "metadata"), ("inputs", "inputEvents"), ("outputs", "outputs"), ("viewGroups", "viewGroups")];

    public static IReadOnlyList<WorldRole> Roles(YamlMap map) => [.. map.Maps("roles").Select(r =>
    {
        var role = new WorldRole
        {
            Name = r.Text("name"),
            Description = r.Text("description", ""),
            IsAdministrators = r.Flag("administrators", false),
            Users = [.. r.Maps("users").Select(User)],
            Cameras = [.. r.List("cameras").Select(c => c.Text())],
            Others = OtherResources.Select(o => (o.Resource, Held: (IReadOnlyList<string>)[.. r.List(o.Key).Select(c => c.Text())])).Where(o => o.Held.Count > 0)
                .ToDictionary(o => o.Resource, o => o.Held, StringComparer.Ordinal),
        };
        r.Close();
        return role;
    })];

    public static IReadOnlyList<WorldViewGroup> ViewGroups(YamlMap map, string key) => [.. map.Maps(key).Select(g =>
    {
        var group = new WorldViewGroup
        {
            Name = g.Text("name"),
            Description = g.Text("description", ""),
            Views = [.. g.Maps("views").Select(View)],
            Groups = ViewGroups(g, "groups"),
        };
        g.Close();
        return group;
    })];

    private static WorldUser User(YamlMap map)
    {
        var user = new WorldUser(map.Text("name"), map.Text("sid"), map.Text("domain", "SIM"), map.Text("type", "WindowsUser"));
        map.Close();
        return user;
    }

    private static WorldView View(YamlMap map)
    {
        var view = new WorldView(map.Text("name"), [.. map.List("cameras").Select(c => c.Text())]);
        map.Close();
        return view;
    }
}
