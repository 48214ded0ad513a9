using RMF.Core.Playback;
using RMF.Engine.Live;
using RMF.Engine.Ports;

namespace RMF.Engine.Playback.Export;

/// <summary>Reads the pictures of one piece of time from one side, one after the other. A connection that breaks is opened again, a bounded number of times.</summary>
internal sealed class SegmentReader(RecordedSource source, TimeRange range, ExportOptions options, TimeProvider time)
{
    // Times travel in milliseconds, so a shorter step asks for the same picture again.
    private static readonly TimeSpan FirstStep = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan LongestStep = TimeSpan.FromSeconds(1);

    private DateTimeOffset position = range.Begin;
    private TimeSpan step = FirstStep;
    private int probes;

    /// <summary>When the first picture was taken; null before it.</summary>
    public DateTimeOffset? First { get; private set; }

    /// <summary>When the last picture was taken.</summary>
    public DateTimeOffset? Last { get; private set; }

    /// <summary>What is left to read after an error.</summary>
    public TimeRange Rest => Last is { } last ? new TimeRange(last.AddTicks(1), range.End) : range;

    /// <summary>Reads to the end of the range. Null = all that there is was read; else why not.</summary>
    /// <param name="take">Takes each picture whose time is in the range, in order.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<SiteError?> ReadAsync(Action<RecordedFrame> take, CancellationToken cancellationToken)
    {
        var pause = options.FirstPause;
        var failed = 0;
        for (var attempt = 1; ; attempt++)
        {
            var before = Last;
            if (await AttemptAsync(take, cancellationToken).ConfigureAwait(false) is not { } error)
            {
                return null;
            }

            failed = Last == before ? failed + 1 : 1;
            pause = Last == before ? pause : options.FirstPause;
            if (failed >= options.Attempts || attempt >= ExportOptions.MostAttemptsInAll || !(error.IsTransient || error.Kind == SiteErrorKind.UnexpectedAnswer))
            {
                return error;
            }

            await time.DelayAsync(pause, cancellationToken).ConfigureAwait(false);
            pause += pause;
        }
    }

    private async Task<SiteError?> AttemptAsync(Action<RecordedFrame> take, CancellationToken cancellationToken)
    {
        var opened = await source.Recordings.OpenAsync(source.Camera, cancellationToken).ConfigureAwait(false);
        if (!opened.TryGet(out var frames))
        {
            return opened.Error;
        }

        await using (frames.ConfigureAwait(false))
        {
            // Each round takes a picture or moves the position on; probes without a picture are counted.
            while (position < range.End && probes < ExportOptions.MostProbes)
            {
                var got = await frames.GotoAsync(position, cancellationToken).ConfigureAwait(false);
                if (got.Error is { } error)
                {
                    return error;
                }

                if (got.Value is not { } frame || frame.Time >= range.End)
                {
                    return null;
                }

                if (frame.Time >= range.Begin && (Last is null || frame.Time > Last))
                {
                    take(frame);
                    First ??= frame.Time;
                    Last = frame.Time;
                    (step, probes) = (FirstStep, 0);
                }

                MoveOn(frame);
            }
        }

        return null;
    }

    private void MoveOn(RecordedFrame frame)
    {
        if (frame.Next is { } next && next > position && next > frame.Time)
        {
            position = next;
            return;
        }

        // The server does not say when the next one was taken, or says the one that it has just shown.
        position = (position > frame.Time ? position : frame.Time) + step;
        step = step + step < LongestStep ? step + step : LongestStep;
        probes++;
    }
}
