using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace RMF.Policy.Shapes;

/// <summary>Values as YAML text.</summary>
internal static class YamlText
{
    /// <summary>A value on one line, in flow style.</summary>
    public static string Inline(JsonNode? node) => node switch
    {
        null => "none",
        JsonObject { Count: 0 } => "{}",
        JsonObject map => "{ " + string.Join(", ", map.Select(p => $"{Text(p.Key)}: {Inline(p.Value)}")) + " }",
        JsonArray list => "[" + string.Join(", ", list.Select(Inline)) + "]",
        _ => Scalar((JsonValue)node),
    };

    public static string Scalar(JsonValue value)
        => value.GetValueKind() == JsonValueKind.String ? Text(value.GetValue<string>()) : CanonicalJson.Write(value);

    /// <summary>Text, in double quotes wherever it could be read as something else, in block and in flow style alike.</summary>
    public static string Text(string text)
    {
        if (IsSafePlain(text))
        {
            return text;
        }

        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            switch (c)
            {
                case '"' or '\\':
                    quoted.Append('\\').Append(c);
                    break;
                case '\n':
                    quoted.Append("\\n");
                    break;
                case '\r':
                    quoted.Append("\\r");
                    break;
                case '\t':
                    quoted.Append("\\t");
                    break;
                case < ' ' or '\u007F' or '\u0085' or '\u00A0' or '\u2028' or '\u2029' or '\uFEFF':
                    quoted.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
                    break;
                default:
                    quoted.Append(c);
                    break;
            }
        }

        return quoted.Append('"').ToString();
    }

    private static bool IsSafePlain(string text)
    {
        if (text.Length == 0 || text[text.Length - 1] == ' ' || !(IsWordCharacter(text[0]) || text[0] is '/' or '.'))
        {
            return false;
        }

        for (var i = 0; i < text.Length; i++)
        {
            // A colon is harmless where a slash follows, as in an address; elsewhere it may begin a value or a number of base 60.
            var isColon = text[i] == ':' && i + 1 < text.Length && text[i + 1] == '/';
            if (!IsWordCharacter(text[i]) && !isColon && text[i] is not (' ' or '/' or '.' or '-' or '+' or '(' or ')' or '@'))
            {
                return false;
            }
        }

        // A word that YAML 1.1 or 1.2 takes for a Boolean, nothing or a number is text only in quotes.
        return text.ToLowerInvariant() is not ("true" or "false" or "yes" or "no" or "on" or "off" or "y" or "n" or "null" or ".nan" or ".inf")
            && !LooksLikeNumber(text);
    }

    private static bool LooksLikeNumber(string text)
        => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
            || text.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("0o", StringComparison.OrdinalIgnoreCase)
            || text.All(c => c is (>= '0' and <= '9') or '.' or '_' or '+' or '-');

    private static bool IsWordCharacter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_';
}
