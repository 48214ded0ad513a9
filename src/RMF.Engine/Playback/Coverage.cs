using RMF.Core.Playback;

namespace RMF.Engine.Playback;

/// <summary>Reports what is recorded, day by day. Pure.</summary>
public static class Coverage
{
    /// <summary>The days of a reading.</summary>
    /// <param name="read">What both sides have.</param>
    /// <param name="zone">Whose days.</param>
    /// <param name="minimumGap">Shorter gaps are not listed; they still count as not covered.</param>
    public static IEnumerable<CoverageDay> Days(PairRecordings read, TimeZoneInfo zone, TimeSpan minimumGap)
    {
        foreach (var day in CalendarDays.Of(read.Range, zone))
        {
            yield return new CoverageDay
            {
                Day = day,
                Primary = read.Primary.Sequences?.Coverage(day.Range),
                Secondary = read.Secondary.Sequences?.Coverage(day.Range),
                Union = read.Union.Coverage(day.Range),
                PrimaryGaps = Gaps(read.Primary.Sequences, day.Range, minimumGap),
                SecondaryGaps = Gaps(read.Secondary.Sequences, day.Range, minimumGap),
                UnionGaps = Gaps(read.Union, day.Range, minimumGap),
            };
        }
    }

    private static TimeRangeSet Gaps(TimeRangeSet? sequences, TimeRange range, TimeSpan minimum)
        => sequences is null ? TimeRangeSet.Empty : TimeRangeSet.Of(sequences.Gaps(range).Where(g => g.Length >= minimum));
}
