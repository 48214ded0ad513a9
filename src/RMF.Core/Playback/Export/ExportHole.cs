namespace RMF.Core.Playback.Export;

/// <summary>A time that an export has nothing for.</summary>
/// <param name="Range">When.</param>
/// <param name="Cause">Why.</param>
public readonly record struct ExportHole(TimeRange Range, HoleCause Cause);
