namespace RMF.Policy;

/// <summary>A time at which nothing is written: once, between two instants, or every day between two times of day.</summary>
public sealed record FreezeWindow
{
    /// <summary>The beginning, inclusive. Required in the file.</summary>
    public FreezeMoment From { get; init; }

    /// <summary>The end, exclusive. Required in the file. A time of day before <see cref="From"/> is on the next day.</summary>
    public FreezeMoment To { get; init; }

    /// <summary>The days on which a daily window begins. Default empty: every day. Not used between two instants.</summary>
    public IReadOnlyList<DayOfWeek> Days { get; init; } = [];

    /// <summary>Why, for the message. Default null.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether the window holds the moment; times of day are those of the offset that <paramref name="now"/> carries.</summary>
    public bool Contains(DateTimeOffset now)
    {
        if (From.Instant is { } first && To.Instant is { } last)
        {
            return now >= first && now < last;
        }

        if (From.TimeOfDay is not { } from || To.TimeOfDay is not { } to)
        {
            return false;
        }

        var time = now.TimeOfDay;
        if (from < to)
        {
            return time >= from && time < to && Begins(now.DayOfWeek);
        }

        return (time >= from && Begins(now.DayOfWeek)) || (time < to && Begins(now.AddDays(-1).DayOfWeek));
    }

    private bool Begins(DayOfWeek day) => Days.Count == 0 || Days.Contains(day);
}
