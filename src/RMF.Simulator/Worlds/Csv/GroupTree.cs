namespace RMF.Simulator.Worlds.Csv;

/// <summary>Grows a tree of device groups from paths such as <c>/Harbour/Quay 1</c>; <c>`/</c> is a slash inside a name.</summary>
internal sealed class GroupTree
{
    private const int DepthLimit = 20;

    private readonly Dictionary<string, GroupTree> children = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> order = [];
    private readonly List<string> members = [];

    /// <summary>Puts a member into the group at a path. False when the path is empty or too deep.</summary>
    public bool TryAdd(string path, string member)
    {
        var names = Split(path);
        if (names.Count is 0 or > DepthLimit)
        {
            return false;
        }

        var at = this;
        foreach (var name in names)
        {
            if (!at.children.TryGetValue(name, out var next))
            {
                at.children.Add(name, next = new GroupTree());
                at.order.Add(name);
            }

            at = next;
        }

        at.members.Add(member);
        return true;
    }

    public IReadOnlyList<WorldGroup> Groups() =>
        [.. order.Select(name => new WorldGroup { Name = name, Members = children[name].members, Groups = children[name].Groups() })];

    private static List<string> Split(string path)
    {
        const char placeholder = '\u0001';
        return [.. path.Replace("`/", placeholder.ToString(), StringComparison.Ordinal)
            .Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(name => name.Replace(placeholder, '/'))];
    }
}
