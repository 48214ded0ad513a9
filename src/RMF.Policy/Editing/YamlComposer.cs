using System.Text;
using System.Text.Json.Nodes;
using RMF.Policy.Shapes;

namespace RMF.Policy.Editing;

/// <summary>Lays a policy out as YAML: block style, flow style for short mappings, a comment before each part.</summary>
internal static class YamlComposer
{
    private const int WidestFlow = 100;

    private static readonly string[] Always = ["apiVersion", "kind", "name", "architecture", "mode", "direction", "sites", "recorders", "links"];

    // Parts that stand together without blank lines and comments of their own.
    private static readonly string[] Head = ["apiVersion", "kind", "name", "architecture", "mode", "direction"];

    public static string Write(ObjectShape<RedundancyPolicy> shape, RedundancyPolicy policy)
    {
        var lean = (JsonObject)shape.ToJson(policy, full: false)!;
        var full = (JsonObject)shape.ToJson(policy, full: true)!;
        var text = new StringBuilder();
        foreach (var key in shape.Keys)
        {
            var value = lean[key.Name] ?? (Always.Contains(key.Name, StringComparer.Ordinal) ? full[key.Name] : null);
            if (value is null || (value is JsonArray { Count: 0 } && !lean.ContainsKey(key.Name)))
            {
                continue;
            }

            var isHead = Head.Contains(key.Name, StringComparer.Ordinal);
            if (!isHead)
            {
                text.Append("\n# ").Append(key.Doc).Append('\n');
            }

            Entry(text, key.Name, value, 0, isHead ? Choices(key) : "");
        }

        return text.ToString();
    }

    // The choices of a word that a person may well want to change.
    private static string Choices(Key key)
        => key.Name is "architecture" or "mode" or "direction" ? "  # " + key.Shape.Words.Replace("`", "").Replace("\\", "") : "";

    private static void Entry(StringBuilder text, string key, JsonNode? value, int indent, string comment = "")
    {
        text.Append(' ', indent).Append(YamlText.Text(key)).Append(':');
        if (IsFlow(value))
        {
            text.Append(' ').Append(YamlText.Inline(value)).Append(comment).Append('\n');
            return;
        }

        text.Append('\n');
        Block(text, value!, indent + 2);
    }

    private static void Block(StringBuilder text, JsonNode value, int indent)
    {
        if (value is JsonObject map)
        {
            foreach (var pair in map)
            {
                Entry(text, pair.Key, pair.Value, indent);
            }

            return;
        }

        foreach (var item in (JsonArray)value)
        {
            if (IsFlow(item))
            {
                text.Append(' ', indent).Append("- ").Append(YamlText.Inline(item)).Append('\n');
                continue;
            }

            // The first key of an entry stands behind the dash, the others below it.
            var inner = new StringBuilder();
            Block(inner, item!, indent + 2);
            inner[indent] = '-';
            text.Append(inner);
        }
    }

    private static bool IsFlow(JsonNode? value) => value switch
    {
        JsonObject { Count: 0 } or JsonArray { Count: 0 } => true,
        JsonObject map => map.All(p => p.Value is JsonValue or JsonObject { Count: 1 }) && map.Count < 4 && YamlText.Inline(map).Length <= WidestFlow,
        JsonArray list => list.All(i => i is JsonValue) && YamlText.Inline(list).Length <= WidestFlow,
        _ => true,
    };
}
