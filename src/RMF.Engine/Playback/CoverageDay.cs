using RMF.Core.Playback;

namespace RMF.Engine.Playback;

/// <summary>How much of one day is recorded of one camera. Immutable.</summary>
public sealed record CoverageDay
{
    /// <summary>The day, and the part of it that was looked at.</summary>
    public required CalendarDay Day { get; init; }

    /// <summary>How much the primary has; null = not known.</summary>
    public required TimeSpan? Primary { get; init; }

    /// <summary>How much the secondary has; null = not known.</summary>
    public required TimeSpan? Secondary { get; init; }

    /// <summary>How much either is known to have.</summary>
    public required TimeSpan Union { get; init; }

    /// <summary>When the primary has nothing, from the shortest gap that counts; empty where it is not known.</summary>
    public required TimeRangeSet PrimaryGaps { get; init; }

    /// <summary>When the secondary has nothing.</summary>
    public required TimeRangeSet SecondaryGaps { get; init; }

    /// <summary>When neither is known to have anything.</summary>
    public required TimeRangeSet UnionGaps { get; init; }
}
