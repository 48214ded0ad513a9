using RMF.Engine.Ports;

namespace RMF.Engine.Live;

/// <summary>Where one side's pictures of a tile come from.</summary>
/// <param name="Frames">The site's streams.</param>
/// <param name="Request">Which of them.</param>
/// <param name="Site">The site's name, for people.</param>
public sealed record TileSource(IFrameSource Frames, FrameRequest Request, string Site);
