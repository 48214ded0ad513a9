using System.Globalization;
using RMF.Simulator.Yaml;

namespace RMF.Simulator.Worlds;

/// <summary>Sizes and times of a world file carry their unit: 500 GB, 30 d.</summary>
internal static class Quantity
{
    public static int Minutes(YamlValue value) => Parse(value, "a time such as 90m, 12h or 30d", unit => unit switch
    {
        "m" => 1,
        "h" => 60,
        "d" => 24 * 60,
        _ => 0,
    });

    public static int Megabytes(YamlValue value) => Parse(value, "a size such as 500MB, 100GB or 2TB", unit => unit.ToUpperInvariant() switch
    {
        "MB" => 1,
        "GB" => 1024,
        "TB" => 1024 * 1024,
        _ => 0,
    });

    private static int Parse(YamlValue value, string expected, Func<string, int> factor)
    {
        var text = value.Text().Trim();
        var digits = text.TakeWhile(char.IsAsciiDigit).Count();
        var unit = factor(text[digits..].Trim());
        if (digits is 0 or > 9 || unit == 0)
        {
            throw value.Error($"'{text}' is not {expected}.");
        }

        var amount = long.Parse(text.AsSpan(0, digits), NumberStyles.None, CultureInfo.InvariantCulture) * unit;
        return amount <= int.MaxValue ? (int)amount : throw value.Error($"'{text}' is too large.");
    }
}
