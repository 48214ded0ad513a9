using System.Globalization;
using System.Text.Json.Nodes;
using RMF.Policy.Yaml;

namespace RMF.Policy.Shapes;

/// <summary>A whole number within a range.</summary>
internal sealed class IntegerShape(int min, int max) : Shape<int>
{
    public override string Words => FormattableString.Invariant($"whole number, {min} to {max}");

    private string Due => FormattableString.Invariant($"a whole number from {min} to {max}");

    public override bool IsBare => true;

    public override bool TryRead(PolicyNode node, Reading reading, string path, out int value)
    {
        value = 0;
        if (!TryScalar(node, reading, path, Due, out var scalar))
        {
            return false;
        }

        if (!scalar.IsPlain || !long.TryParse(scalar.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            var percent = scalar.Value.EndsWith("%", StringComparison.Ordinal) ? " The percent sign is left off." : "";
            reading.Report(PolicyCodes.WrongType, path, node, $"{path} is '{Quote.Short(scalar.Value)}', not a whole number", $"Write {Due}, without quotes.{percent}");
            return false;
        }

        if (number < min || number > max)
        {
            reading.Report(PolicyCodes.OutOfRange, path, node, FormattableString.Invariant($"{path} is {number}; the range is {min} to {max}"), $"Write {Due}.");
            return false;
        }

        value = (int)number;
        return true;
    }

    public override JsonNode? ToJson(int value, bool full) => JsonValue.Create(value);

    public override JsonObject Schema(JsonObject definitions) => new() { ["type"] = "integer", ["minimum"] = min, ["maximum"] = max };
}
