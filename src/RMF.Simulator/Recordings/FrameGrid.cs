namespace RMF.Simulator.Recordings;

/// <summary>
/// When a camera's recorded frames were taken: on a grid from 1970 on, so that a frame has the same number and time whoever asks, and whole
/// milliseconds, because that is what the image server tells.
/// </summary>
/// <param name="interval">Time from frame to frame, a millisecond at least.</param>
internal readonly struct FrameGrid(TimeSpan interval)
{
    private readonly long ticks = Math.Max(interval.Ticks, TimeSpan.TicksPerMillisecond);

    public DateTimeOffset TimeOf(long frame) => DateTimeOffset.UnixEpoch.AddMilliseconds(Milliseconds(frame));

    /// <summary>The last frame at or before a time.</summary>
    public long AtOrBefore(DateTimeOffset time)
    {
        var frame = (time - DateTimeOffset.UnixEpoch).Ticks / ticks;
        while (Milliseconds(frame + 1) <= time.ToUnixTimeMilliseconds())
        {
            frame++;
        }

        return frame;
    }

    /// <summary>The first frame at or after a time.</summary>
    public long AtOrAfter(DateTimeOffset time) => AtOrBefore(time) is var frame && TimeOf(frame) < time ? frame + 1 : frame;

    /// <summary>The first and the last frame of a sequence; the first is after the last where it is too short for one.</summary>
    public (long First, long Last) Of(RecordedSequence sequence)
    {
        var last = AtOrBefore(sequence.End);
        return (AtOrAfter(sequence.Begin), TimeOf(last) < sequence.End ? last : last - 1);
    }

    private long Milliseconds(long frame) => frame * ticks / TimeSpan.TicksPerMillisecond;
}
