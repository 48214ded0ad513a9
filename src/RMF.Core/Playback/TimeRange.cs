namespace RMF.Core.Playback;

/// <summary>A stretch of time, the end not included. Immutable.</summary>
/// <param name="Begin">Its first instant, UTC.</param>
/// <param name="End">The instant after its last one, UTC. Not before <paramref name="Begin"/>; equal = empty.</param>
public readonly record struct TimeRange(DateTimeOffset Begin, DateTimeOffset End)
{
    public TimeSpan Length => End - Begin;

    public bool IsEmpty => End <= Begin;

    public bool Contains(DateTimeOffset time) => time >= Begin && time < End;

    /// <summary>What both have in common; empty where that is nothing.</summary>
    public TimeRange Intersect(TimeRange other)
    {
        var begin = Begin > other.Begin ? Begin : other.Begin;
        var end = End < other.End ? End : other.End;
        return new TimeRange(begin, end > begin ? end : begin);
    }
}
