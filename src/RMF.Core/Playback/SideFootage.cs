namespace RMF.Core.Playback;

/// <summary>What is known of one side's footage of a camera. Immutable.</summary>
/// <param name="IsOnline">Whether its recording server can be reached: what it holds can be played.</param>
/// <param name="Sequences">What it has recorded; null = not known, which is never the same as nothing.</param>
public sealed record SideFootage(bool IsOnline, TimeRangeSet? Sequences)
{
    /// <summary>A side that cannot be reached, and of which nothing was read.</summary>
    public static SideFootage Unknown { get; } = new(false, null);

    /// <summary>Whether it can play at a time.</summary>
    public bool Serves(DateTimeOffset time) => IsOnline && Sequences is not null && Sequences.Contains(time);
}
