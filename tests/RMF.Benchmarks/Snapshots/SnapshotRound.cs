namespace RMF.Benchmarks.Snapshots;

/// <summary>One reading of a site. The simulated site runs in the same process, so its share is in both columns of a comparison.</summary>
/// <param name="Time">From the first request to the last object.</param>
/// <param name="Processor">Processor time of the whole process; on a busy machine it says more than the clock.</param>
/// <param name="Allocated">Bytes allocated by reader and site together.</param>
public sealed record SnapshotRound(TimeSpan Time, TimeSpan Processor, long Allocated);
