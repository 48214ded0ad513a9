using RMF.Core.Inventory;

namespace RMF.Core.Playback.Export;

/// <summary>A piece of an export that one side gives without a gap.</summary>
/// <param name="Side">The side that gives it.</param>
/// <param name="Range">Its time; pictures of its end belong to the next one.</param>
public readonly record struct ExportSegment(Side Side, TimeRange Range);
