namespace RMF.Core.Playback.Export;

/// <summary>What one side can give to an export.</summary>
/// <param name="Sequences">What it has recorded; null = not known.</param>
/// <param name="KeyFrames">
/// Instants at which a segment may begin that takes over from the other side, sorted. The begin of a sequence is one always. Null = every
/// instant is: the recording server gives single pictures.
/// </param>
public sealed record ExportSide(TimeRangeSet? Sequences, IReadOnlyList<DateTimeOffset>? KeyFrames = null);
