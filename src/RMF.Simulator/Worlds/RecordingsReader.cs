using System.Globalization;
using System.Text.RegularExpressions;
using RMF.Simulator.Yaml;

namespace RMF.Simulator.Worlds;

/// <summary>Reads a camera's recordings: <c>{ gaps: [{ from: -26h, to: -25h30m }] }</c>.</summary>
internal static partial class RecordingsReader
{
    public static WorldRecordings? Read(YamlMap camera)
    {
        if (camera.Map("recordings") is not { } map)
        {
            return null;
        }

        var read = new WorldRecordings
        {
            Continuous = map.Flag("continuous", true),
            Sequences = [.. map.Maps("sequences").Select(Stretch)],
            Gaps = [.. map.Maps("gaps").Select(Stretch)],
            DeviceGaps = [.. map.Maps("deviceGaps").Select(Stretch)],
        };
        map.Close();
        return read;
    }

    /// <summary>What an entry says with <c>from</c> and <c>to</c>.</summary>
    public static WorldStretch Times(YamlMap map)
    {
        var stretch = new WorldStretch(Moment(map.Need("from")), Moment(map.Need("to")));
        var start = DateTimeOffset.UnixEpoch;
        return stretch.From.Fixed.HasValue == stretch.To.Fixed.HasValue && stretch.At(start) is var (from, to) && from >= to
            ? throw map.Error("The end is not after the beginning.")
            : stretch;
    }

    private static WorldStretch Stretch(YamlMap map)
    {
        var stretch = Times(map);
        map.Close();
        return stretch;
    }

    private static WorldMoment Moment(YamlValue value)
    {
        var text = value.Text().Trim();
        if (text == "now")
        {
            return default;
        }

        if (FromStart().Match(text) is { Success: true, Length: > 1 } match)
        {
            return new WorldMoment(null, -new TimeSpan(Part(match, "d"), Part(match, "h"), Part(match, "m"), Part(match, "s")));
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? new WorldMoment(time, TimeSpan.Zero)
            : throw value.Error($"'{text}' is neither a time such as 2026-03-01T12:00:00Z nor one before the start such as -90m, -25h30m or -2d.");
    }

    private static int Part(Match match, string unit) => match.Groups[unit] is { Success: true, Value: var digits } ? int.Parse(digits, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex("^-(?:(?<d>[0-9]{1,4})d)?(?:(?<h>[0-9]{1,5})h)?(?:(?<m>[0-9]{1,6})m)?(?:(?<s>[0-9]{1,7})s)?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FromStart();
}
