using RMF.Core.Inventory;

namespace RMF.Core.Live;

/// <summary>What the host has to do, and what goes into the log of switches.</summary>
/// <param name="Kind">What to do.</param>
/// <param name="From">The side that was shown. Null = none yet.</param>
/// <param name="To">The side to show; for <see cref="TileCommandKind.KeepLast"/> the one whose picture stays, if there was one.</param>
/// <param name="Cause">Why.</param>
/// <param name="Gap">How long the tile had no new picture: the age of the last frame that it showed. Zero at the first one.</param>
public readonly record struct TileCommand(TileCommandKind Kind, Side? From, Side? To, SwitchCause Cause, TimeSpan Gap)
{
    /// <summary>The picture changes from one side to the other.</summary>
    public bool IsSwitch => Kind == TileCommandKind.Show && From is not null && From != To;
}
