namespace RMF.Core.Live;

/// <summary>Where a tile's pictures of one side come from, by ids: GUIDs in lower case.</summary>
/// <param name="Camera">The camera.</param>
/// <param name="Recorder">The recording server that records it.</param>
public readonly record struct TileEnd(string Camera, string Recorder);
