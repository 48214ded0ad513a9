using RMF.Simulator.Yaml;

namespace RMF.Simulator.Worlds;

/// <summary>Reads the roles and the shared views of one site of a world file.</summary>
internal static class AccessReader
{
    public static IReadOnlyList<WorldRole> Roles(YamlMap map) => [.. map.Maps("roles").Select(r =>
    {
        var role = new WorldRole
        {
            Name = r.Text("name"),
            Description = r.Text("description", ""),
            IsAdministrators = r.Flag("administrators", false),
            Users = [.. r.Maps("users").Select(User)],
            Cameras = [.. r.List("cameras").Select(c => c.Text())],
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
