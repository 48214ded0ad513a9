using RMF.Core.Inventory;

namespace RMF.Core.Live;

/// <summary>An operator's wish to see one side.</summary>
/// <param name="Side">The side, which is home for as long as the pin lasts.</param>
/// <param name="Until">When it ends by itself, on the host's steady clock. Null = when it is lifted.</param>
public readonly record struct TilePin(Side Side, TimeSpan? Until);
