namespace RMF.Core.Live;

/// <summary>What one event led to.</summary>
/// <param name="State">The tile afterwards.</param>
/// <param name="Command">What the host has to do. Null = nothing.</param>
/// <param name="Taken">The condition, in words, of the transition that was taken. Null = the tile stayed where it was.</param>
/// <param name="Ignored">Why the event changed nothing. Null = it was taken in.</param>
public readonly record struct TileStep(TileState State, TileCommand? Command, string? Taken, string? Ignored);
