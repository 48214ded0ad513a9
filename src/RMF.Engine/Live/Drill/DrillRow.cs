namespace RMF.Engine.Live.Drill;

/// <summary>One tile in one round.</summary>
/// <param name="Round">From 1.</param>
/// <param name="Tile">The tile's name.</param>
/// <param name="Gap">From the last picture of the lost side to the first of the other. Null = it did not switch in time.</param>
/// <param name="Detection">From the last picture to the decision. Null = there was none.</param>
/// <param name="WentHome">Whether the tile was home again after the round.</param>
public sealed record DrillRow(int Round, string Tile, TimeSpan? Gap, TimeSpan? Detection, bool WentHome);
