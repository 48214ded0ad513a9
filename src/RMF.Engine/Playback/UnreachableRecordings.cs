using RMF.Core.Playback;
using RMF.Engine.Ports;

namespace RMF.Engine.Playback;

/// <summary>The recordings of a site that does not answer: each question is answered with why. Immutable.</summary>
/// <param name="error">Why it does not answer.</param>
public sealed class UnreachableRecordings(SiteError error) : IRecordings
{
    public Task<Outcome<IReadOnlyList<TimeRange>>> ReadSequencesAsync(RecordedCamera camera, TimeRange range, CancellationToken cancellationToken)
        => Task.FromResult<Outcome<IReadOnlyList<TimeRange>>>(error);

    public Task<Outcome<IRecordedFrames>> OpenAsync(RecordedCamera camera, CancellationToken cancellationToken) => Task.FromResult<Outcome<IRecordedFrames>>(error);

    public Task<Outcome<RecordedFrame>> ReadLivePictureAsync(RecordedCamera camera, CancellationToken cancellationToken) => Task.FromResult<Outcome<RecordedFrame>>(error);

    public Task<Outcome<bool>> RetrieveEdgeStorageAsync(RecordedCamera camera, TimeRange range, IProgress<int>? progress, CancellationToken cancellationToken)
        => Task.FromResult<Outcome<bool>>(error);
}
