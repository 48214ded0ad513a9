namespace RMF.Core.Live;

/// <summary>One row of the table of transitions.</summary>
/// <param name="From">Where the tile stands.</param>
/// <param name="When">The condition, in words.</param>
/// <param name="To">Where it goes.</param>
/// <param name="Cause">Why; null where the picture does not change.</param>
/// <param name="Holds">The condition.</param>
internal sealed record Transition(TilePosition From, string When, TilePosition To, SwitchCause? Cause, Func<TileView, bool> Holds);
