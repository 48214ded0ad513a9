using RMF.Core.Playback;

namespace RMF.Core.Tests.Playback;

[Trait("Proof", "playback")]
public sealed class CalendarDayTests
{
    // Made here, because a machine may lack the zones' files.
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.CreateCustomTimeZone("test", TimeSpan.FromHours(1), "test", "test", "test summer",
    [
        TimeZoneInfo.AdjustmentRule.CreateAdjustmentRule(
            new DateTime(2020, 1, 1), new DateTime(2030, 12, 31), TimeSpan.FromHours(1),
            TimeZoneInfo.TransitionTime.CreateFixedDateRule(new DateTime(1, 1, 1, 0, 0, 0), 4, 10),
            TimeZoneInfo.TransitionTime.CreateFixedDateRule(new DateTime(1, 1, 1, 1, 0, 0), 10, 20)),
    ]);

    [Fact]
    public void Days_of_UTC_are_cut_at_midnight_and_at_the_ends_of_the_range()
    {
        var days = CalendarDays.Of(new TimeRange(Seconds.Origin, Seconds.Origin.AddHours(36)), TimeZoneInfo.Utc);

        Assert.Equal([12.0, 24.0], days.Select(d => d.Range.Length.TotalHours));
        Assert.Equal([new DateTime(2026, 3, 1), new DateTime(2026, 3, 2)], days.Select(d => d.Date));
    }

    [Theory]
    [InlineData(4, 10, 23)]
    [InlineData(10, 20, 25)]
    public void A_day_has_the_hours_that_it_has(int month, int day, int hours)
    {
        var noon = new DateTimeOffset(2026, month, day, 11, 0, 0, TimeSpan.Zero);
        var days = CalendarDays.Of(new TimeRange(noon.AddDays(-1), noon.AddDays(1)), Zone);

        Assert.Equal(3, days.Count);
        Assert.Equal(hours, days[1].Range.Length.TotalHours);
        Assert.Equal(days[0].Range.End, days[1].Range.Begin);
        Assert.Equal(days[1].Range.End, days[2].Range.Begin);
    }

    [Fact]
    public void An_empty_range_has_no_day_and_one_without_end_is_refused()
    {
        Assert.Empty(CalendarDays.Of(Seconds.Range(1, 1), Zone));
        Assert.Throws<ArgumentOutOfRangeException>(() => CalendarDays.Of(new TimeRange(DateTimeOffset.MinValue.AddYears(1), DateTimeOffset.MaxValue.AddYears(-1)), TimeZoneInfo.Utc));
    }
}
