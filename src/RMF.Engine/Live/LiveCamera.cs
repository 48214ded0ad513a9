using RMF.Core.Live;

namespace RMF.Engine.Live;

/// <summary>A camera that both sides hold, ready to be opened as a tile.</summary>
/// <param name="Pair">Its two sources.</param>
/// <param name="Settings">What the policy says of it, overrides applied.</param>
public sealed record LiveCamera(TilePair Pair, TileSettings Settings);
