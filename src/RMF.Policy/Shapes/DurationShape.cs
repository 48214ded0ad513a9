using System.Globalization;
using System.Text.Json.Nodes;
using RMF.Policy.Yaml;

namespace RMF.Policy.Shapes;

/// <summary>A duration with its unit, within a range.</summary>
internal sealed class DurationShape(TimeSpan min, TimeSpan max) : Shape<TimeSpan>
{
    public override string Words => $"duration, {DurationText.Format(min)} to {DurationText.Format(max)}";

    private string Due => $"a duration from {DurationText.Format(min)} to {DurationText.Format(max)}, such as 500ms, 10s, 5m, 2h or 1d";

    public override bool TryRead(PolicyNode node, Reading reading, string path, out TimeSpan value)
    {
        value = default;
        if (!TryScalar(node, reading, path, Due, out var scalar))
        {
            return false;
        }

        var text = scalar.Value;
        if (!DurationText.TryParse(text, out value))
        {
            var bare = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
            reading.Report(
                PolicyCodes.BadDuration,
                path,
                node,
                bare ? $"{path} is {Quote.Short(text)}, a number without a unit" : $"{path} is '{Quote.Short(text)}', not a duration",
                Meant(text) is { } meant ? $"Did you mean {meant}?" : $"Write {Due}.");
            return false;
        }

        if (value < min || value > max)
        {
            reading.Report(PolicyCodes.OutOfRange, path, node, $"{path} is {text}; the range is {DurationText.Format(min)} to {DurationText.Format(max)}", $"Write {Due}.");
            return false;
        }

        return true;
    }

    public override JsonNode? ToJson(TimeSpan value, bool full) => JsonValue.Create(DurationText.Format(value));

    public override JsonObject Schema(JsonObject definitions) => new() { ["type"] = "string", ["pattern"] = DurationText.Pattern };

    // "10" is most likely seconds; "10 s", "10S", "10sec" and "1.5s" are near enough to say what was meant.
    private static string? Meant(string text)
    {
        var compact = text.Replace(" ", "").ToLowerInvariant();
        var digits = compact.TakeWhile(c => c is (>= '0' and <= '9') or '.').Count();
        if (digits == 0 || digits > 9 || !double.TryParse(compact.Substring(0, digits), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        var milliseconds = compact.Substring(digits) switch
        {
            "" or "s" or "sec" or "secs" or "second" or "seconds" => number * 1_000,
            "ms" or "msec" or "millisecond" or "milliseconds" => number,
            "m" or "min" or "mins" or "minute" or "minutes" => number * 60_000,
            "h" or "hr" or "hour" or "hours" => number * 3_600_000,
            "d" or "day" or "days" => number * 86_400_000,
            _ => -1,
        };
        return milliseconds is < 0 or > 1e12 ? null : DurationText.Format(new TimeSpan((long)milliseconds * TimeSpan.TicksPerMillisecond));
    }
}
