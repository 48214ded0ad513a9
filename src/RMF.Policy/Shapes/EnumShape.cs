using System.Text.Json.Nodes;
using RMF.Policy.Yaml;

namespace RMF.Policy.Shapes;

/// <summary>One of a few words, camelCase in the file.</summary>
internal sealed class EnumShape<TEnum> : Shape<TEnum>
    where TEnum : struct, Enum
{
    public static readonly EnumShape<TEnum> Instance = new();

    private readonly (string Word, TEnum Value)[] choices =
        [.. ((TEnum[])Enum.GetValues(typeof(TEnum))).Select(v => (Camel(v.ToString()), v))];

    public override string Words => string.Join(" \\| ", choices.Select(c => $"`{c.Word}`"));

    private string Due => "one of: " + string.Join(", ", choices.Select(c => c.Word));

    public override bool TryRead(PolicyNode node, Reading reading, string path, out TEnum value)
    {
        value = default;
        if (!TryScalar(node, reading, path, Due, out var scalar))
        {
            return false;
        }

        foreach (var (word, choice) in choices)
        {
            if (string.Equals(word, scalar.Value, StringComparison.Ordinal))
            {
                value = choice;
                return true;
            }
        }

        var near = Spelling.Nearest(scalar.Value, choices.Select(c => c.Word));
        reading.Report(
            PolicyCodes.UnknownChoice,
            path,
            node,
            $"{path} is '{Quote.Short(scalar.Value)}'",
            near is null ? $"Write {Due}." : $"Did you mean {near}? Write {Due}.");
        return false;
    }

    public override JsonNode? ToJson(TEnum value, bool full)
        => JsonValue.Create(Array.Find(choices, c => EqualityComparer<TEnum>.Default.Equals(c.Value, value)).Word);

    public override JsonObject Schema(JsonObject definitions)
        => new() { ["enum"] = new JsonArray([.. choices.Select(c => (JsonNode)JsonValue.Create(c.Word)!)]) };

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name.Substring(1);
}
