namespace RMF.Engine.Ports;

/// <summary>Manual recording on one site. Thread-safe. Cameras of one recording server go in one call where the server has such a call.</summary>
public interface IManualRecording
{
    /// <summary>One entry for each camera: whether it records by hand now, or why that is not known.</summary>
    Task<IReadOnlyDictionary<RecordedCamera, Outcome<bool>>> ReadAsync(IReadOnlyList<RecordedCamera> cameras, CancellationToken cancellationToken);

    /// <summary>
    /// Starts or stops. One entry for each camera. A camera that records already goes on, and the time after which the server ends the recording
    /// by itself begins again.
    /// </summary>
    Task<IReadOnlyDictionary<RecordedCamera, WriteResult>> SetAsync(IReadOnlyList<RecordedCamera> cameras, bool on, CancellationToken cancellationToken);
}
