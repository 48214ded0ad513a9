using RMF.Core.Playback;
using RMF.Engine.Ports;
using VideoOS.Platform.Data;

namespace RMF.SmartClient.Mip;

/// <summary>What a side has recorded, asked for by the client's own means. Thread-safe: each call has a source of its own.</summary>
/// <param name="site">The site's name, for people.</param>
/// <param name="edge">Fetches what a camera has stored itself: the kit has no call for that.</param>
internal sealed class MipRecordings(string site, Func<IRecordings?> edge) : IRecordings
{
    /// <summary>Sequences that one call asks for, either way.</summary>
    private const int PageSize = 1_000;

    /// <summary>Calls for one range.</summary>
    private const int MostPages = 1_000;

    public Task<Outcome<IReadOnlyList<TimeRange>>> ReadSequencesAsync(RecordedCamera camera, TimeRange range, CancellationToken cancellationToken)
        => Task.Run(() => Read(camera, range, cancellationToken), cancellationToken);

    public Task<Outcome<IRecordedFrames>> OpenAsync(RecordedCamera camera, CancellationToken cancellationToken)
        => Task.Run(() => MipRecordedFrames.Open(site, camera), cancellationToken);

    public async Task<Outcome<RecordedFrame>> ReadLivePictureAsync(RecordedCamera camera, CancellationToken cancellationToken)
        => edge() is { } recordings ? await recordings.ReadLivePictureAsync(camera, cancellationToken).ConfigureAwait(false) : NotConnected("get a picture");

    public async Task<Outcome<bool>> RetrieveEdgeStorageAsync(RecordedCamera camera, TimeRange range, IProgress<int>? progress, CancellationToken cancellationToken)
        => edge() is { } recordings ? await recordings.RetrieveEdgeStorageAsync(camera, range, progress, cancellationToken).ConfigureAwait(false) : NotConnected("fetch from the camera's storage");

    private Outcome<IReadOnlyList<TimeRange>> Read(RecordedCamera camera, TimeRange range, CancellationToken cancellationToken)
    {
        if (MipIds.Camera(camera.CameraId) is not { } item)
        {
            return MipErrors.NoCamera(site, "read sequences");
        }

        try
        {
            var source = new SequenceDataSource(item);
            var found = new List<TimeRange>();
            var from = range.Begin.UtcDateTime;

            // The one that a page begins with may have begun before it.
            for (var page = 0; page < MostPages; page++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var data = source.GetData(from, page == 0 ? TimeSpan.FromDays(1) : TimeSpan.Zero, page == 0 ? 1 : 0, range.End.UtcDateTime - from, PageSize, DataType.SequenceTypeGuids.RecordingSequence);
                var read = data.OfType<SequenceData>().Select(s => new TimeRange(Utc(s.EventSequence.StartDateTime), Utc(s.EventSequence.EndDateTime))).ToList();
                found.AddRange(read);
                var last = read.Count == 0 ? from : read.Max(r => r.End).UtcDateTime;
                if (read.Count < PageSize || last <= from)
                {
                    return Outcome<IReadOnlyList<TimeRange>>.Of([.. found.Where(r => r.End > range.Begin && r.Begin < range.End).OrderBy(r => r.Begin)]);
                }

                from = last;
            }

            return new SiteError(SiteErrorKind.UnexpectedAnswer, site, "read sequences", $"{site}: the camera has more sequences in that time than are read at once.", "Ask for a shorter time.");
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or OutOfMemoryException))
        {
            return MipErrors.Of(site, "read sequences", exception);
        }
    }

    private SiteError NotConnected(string operation)
        => new(SiteErrorKind.Unreachable, site, operation, $"{site}: the plugin is not connected to this site.", "The settings panel says why.");

    private static DateTimeOffset Utc(DateTime time) => new(DateTime.SpecifyKind(time, DateTimeKind.Utc));
}
