namespace RMF.Benchmarks.Snapshots;

/// <param name="Requests">Requests of one snapshot.</param>
/// <param name="Bytes">Bytes of the answers to them.</param>
/// <param name="Items">Items of the snapshot.</param>
/// <param name="Cameras">Cameras among them.</param>
/// <param name="CameraSettings">Cameras whose settings were read.</param>
/// <param name="IsComplete">No part was left unread.</param>
/// <param name="SameRequests">Every round asked for exactly what the first one asked for.</param>
public sealed record SnapshotResult(int Requests, long Bytes, int Items, int Cameras, int CameraSettings, bool IsComplete, bool SameRequests)
{
    public required IReadOnlyList<SnapshotRound> Reader { get; init; }

    public required IReadOnlyList<SnapshotRound> Bare { get; init; }

    /// <summary>Median of the reader to median of the bare requests, by the clock.</summary>
    public double Ratio => Figures.Median(Reader.Select(r => r.Time)) / Figures.Median(Bare.Select(r => r.Time));

    /// <summary>The same by processor time.</summary>
    public double ProcessorRatio => Figures.Median(Reader.Select(r => r.Processor)) / Figures.Median(Bare.Select(r => r.Processor));
}
