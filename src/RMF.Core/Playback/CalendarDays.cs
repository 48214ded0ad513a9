namespace RMF.Core.Playback;

/// <summary>Cuts time into the days of a time zone.</summary>
public static class CalendarDays
{
    /// <summary>The most days that are cut at once: ten years.</summary>
    public const int Most = 3_660;

    /// <summary>
    /// The days that a range touches, in order, cut at its ends. A day has 23 or 25 hours where clocks change; one whose midnight does not
    /// exist begins with its first instant, one whose midnight comes twice with the first.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">There are more than <see cref="Most"/>.</exception>
    public static IReadOnlyList<CalendarDay> Of(TimeRange range, TimeZoneInfo zone)
    {
        var days = new List<CalendarDay>();
        var date = TimeZoneInfo.ConvertTime(range.Begin, zone).Date;
        while (!range.IsEmpty)
        {
            var whole = new TimeRange(Midnight(date, zone), Midnight(date.AddDays(1), zone));
            if (whole.Begin >= range.End)
            {
                break;
            }

            if (days.Count == Most)
            {
                throw new ArgumentOutOfRangeException(nameof(range), range, "the range is too long to be cut into days");
            }

            // A zone that crosses the date line leaves a day out.
            if (whole.Intersect(range) is { IsEmpty: false } part)
            {
                days.Add(new CalendarDay(date, part));
            }

            date = date.AddDays(1);
        }

        return days;
    }

    private static DateTimeOffset Midnight(DateTime date, TimeZoneInfo zone)
    {
        var local = DateTime.SpecifyKind(date, DateTimeKind.Unspecified);

        // Clocks go forward by whole quarters of an hour, and by less than a day.
        for (var quarter = 0; zone.IsInvalidTime(local) && quarter < 96; quarter++)
        {
            local = local.AddMinutes(15);
        }

        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
