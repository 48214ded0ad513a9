namespace RMF.Benchmarks.Playback;

/// <summary>What a report of coverage read and found.</summary>
/// <param name="Cameras">Cameras that both sides have.</param>
/// <param name="Days">Rows of the report.</param>
/// <param name="Sequences">Sequences of both sides.</param>
/// <param name="Gaps">Gaps that neither side fills.</param>
/// <param name="Requests">Requests to both sites while it was made.</param>
public sealed record CoverageResult(int Cameras, int Days, int Sequences, int Gaps, long Requests);
