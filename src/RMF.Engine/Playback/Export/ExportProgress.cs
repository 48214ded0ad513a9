namespace RMF.Engine.Playback.Export;

/// <summary>How far an export is.</summary>
/// <param name="Frames">Pictures written.</param>
/// <param name="At">The time of the last one, UTC.</param>
/// <param name="Done">How much of the planned time is behind, 0 to 1.</param>
public readonly record struct ExportProgress(long Frames, DateTimeOffset At, double Done);
