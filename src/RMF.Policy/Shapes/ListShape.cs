using System.Text.Json.Nodes;
using RMF.Policy.Yaml;

namespace RMF.Policy.Shapes;

/// <summary>A list; an entry that cannot be read is reported and left out.</summary>
internal sealed class ListShape<T>(Shape<T> item, bool unique = false) : Shape<IReadOnlyList<T>>
{
    public override string Words => $"list of: {item.Words}";

    public override Shape? Element => item;

    public override bool IsList => true;

    public override bool TryRead(PolicyNode node, Reading reading, string path, out IReadOnlyList<T> value)
    {
        var items = new List<T>();
        value = items;
        if (node is not SequenceNode sequence)
        {
            // An empty list must be meant: "include:" with its entries commented out would mean everything.
            var nothing = node is ScalarNode { IsNull: true };
            reading.Report(
                nothing ? PolicyCodes.NoValue : PolicyCodes.WrongType,
                path,
                node,
                nothing ? $"{path} has no value" : $"{path} is {node.Noun}, not a list",
                "Write a list: [ ... ] or lines that begin with a dash; [] is the empty list.");
            return false;
        }

        var seen = new Dictionary<string, PolicyNode>(StringComparer.Ordinal);
        for (var i = 0; i < sequence.Items.Count; i++)
        {
            var child = PolicyPath.Item(path, i);
            var childNode = sequence.Items[i].Value;
            reading.Note(child, childNode);
            if (!item.TryRead(childNode, reading, child, out var read))
            {
                continue;
            }

            if (unique && !Add(seen, read, childNode, out var first))
            {
                reading.Report(PolicyCodes.DuplicateEntry, child, childNode, $"{child} says the same as the entry at {first.Place}");
                continue;
            }

            items.Add(read);
        }

        return true;
    }

    public override JsonNode? ToJson(IReadOnlyList<T> value, bool full) => new JsonArray([.. value.Select(v => item.ToJson(v, full))]);

    public override JsonObject Schema(JsonObject definitions)
    {
        var schema = new JsonObject { ["type"] = "array", ["items"] = item.Schema(definitions) };
        if (unique)
        {
            schema["uniqueItems"] = true;
        }

        return schema;
    }

    private bool Add(Dictionary<string, PolicyNode> seen, T read, PolicyNode node, out PolicyNode first)
    {
        var key = CanonicalJson.Write(item.ToJson(read, full: false));
        if (seen.TryGetValue(key, out first!))
        {
            return false;
        }

        seen.Add(key, node);
        return true;
    }
}
