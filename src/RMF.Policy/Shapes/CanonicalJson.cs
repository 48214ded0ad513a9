using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace RMF.Policy.Shapes;

/// <summary>JSON with sorted keys and one spelling, written here because a hash must not change with a library's version.</summary>
internal static class CanonicalJson
{
    public static string Write(JsonNode? node)
    {
        var text = new StringBuilder();
        Append(text, node);
        return text.ToString();
    }

    private static void Append(StringBuilder text, JsonNode? node)
    {
        switch (node)
        {
            case null:
                text.Append("null");
                break;
            case JsonObject map:
                AppendMany(text, '{', '}', map.OrderBy(p => p.Key, StringComparer.Ordinal), static (t, pair) =>
                {
                    AppendString(t, pair.Key);
                    t.Append(':');
                    Append(t, pair.Value);
                });
                break;
            case JsonArray list:
                AppendMany(text, '[', ']', list, Append);
                break;
            default:
                AppendValue(text, (JsonValue)node);
                break;
        }
    }

    private static void AppendMany<T>(StringBuilder text, char open, char close, IEnumerable<T> items, Action<StringBuilder, T> append)
    {
        text.Append(open);
        var first = true;
        foreach (var item in items)
        {
            if (!first)
            {
                text.Append(',');
            }

            first = false;
            append(text, item);
        }

        text.Append(close);
    }

    private static void AppendValue(StringBuilder text, JsonValue value)
    {
        switch (value.GetValueKind())
        {
            case JsonValueKind.String:
                AppendString(text, value.GetValue<string>());
                break;
            case JsonValueKind.True:
            case JsonValueKind.False:
                text.Append(value.GetValue<bool>() ? "true" : "false");
                break;
            default:
                text.Append(value.TryGetValue<long>(out var whole)
                    ? whole.ToString(CultureInfo.InvariantCulture)
                    : value.TryGetValue<int>(out var small)
                        ? small.ToString(CultureInfo.InvariantCulture)
                        : value.GetValue<double>().ToString("R", CultureInfo.InvariantCulture));
                break;
        }
    }

    private static void AppendString(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var c in value)
        {
            if (c is '"' or '\\')
            {
                text.Append('\\').Append(c);
            }
            else if (c is < ' ' or '\u007F')
            {
                text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            }
            else
            {
                text.Append(c);
            }
        }

        text.Append('"');
    }
}
