using System.Text.Json.Nodes;
using RMF.Policy.Yaml;

namespace RMF.Policy.Shapes;

/// <summary>Text of 1 to a limit of characters, optionally of a form.</summary>
/// <param name="words">What the text is, for the reference and for messages: "name of a recorder".</param>
/// <param name="maxLength">The longest text, in UTF-16 units.</param>
/// <param name="pattern">The form as a regular expression for the schema; the reader uses <paramref name="problem"/>.</param>
/// <param name="problem">Says what is wrong with a text, or null.</param>
internal sealed class TextShape(string words, int maxLength = TextShape.DefaultMaxLength, string? pattern = null, Func<string, string?>? problem = null)
    : Shape<string>
{
    public const int DefaultMaxLength = 256;

    public override string Words => words;

    public override bool IsText => true;

    public override bool TryRead(PolicyNode node, Reading reading, string path, out string value)
    {
        value = "";
        if (!TryScalar(node, reading, path, words, out var scalar))
        {
            return false;
        }

        var wrong = scalar.Value.Length == 0 ? "is empty"
            : scalar.Value.Length > maxLength ? FormattableString.Invariant($"is {scalar.Value.Length} characters long; the limit is {maxLength}")
            : problem?.Invoke(scalar.Value) is { } found ? $"is '{Quote.Short(scalar.Value)}', which {found}" : null;
        if (wrong is not null)
        {
            reading.Report(PolicyCodes.BadFormat, path, node, $"{path} {wrong}", $"Write {words}.");
            return false;
        }

        value = scalar.Value;
        return true;
    }

    public override JsonNode? ToJson(string value, bool full) => JsonValue.Create(value);

    public override JsonObject Schema(JsonObject definitions)
    {
        // YAML hands an editor's validator a number or a Boolean where plain text looks like one; the reader takes it as text.
        var types = pattern is null ? (JsonNode)new JsonArray("string", "number", "boolean") : "string";
        var schema = new JsonObject { ["type"] = types, ["minLength"] = 1, ["maxLength"] = maxLength };
        if (pattern is not null)
        {
            schema["pattern"] = pattern;
        }

        return schema;
    }
}
