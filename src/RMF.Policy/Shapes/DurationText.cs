using System.Globalization;

namespace RMF.Policy.Shapes;

/// <summary>Durations as the file writes them: a whole number and ms, s, m, h or d.</summary>
internal static class DurationText
{
    /// <summary>What a schema checks; the range is checked by the reader alone.</summary>
    public const string Pattern = "^[0-9]{1,9}(ms|s|m|h|d)$";

    private const int MaxDigits = 9;

    private static readonly (string Unit, long Ticks)[] Units =
    [
        ("ms", TimeSpan.TicksPerMillisecond),
        ("s", TimeSpan.TicksPerSecond),
        ("m", TimeSpan.TicksPerMinute),
        ("h", TimeSpan.TicksPerHour),
        ("d", TimeSpan.TicksPerDay),
    ];

    public static bool TryParse(string text, out TimeSpan value)
    {
        value = default;
        var digits = 0;
        while (digits < text.Length && text[digits] is >= '0' and <= '9')
        {
            digits++;
        }

        var unit = text.Substring(digits);
        var ticks = Array.Find(Units, u => string.Equals(u.Unit, unit, StringComparison.Ordinal)).Ticks;
        if (digits is 0 or > MaxDigits || ticks == 0)
        {
            return false;
        }

        // Nine digits of days would overflow: the longest duration is far below, so the rest is "too long" in any case.
        var number = long.Parse(text.Substring(0, digits), CultureInfo.InvariantCulture);
        value = number > TimeSpan.MaxValue.Ticks / ticks ? TimeSpan.MaxValue : new TimeSpan(number * ticks);
        return true;
    }

    /// <summary>The shortest exact spelling, in the largest unit that divides it.</summary>
    public static string Format(TimeSpan value)
    {
        for (var i = Units.Length - 1; i >= 0; i--)
        {
            if (value.Ticks != 0 && value.Ticks % Units[i].Ticks == 0)
            {
                return (value.Ticks / Units[i].Ticks).ToString(CultureInfo.InvariantCulture) + Units[i].Unit;
            }
        }

        return value.Ticks == 0 ? "0s" : (value.Ticks / TimeSpan.TicksPerMillisecond).ToString(CultureInfo.InvariantCulture) + "ms";
    }
}
