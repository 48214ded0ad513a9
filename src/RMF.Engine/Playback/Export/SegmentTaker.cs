using RMF.Core.Inventory;
using RMF.Core.Playback;
using RMF.Core.Playback.Export;
using RMF.Engine.Ports;

namespace RMF.Engine.Playback.Export;

/// <summary>
/// Takes one export's segments from their sides, and what a side cannot give after all from the other one. What neither gives is a hole with
/// its cause. One thread at a time.
/// </summary>
internal sealed class SegmentTaker(PairRecordings read, ExportOptions options, TimeProvider time, PartSet parts, Action<RecordedFrame> taken)
{
    private readonly List<ManifestSegment> segments = [];
    private readonly List<ExportHole> holes = [];

    /// <summary>What was taken.</summary>
    public IReadOnlyList<ManifestSegment> Segments => segments;

    /// <summary>What was planned and could not be had.</summary>
    public IReadOnlyList<ExportHole> Holes => holes;

    /// <summary>Why pictures could not be fetched, the last one of each side.</summary>
    public Dictionary<Side, SiteError> Errors { get; } = [];

    public async Task TakeAsync(ExportSegment planned, CancellationToken cancellationToken)
    {
        var missing = await ReadAsync(planned.Side, planned.Range, standsIn: false, cancellationToken).ConfigureAwait(false);
        if (missing is not { } hole)
        {
            return;
        }

        var other = planned.Side == Side.Primary ? Side.Secondary : Side.Primary;
        var spare = (read.Of(other).Sequences ?? TimeRangeSet.Empty).Within(hole.Range);
        holes.AddRange(TimeRangeSet.Of(hole.Range).Subtract(spare).Select(r => new ExportHole(r, hole.Cause)));
        foreach (var piece in spare)
        {
            if (await ReadAsync(other, piece, standsIn: true, cancellationToken).ConfigureAwait(false) is { } lost)
            {
                holes.Add(lost);
            }
        }
    }

    // Gives what is left where it could not be read, or has no picture.
    private async Task<ExportHole?> ReadAsync(Side side, TimeRange range, bool standsIn, CancellationToken cancellationToken)
    {
        var source = read.Pair.Of(side)!;
        var reader = new SegmentReader(source, range, options, time);
        var (frames, damaged) = (0, 0);
        var seen = range.Begin;
        var gaps = new List<ExportHole>();
        var error = await reader.ReadAsync(Take, cancellationToken).ConfigureAwait(false);
        ExportHole? left = null;
        if (error is not null)
        {
            Errors[side] = error;
            left = new ExportHole(reader.Rest, HoleCause.ReadFailed);
        }
        else if (frames == 0 || range.End - seen > options.MissingAfter)
        {
            left = new ExportHole(frames == 0 ? range : reader.Rest, HoleCause.NoPictures);
        }

        holes.AddRange(gaps);
        if (frames > 0 || damaged > 0)
        {
            var end = left?.Range.Begin ?? range.End;
            segments.Add(new ManifestSegment(side, source.Site, source.Recorder, source.Camera.CameraId, range with { End = end }, frames)
            {
                First = reader.First,
                Last = reader.Last,
                Damaged = damaged,
                StandsIn = standsIn,
            });
        }

        return left;

        void Take(RecordedFrame frame)
        {
            if (!parts.Add(frame, side))
            {
                damaged++;
                return;
            }

            frames++;
            if (frame.Time - seen > options.MissingAfter)
            {
                gaps.Add(new ExportHole(new TimeRange(seen, frame.Time), HoleCause.NoPictures));
            }

            seen = frame.Time;
            taken(frame);
        }
    }
}
