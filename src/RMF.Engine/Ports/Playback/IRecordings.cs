using RMF.Core.Playback;

namespace RMF.Engine.Ports;

/// <summary>What one site has recorded. Thread-safe.</summary>
public interface IRecordings
{
    /// <summary>
    /// The recorded sequences of a camera that touch a range, in order of time, as the server tells them: they may begin before the range and
    /// end after it, touch each other, or overlap. Empty = nothing is recorded. Large answers are fetched in parts.
    /// </summary>
    /// <param name="camera">The camera.</param>
    /// <param name="range">What is asked for.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<Outcome<IReadOnlyList<TimeRange>>> ReadSequencesAsync(RecordedCamera camera, TimeRange range, CancellationToken cancellationToken);

    /// <summary>Opens a connection to the recording server that gives recorded pictures of one camera. The caller disposes it.</summary>
    Task<Outcome<IRecordedFrames>> OpenAsync(RecordedCamera camera, CancellationToken cancellationToken);

    /// <summary>One picture of now, as the recording server has it.</summary>
    Task<Outcome<RecordedFrame>> ReadLivePictureAsync(RecordedCamera camera, CancellationToken cancellationToken);

    /// <summary>Has the recording server fetch what the camera itself has stored, and waits until it has ended. Needs edge storage in the camera.</summary>
    /// <param name="camera">The camera.</param>
    /// <param name="range">What is missing.</param>
    /// <param name="progress">Hears of progress in percent, 0 to 100.</param>
    /// <param name="cancellationToken">Ends the waiting, not the retrieval.</param>
    Task<Outcome<bool>> RetrieveEdgeStorageAsync(RecordedCamera camera, TimeRange range, IProgress<int>? progress, CancellationToken cancellationToken);
}
