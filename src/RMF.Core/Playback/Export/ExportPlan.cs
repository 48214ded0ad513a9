using RMF.Core.Inventory;

namespace RMF.Core.Playback.Export;

/// <summary>What is taken from which side, and what nobody has. Immutable.</summary>
public sealed record ExportPlan
{
    /// <summary>What was asked for.</summary>
    public required TimeRange Range { get; init; }

    /// <summary>The side that gives what both have.</summary>
    public required Side Serving { get; init; }

    /// <summary>In order of time, without overlap, as few as can be.</summary>
    public required IReadOnlyList<ExportSegment> Segments { get; init; }

    /// <summary>In order of time. Segments and holes together make up the range, but for joins shorter than the tolerance.</summary>
    public required IReadOnlyList<ExportHole> Holes { get; init; }

    /// <summary>Nothing is missing.</summary>
    public bool IsWhole => Holes.Count == 0;

    /// <summary>How much there is.</summary>
    public TimeSpan Covered => new(Segments.Sum(s => s.Range.Length.Ticks));
}
