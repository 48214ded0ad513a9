using RMF.Core.Playback;

namespace RMF.XProtect.Playback;

/// <summary>One part of an answer.</summary>
/// <param name="Sequences">As the server told them.</param>
/// <param name="IsCut">True where it may have more after the last one.</param>
internal sealed record SequencePage(IReadOnlyList<TimeRange> Sequences, bool IsCut);
