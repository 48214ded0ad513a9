using RMF.Core.Playback;
using RMF.Engine.Ports;
using VideoOS.Platform.Data;

namespace RMF.SmartClient.Mip;

/// <summary>What a side has recorded, asked for by the client's own means. Thread-safe: each call has a source of its own.</summary>
/// <param name="site">The site's name, for people.</param>
internal sealed class MipRecordings(string site) : IRecordings
{
    /// <summary>Sequences that one call asks for, either way.</summary>
    private const int PageSize = 1_000;

    /// <summary>Calls for one range.</summary>
    private const int MostPages = 1_000;

    public Task<Outcome<IReadOnlyList<TimeRange>>> ReadSequencesAsync(RecordedCamera camera, TimeRange range, CancellationToken cancellationToken)
        => Task.Run(() => Read(camera, range, cancellationToken), cancellationToken);

    public Task<Outcome<IRecordedFrames>> OpenAsync(RecordedCamera camera, CancellationToken cancellationToken)
        => Task.Run(() => MipRecordedFrames.Open(site, camera), cancellationToken);

    /// <summary>The newest picture that was recorded stands in: the kit gives single pictures of recordings alone.</summary>
    public async Task<Outcome<RecordedFrame>> ReadLivePictureAsync(RecordedCamera camera, CancellationToken cancellationToken)
    {
        var opened = await OpenAsync(camera, cancellationToken).ConfigureAwait(false);
        if (!opened.TryGet(out var frames))
        {
            return opened.Error!;
        }

        await using (frames.ConfigureAwait(false))
        {
            var read = await frames.GotoAsync(DateTimeOffset.MaxValue, cancellationToken).ConfigureAwait(false);
            return read.Error is { } error ? error
                : read.Value is { } frame ? frame
                : new SiteError(SiteErrorKind.NotFound, site, "get a picture", $"{site}: the camera has no picture.", "Try the other side.");
        }
    }

    public Task<Outcome<bool>> RetrieveEdgeStorageAsync(RecordedCamera camera, TimeRange range, IProgress<int>? progress, CancellationToken cancellationToken)
        => Task.FromResult<Outcome<bool>>(new SiteError(
            SiteErrorKind.NotSupported, site, "fetch from the camera's storage", $"{site}: Smart Client's kit cannot fetch what the camera has stored itself.", "Export-RmfVideo -RetrieveEdgeStorage does it."));

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

    private static DateTimeOffset Utc(DateTime time) => new(DateTime.SpecifyKind(time, DateTimeKind.Utc));
}
