using System.Globalization;
using System.Text.Json.Nodes;
using RMF.Policy.Yaml;

namespace RMF.Policy.Shapes;

/// <summary>A number within a range, with a decimal point.</summary>
internal sealed class NumberShape(double min, double max) : Shape<double>
{
    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    public override string Words => FormattableString.Invariant($"number, {min} to {max}");

    private string Due => FormattableString.Invariant($"a number from {min} to {max}");

    public override bool IsBare => true;

    public override bool TryRead(PolicyNode node, Reading reading, string path, out double value)
    {
        value = 0;
        if (!TryScalar(node, reading, path, Due, out var scalar))
        {
            return false;
        }

        if (!scalar.IsPlain || !double.TryParse(scalar.Value, Style, CultureInfo.InvariantCulture, out value) || double.IsNaN(value))
        {
            reading.Report(PolicyCodes.WrongType, path, node, $"{path} is '{Quote.Short(scalar.Value)}', not a number", $"Write {Due}, with a point and without quotes.");
            return false;
        }

        if (value < min || value > max)
        {
            reading.Report(PolicyCodes.OutOfRange, path, node, FormattableString.Invariant($"{path} is {scalar.Value}; the range is {min} to {max}"), $"Write {Due}.");
            return false;
        }

        value = value == 0 ? 0 : value;
        return true;
    }

    public override JsonNode? ToJson(double value, bool full) => JsonValue.Create(value);

    public override JsonObject Schema(JsonObject definitions) => new() { ["type"] = "number", ["minimum"] = min, ["maximum"] = max };
}
