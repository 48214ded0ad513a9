using RMF.Core.Playback;
using RMF.Engine.Playback;
using RMF.Engine.Ports;

namespace RMF.Engine.Tests.Playback;

/// <summary>Recordings of many cameras that counts how many are asked for at once. Thread-safe.</summary>
internal sealed class Gate : IRecordings
{
    private readonly object gate = new();
    private int now;

    public int MostAtOnce { get; private set; }

    public RecordedSource Source(int number) => new(this, new RecordedCamera($"camera {number}", "recorder"), "site", "recorder");

    public async Task<Outcome<IReadOnlyList<TimeRange>>> ReadSequencesAsync(RecordedCamera camera, TimeRange range, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            MostAtOnce = Math.Max(MostAtOnce, ++now);
        }

        await Task.Yield();
        lock (gate)
        {
            now--;
        }

        return Outcome<IReadOnlyList<TimeRange>>.Of([range]);
    }

    public Task<Outcome<IRecordedFrames>> OpenAsync(RecordedCamera camera, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Outcome<RecordedFrame>> ReadLivePictureAsync(RecordedCamera camera, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Outcome<bool>> RetrieveEdgeStorageAsync(RecordedCamera camera, TimeRange range, IProgress<int>? progress, CancellationToken cancellationToken) => throw new NotSupportedException();
}
