using System.Text.Json.Nodes;
using RMF.Policy.Yaml;

namespace RMF.Policy.Shapes;

/// <summary><c>true</c> or <c>false</c>; the other words of YAML 1.1 are refused, because "no" may be a name.</summary>
internal sealed class BooleanShape : Shape<bool>
{
    public static readonly BooleanShape Instance = new();

    private static readonly string[] Yes = ["yes", "on", "true", "y", "1"];
    private static readonly string[] No = ["no", "off", "false", "n", "0"];

    public override string Words => "true or false";

    public override bool IsBare => true;

    public override bool TryRead(PolicyNode node, Reading reading, string path, out bool value)
    {
        value = false;
        if (!TryScalar(node, reading, path, "true or false", out var scalar))
        {
            return false;
        }

        if (scalar.IsPlain && scalar.Value is "true" or "false")
        {
            value = scalar.Value == "true";
            return true;
        }

        var advice = Yes.Contains(scalar.Value, StringComparer.OrdinalIgnoreCase) ? "Did you mean true?"
            : No.Contains(scalar.Value, StringComparer.OrdinalIgnoreCase) ? "Did you mean false?"
            : "Write true or false, without quotes.";
        reading.Report(PolicyCodes.WrongType, path, node, $"{path} is '{Quote.Short(scalar.Value)}', neither true nor false", advice);
        return false;
    }

    public override JsonNode? ToJson(bool value, bool full) => JsonValue.Create(value);

    public override JsonObject Schema(JsonObject definitions) => new() { ["type"] = "boolean" };
}
