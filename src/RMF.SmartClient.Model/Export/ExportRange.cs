using System.Globalization;
using RMF.Core.Playback;

namespace RMF.SmartClient.Model.Export;

/// <summary>The range of an export as an operator writes it.</summary>
internal static class ExportRange
{
    /// <summary>How times are written, in local time.</summary>
    public const string Format = "yyyy-MM-dd HH:mm:ss";

    /// <summary>The longest export.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(31);

    private static readonly TimeSpan OneWay = TimeSpan.FromMinutes(5);

    /// <summary>The range that is offered first: around what is shown, or the last minutes.</summary>
    /// <param name="shownAt">The recorded time that is shown; null = live video is.</param>
    /// <param name="now">Nothing is later.</param>
    public static TimeRange Around(DateTimeOffset? shownAt, DateTimeOffset now)
    {
        var end = shownAt is { } at && at + OneWay < now ? at + OneWay : now;
        return new TimeRange(end - OneWay - OneWay, end);
    }

    public static string Text(DateTimeOffset time, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(time, zone).ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>The range, or what is wrong with it.</summary>
    public static (TimeRange Range, string Problem) Parse(string from, string to, TimeZoneInfo zone, DateTimeOffset now)
    {
        if (Instant(from, zone) is not { } begin)
        {
            return (default, $"The begin is not a time like {Text(now, zone)}.");
        }

        if (Instant(to, zone) is not { } end)
        {
            return (default, $"The end is not a time like {Text(now, zone)}.");
        }

        return (new TimeRange(begin, end), end <= begin ? "The end is not after the begin."
            : end > now ? "The end is still to come."
            : end - begin > Longest ? $"An export has at most {Longest.TotalDays:0} days."
            : "");
    }

    private static DateTimeOffset? Instant(string text, TimeZoneInfo zone)
        => DateTime.TryParseExact(text.Trim(), Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) && !zone.IsInvalidTime(local)
            ? new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime()
            : null;
}
