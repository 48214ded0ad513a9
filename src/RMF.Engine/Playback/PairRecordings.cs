using RMF.Core.Inventory;
using RMF.Core.Playback;

namespace RMF.Engine.Playback;

/// <summary>What both sides have recorded of a camera in a range. Immutable.</summary>
/// <param name="Pair">The camera.</param>
/// <param name="Range">What was asked for. Sequences are cut at its ends.</param>
/// <param name="Primary">The primary's.</param>
/// <param name="Secondary">The secondary's.</param>
public sealed record PairRecordings(RecordedPair Pair, TimeRange Range, SideRecordings Primary, SideRecordings Secondary)
{
    /// <summary>What either is known to have.</summary>
    public TimeRangeSet Union { get; } = (Primary.Sequences ?? TimeRangeSet.Empty).Union(Secondary.Sequences ?? TimeRangeSet.Empty);

    /// <summary>Whether both sides were read: what the union lacks then does not exist.</summary>
    public bool IsCertain => Primary.Sequences is not null && Secondary.Sequences is not null;

    public SideRecordings Of(Side side) => side == Side.Primary ? Primary : Secondary;
}
