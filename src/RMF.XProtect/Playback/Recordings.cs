using RMF.Core.Inventory;
using RMF.Core.Playback;
using RMF.Engine.Ports;
using RMF.XProtect.Live;
using RMF.XProtect.Soap;

namespace RMF.XProtect.Playback;

/// <summary>What an XProtect site has recorded. Thread-safe.</summary>
internal sealed class Recordings(LiveServices services, RecorderCommands recorders, ISiteCapabilities capabilities) : IRecordings, IDisposable
{
    private readonly RecorderSequences bySoap = new(services, recorders);
    private readonly TaskSequences byTask = new(services);
    private readonly LivePicture picture = new(services, recorders);
    private readonly EdgeRetrieval edge = new(services.Session);
    private readonly SemaphoreSlim asking = new(1);
    private volatile ISequenceWay? known;

    /// <inheritdoc/>
    public async Task<Outcome<IReadOnlyList<TimeRange>>> ReadSequencesAsync(RecordedCamera camera, TimeRange range, CancellationToken cancellationToken)
    {
        if (range.IsEmpty)
        {
            return Outcome<IReadOnlyList<TimeRange>>.Of([]);
        }

        var way = known ?? await FindWayAsync(camera, cancellationToken).ConfigureAwait(false);
        var read = await SequenceReading.RunAsync(way, services.Session.Errors, camera, range, cancellationToken).ConfigureAwait(false);
        return way == byTask && read.Error?.Kind is SiteErrorKind.NotSupported or SiteErrorKind.BadRequest
            ? await SequenceReading.RunAsync(bySoap, services.Session.Errors, camera, range, cancellationToken).ConfigureAwait(false)
            : read;
    }

    /// <inheritdoc/>
    public async Task<Outcome<IRecordedFrames>> OpenAsync(RecordedCamera camera, CancellationToken cancellationToken)
    {
        var opened = await RecordedFrames.OpenAsync(services, camera, cancellationToken).ConfigureAwait(false);
        return opened.TryGet(out var frames) ? Outcome<IRecordedFrames>.Of(frames) : opened.Error!;
    }

    /// <inheritdoc/>
    public Task<Outcome<RecordedFrame>> ReadLivePictureAsync(RecordedCamera camera, CancellationToken cancellationToken) => picture.ReadAsync(camera, cancellationToken);

    /// <inheritdoc/>
    public Task<Outcome<bool>> RetrieveEdgeStorageAsync(RecordedCamera camera, TimeRange range, IProgress<int>? progress, CancellationToken cancellationToken)
        => edge.RunAsync(camera, range, progress, cancellationToken);

    public void Dispose() => asking.Dispose();

    /// <summary>Whether the server has the task is asked once. Where it does not say, the recorder is asked this time.</summary>
    private async Task<ISequenceWay> FindWayAsync(RecordedCamera camera, CancellationToken cancellationToken)
    {
        await asking.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (known is { } found)
            {
                return found;
            }

            var answer = await capabilities.HasTaskAsync(new ItemKey(services.Session.Site, ItemKind.Camera, camera.CameraId), TaskSequences.TaskName, cancellationToken).ConfigureAwait(false);
            if (answer.Error is null)
            {
                known = answer.Value ? byTask : bySoap;
            }

            return known ?? bySoap;
        }
        finally
        {
            asking.Release();
        }
    }
}
