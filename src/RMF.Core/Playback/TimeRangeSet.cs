using System.Collections;

namespace RMF.Core.Playback;

/// <summary>
/// A set of instants as ranges that are sorted, not empty, and neither overlap nor touch. Immutable, compared by content, thread-safe.
/// Two sets are merged in linear time, an instant is found in logarithmic time. Complexities below are for n ranges.
/// </summary>
public sealed class TimeRangeSet : IReadOnlyList<TimeRange>, IEquatable<TimeRangeSet>
{
    private readonly TimeRange[] ranges;

    private TimeRangeSet(TimeRange[] ranges) => this.ranges = ranges;

    public static TimeRangeSet Empty { get; } = new([]);

    public int Count => ranges.Length;

    public bool IsEmpty => ranges.Length == 0;

    /// <summary>The sum of the lengths. O(n).</summary>
    public TimeSpan Length => new(ranges.Sum(r => r.Length.Ticks));

    public TimeRange this[int index] => ranges[index];

    /// <summary>The set that some ranges make up, in whatever order they come and however they overlap. Empty ones are left out. O(n log n).</summary>
    public static TimeRangeSet Of(params IEnumerable<TimeRange> ranges)
    {
        var sorted = ranges.Where(r => !r.IsEmpty).Select(r => new TimeRange(r.Begin.ToUniversalTime(), r.End.ToUniversalTime())).ToArray();
        Array.Sort(sorted, static (a, b) => a.Begin.CompareTo(b.Begin));
        return Merged(sorted, TimeSpan.Zero);
    }

    /// <summary>The same with gaps filled that are shorter than a tolerance: a pause shorter than a frame interval is none. O(n).</summary>
    /// <param name="tolerance">Gaps of this length stay. Zero changes nothing.</param>
    public TimeRangeSet Join(TimeSpan tolerance) => tolerance <= TimeSpan.Zero ? this : Merged(ranges, tolerance);

    /// <summary>What is in either. O(n + m).</summary>
    public TimeRangeSet Union(TimeRangeSet other)
    {
        var all = new TimeRange[ranges.Length + other.ranges.Length];
        for (int a = 0, b = 0, i = 0; i < all.Length; i++)
        {
            all[i] = b == other.ranges.Length || (a < ranges.Length && ranges[a].Begin <= other.ranges[b].Begin) ? ranges[a++] : other.ranges[b++];
        }

        return Merged(all, TimeSpan.Zero);
    }

    /// <summary>What is in both. O(n + m).</summary>
    public TimeRangeSet Intersect(TimeRangeSet other)
    {
        var common = new List<TimeRange>();
        for (int a = 0, b = 0; a < ranges.Length && b < other.ranges.Length;)
        {
            var both = ranges[a].Intersect(other.ranges[b]);
            if (!both.IsEmpty)
            {
                common.Add(both);
            }

            if (ranges[a].End <= other.ranges[b].End)
            {
                a++;
            }
            else
            {
                b++;
            }
        }

        return new TimeRangeSet([.. common]);
    }

    /// <summary>What of a range is in the set. O(log n + ranges found).</summary>
    public TimeRangeSet Within(TimeRange range)
    {
        var found = new List<TimeRange>();
        for (var i = FirstEndingAfter(range.Begin); i < ranges.Length && ranges[i].Begin < range.End; i++)
        {
            found.Add(ranges[i].Intersect(range));
        }

        return range.IsEmpty ? Empty : new TimeRangeSet([.. found]);
    }

    /// <summary>What is here and not in the other. O(n + m).</summary>
    public TimeRangeSet Subtract(TimeRangeSet other)
    {
        var left = new List<TimeRange>();
        var b = 0;
        foreach (var range in ranges)
        {
            while (b < other.ranges.Length && other.ranges[b].End <= range.Begin)
            {
                b++;
            }

            var begin = range.Begin;
            for (var i = b; i < other.ranges.Length && other.ranges[i].Begin < range.End; i++)
            {
                if (other.ranges[i].Begin > begin)
                {
                    left.Add(new TimeRange(begin, other.ranges[i].Begin));
                }

                begin = other.ranges[i].End;
                b = i;
            }

            if (begin < range.End)
            {
                left.Add(new TimeRange(begin, range.End));
            }
        }

        return new TimeRangeSet([.. left]);
    }

    /// <summary>What of a range is not in the set. O(log n + gaps found).</summary>
    public TimeRangeSet Gaps(TimeRange within) => Of(within).Subtract(Within(within));

    /// <summary>How much of a range is in the set.</summary>
    public TimeSpan Coverage(TimeRange within) => Within(within).Length;

    public bool Contains(DateTimeOffset time) => At(time) is not null;

    /// <summary>The range that an instant lies in; null where it lies in none. O(log n).</summary>
    public TimeRange? At(DateTimeOffset time)
        => FirstEndingAfter(time) is var i && i < ranges.Length && ranges[i].Begin <= time ? ranges[i] : null;

    /// <summary>The first instant of the set at or after a time; null where there is none. O(log n).</summary>
    public DateTimeOffset? NextFrom(DateTimeOffset time)
        => FirstEndingAfter(time) is var i && i == ranges.Length ? null : ranges[i].Begin > time ? ranges[i].Begin : time;

    /// <summary>The last instant of the set at or before a time, a tick (100 ns) before a range's end at most; null where there is none. O(log n).</summary>
    public DateTimeOffset? PreviousFrom(DateTimeOffset time)
    {
        var i = FirstEndingAfter(time);
        return i < ranges.Length && ranges[i].Begin <= time ? time : i == 0 ? null : ranges[i - 1].End.AddTicks(-1);
    }

    public bool Equals(TimeRangeSet? other) => other is not null && ranges.AsSpan().SequenceEqual(other.ranges);

    public override bool Equals(object? obj) => Equals(obj as TimeRangeSet);

    public override int GetHashCode() => ranges.Length == 0 ? 0 : HashCode.Combine(ranges.Length, ranges[0], ranges[ranges.Length - 1]);

    public override string ToString() => string.Join(", ", ranges.Select(r => FormattableString.Invariant($"[{r.Begin:O}, {r.End:O})")));

    public IEnumerator<TimeRange> GetEnumerator() => ((IEnumerable<TimeRange>)ranges).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => ranges.GetEnumerator();

    // The input is sorted by its begins.
    private static TimeRangeSet Merged(TimeRange[] sorted, TimeSpan tolerance)
    {
        var merged = new List<TimeRange>(sorted.Length);
        foreach (var range in sorted)
        {
            var last = merged.Count - 1;
            if (last >= 0 && (range.Begin <= merged[last].End || range.Begin - merged[last].End < tolerance))
            {
                if (range.End > merged[last].End)
                {
                    merged[last] = merged[last] with { End = range.End };
                }
            }
            else
            {
                merged.Add(range);
            }
        }

        return merged.Count == 0 ? Empty : new TimeRangeSet([.. merged]);
    }

    private int FirstEndingAfter(DateTimeOffset time)
    {
        int low = 0, high = ranges.Length;
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (ranges[middle].End <= time)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
