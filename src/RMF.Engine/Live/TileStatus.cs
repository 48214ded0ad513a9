using RMF.Core.Inventory;
using RMF.Core.Live;

namespace RMF.Engine.Live;

/// <summary>A tile as it is now. Immutable.</summary>
/// <param name="Name">The tile's name.</param>
/// <param name="Phase">What a person is told.</param>
/// <param name="Home">The side that it prefers, or that is pinned.</param>
/// <param name="Shown">The side whose picture is on the screen. Null = none yet.</param>
/// <param name="Since">For how long it is as it is.</param>
/// <param name="Cause">Why.</param>
/// <param name="Primary">The primary's stream.</param>
/// <param name="Secondary">The secondary's stream.</param>
public sealed record TileStatus(string Name, TilePhase Phase, Side Home, Side? Shown, TimeSpan Since, SwitchCause? Cause, TileSideStatus Primary, TileSideStatus Secondary)
{
    /// <summary>Switches from one side to the other since it was opened.</summary>
    public int Switches { get; init; }

    public TileSideStatus Of(Side side) => side == Side.Primary ? Primary : Secondary;
}
