using System.Text.Json.Nodes;
using RMF.Policy.Yaml;

namespace RMF.Policy.Shapes;

/// <summary>The one text that may stand there.</summary>
internal sealed class ConstantShape(string constant) : Shape<string>
{
    public override string Words => $"`{constant}`";

    public override bool TryRead(PolicyNode node, Reading reading, string path, out string value)
    {
        value = constant;
        if (!TryScalar(node, reading, path, constant, out var scalar))
        {
            return false;
        }

        if (string.Equals(scalar.Value, constant, StringComparison.Ordinal))
        {
            return true;
        }

        reading.Report(PolicyCodes.OtherFormat, path, node, $"{path} is '{Quote.Short(scalar.Value)}'; this version reads {constant}", $"Write {path}: {constant}.");
        return false;
    }

    public override JsonNode? ToJson(string value, bool full) => JsonValue.Create(constant);

    public override JsonObject Schema(JsonObject definitions) => new() { ["const"] = constant };
}
