using System.Text.Json;

namespace RMF.Simulator.Tests.Contract;

/// <summary>The items of a site, gathered from the relations of every answer.</summary>
internal sealed class KnownItems
{
    private readonly Dictionary<string, List<KnownItem>> items = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<KnownItem> seen = [];
    private readonly HashSet<KnownItem> members = [];

    public IEnumerable<string> Types => items.Keys;

    public IReadOnlyList<KnownItem> Of(string type) => items.GetValueOrDefault(type) ?? [];

    /// <summary>The children of one type that hang on parents of another.</summary>
    public IReadOnlyList<KnownItem> Of(string type, string parentType) =>
        [.. Of(type).Where(item => item.ParentType.Equals(parentType, StringComparison.OrdinalIgnoreCase))];

    /// <summary>Items that a path has shown below a parent which is not the one of their relations: members of groups, and tasks.</summary>
    public IEnumerable<KnownItem> MembersOf(string parentType, string type) =>
        members.Where(member => member.ParentType == parentType && member.Type == type);

    public void Learn(Exchange answer)
    {
        if (answer.Status != 200 || !answer.ContentType.EndsWith("json", StringComparison.Ordinal))
        {
            return;
        }

        using var body = JsonDocument.Parse(answer.Body);
        Learn(body.RootElement);
        if (answer.Path.Split('/', StringSplitOptions.RemoveEmptyEntries) is [var parentType, var parentId, var type]
            && body.RootElement.TryGetProperty("array", out var array))
        {
            members.UnionWith(array.EnumerateArray()
                .Where(item => item.TryGetProperty("relations", out _))
                .Select(item => item.GetProperty("relations").GetProperty("self"))
                .Select(self => new KnownItem(type, Text(self, "id"), parentType, parentId)));
        }
    }

    public void Forget(string type, string id)
    {
        items.GetValueOrDefault(type)?.RemoveAll(item => item.Id == id);
        members.RemoveWhere(member => member.Type == type && member.Id == id);
    }

    private void Learn(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray())
            {
                Learn(item);
            }
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            LearnItem(value);
            foreach (var member in value.EnumerateObject())
            {
                Learn(member.Value);
            }
        }
    }

    private void LearnItem(JsonElement value)
    {
        if (!value.TryGetProperty("relations", out var relations) || !relations.TryGetProperty("self", out var self))
        {
            return;
        }

        var parent = relations.TryGetProperty("parent", out var found) ? found : default;
        var item = new KnownItem(Text(self, "type"), Text(self, "id"), Text(parent, "type"), Text(parent, "id"));
        if (seen.Add(item))
        {
            (items.TryGetValue(item.Type, out var list) ? list : items[item.Type] = []).Add(item);
        }
    }

    private static string Text(JsonElement owner, string member) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(member, out var value) ? value.ToString() : "";
}
