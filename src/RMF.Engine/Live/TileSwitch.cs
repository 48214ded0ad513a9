using RMF.Core.Inventory;
using RMF.Core.Live;

namespace RMF.Engine.Live;

/// <summary>A tile moved to the other side, or lost its picture.</summary>
/// <param name="At">When, by the host's clock.</param>
/// <param name="Tile">The tile's name.</param>
/// <param name="From">The side that was shown. Null = none yet.</param>
/// <param name="To">The side that is shown now. Null = none; the last picture stays.</param>
/// <param name="Cause">Why.</param>
/// <param name="Reason">The same for people, with what the stream said, if it said something.</param>
/// <param name="Gap">How long the tile had no new picture when it moved.</param>
public sealed record TileSwitch(DateTimeOffset At, string Tile, Side? From, Side? To, SwitchCause Cause, string Reason, TimeSpan Gap)
{
    /// <summary>From one side to the other: the first picture of a tile is none, nor is its loss.</summary>
    public bool IsSwitch => From is not null && To is not null && From != To;
}
