using System.Globalization;
using System.Text;
using System.Text.Json;

namespace RMF.Engine.Twins;

/// <summary>Writes maps and lists as YAML: what is short stands on one line, all texts are quoted. Used once.</summary>
internal sealed class TwinText
{
    private const int LongestLine = 140;

    private readonly StringBuilder text = new();

    public static string Of(TwinMap root, string comment)
    {
        var writer = new TwinText();
        foreach (var line in comment.Split('\n'))
        {
            writer.text.Append("# ").Append(line).Append('\n');
        }

        writer.Map(root, 0);
        return writer.text.ToString();
    }

    private void Map(TwinMap map, int indent)
    {
        for (var i = 0; i < map.Entries.Count; i++)
        {
            if (i > 0)
            {
                text.Append(' ', indent);
            }

            text.Append(Key(map.Entries[i].Key)).Append(':');
            Value(map.Entries[i].Value, indent);
        }
    }

    /// <summary>Stands after a key and its colon.</summary>
    private void Value(object value, int indent)
    {
        if (Flow(value) is { } line && line.Length + indent < LongestLine)
        {
            text.Append(' ').Append(line).Append('\n');
            return;
        }

        text.Append('\n');
        switch (value)
        {
            case TwinMap map:
                text.Append(' ', indent + 2);
                Map(map, indent + 2);
                break;
            case IReadOnlyList<object> list:
                foreach (var item in list)
                {
                    text.Append(' ', indent + 2).Append("- ");
                    if (Flow(item) is { } flow && flow.Length + indent < LongestLine)
                    {
                        text.Append(flow).Append('\n');
                    }
                    else if (item is TwinMap entry)
                    {
                        Map(entry, indent + 4);
                    }
                    else
                    {
                        text.Append(Flow(item)).Append('\n');
                    }
                }

                break;
            default:
                text.Append(' ', indent + 2).Append(Flow(value)).Append('\n');
                break;
        }
    }

    /// <summary>On one line; null for a map or list that holds another one which is not short.</summary>
    private static string? Flow(object value) => value switch
    {
        bool flag => flag ? "true" : "false",
        long number => number.ToString(CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        string plain => Quote(plain),
        TwinMap map => map.Entries.All(e => IsSimple(e.Value)) ? "{ " + string.Join(", ", map.Entries.Select(e => $"{Key(e.Key)}: {Flow(e.Value)}")) + " }" : null,
        IReadOnlyList<object> list => list.All(IsSimple) || (list.Count == 1 && list[0] is TwinMap) ? Join(list) : null,
        _ => throw new ArgumentException($"A world holds no {value.GetType().Name}.", nameof(value)),
    };

    private static string? Join(IReadOnlyList<object> list)
    {
        var parts = list.Select(Flow).ToList();
        return parts.Contains(null) ? null : "[" + string.Join(", ", parts) + "]";
    }

    private static bool IsSimple(object value) => value is not TwinMap && (value is not IReadOnlyList<object> list || list.All(i => i is not (TwinMap or IReadOnlyList<object>)));

    // A setting may be called anything, e.g. "on" or "no".
    private static string Key(string key) => key.Length > 2 && key.All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z')) && !IsWord(key) ? key : Quote(key);

    private static bool IsWord(string key) => key.ToLowerInvariant() is "true" or "false" or "null" or "yes" or "off";

    // JSON's strings are strings of YAML.
    private static string Quote(string value) => "\"" + JsonEncodedText.Encode(value) + "\"";
}
