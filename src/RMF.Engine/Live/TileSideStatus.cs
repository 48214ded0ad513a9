using RMF.Core.Live;

namespace RMF.Engine.Live;

/// <summary>One side's stream of a tile, now. Immutable.</summary>
/// <param name="Site">The site's name.</param>
/// <param name="Health">What its frames say.</param>
/// <param name="Frames">Frames since it was opened.</param>
/// <param name="FramesPerSecond">Frames that came in the last full second.</param>
/// <param name="Age">The age of the last frame. Null = none yet.</param>
/// <param name="Detail">What the stream said last; empty where it said nothing.</param>
public sealed record TileSideStatus(string Site, SideStatus Health, long Frames, double FramesPerSecond, TimeSpan? Age, string Detail);
