namespace RMF.Simulator.Recordings;

/// <summary>Finds frames in sequences. Linear in their number.</summary>
internal static class FrameSearch
{
    /// <summary>The last frame at or before a time, across gaps; null where there is none.</summary>
    public static FoundFrame? AtOrBefore(IReadOnlyList<RecordedSequence> sequences, FrameGrid grid, DateTimeOffset time)
    {
        for (var i = sequences.Count - 1; i >= 0; i--)
        {
            var (first, last) = grid.Of(sequences[i]);
            if (first <= last && grid.TimeOf(first) <= time)
            {
                return Found(sequences, grid, i, Math.Min(last, grid.AtOrBefore(time)));
            }
        }

        return null;
    }

    /// <summary>The first frame at or after a time, across gaps; null where there is none.</summary>
    public static FoundFrame? AtOrAfter(IReadOnlyList<RecordedSequence> sequences, FrameGrid grid, DateTimeOffset time)
    {
        for (var i = 0; i < sequences.Count; i++)
        {
            var (first, last) = grid.Of(sequences[i]);
            if (first <= last && grid.TimeOf(last) >= time)
            {
                return Found(sequences, grid, i, Math.Max(first, grid.AtOrAfter(time)));
            }
        }

        return null;
    }

    private static FoundFrame Found(IReadOnlyList<RecordedSequence> sequences, FrameGrid grid, int index, long frame)
    {
        var (first, last) = grid.Of(sequences[index]);
        return new FoundFrame(frame, grid.TimeOf(frame), frame > first ? grid.TimeOf(frame - 1) : Before(sequences, grid, index), frame < last ? grid.TimeOf(frame + 1) : After(sequences, grid, index));
    }

    private static DateTimeOffset? Before(IReadOnlyList<RecordedSequence> sequences, FrameGrid grid, int index)
    {
        for (var i = index - 1; i >= 0; i--)
        {
            var (first, last) = grid.Of(sequences[i]);
            if (first <= last)
            {
                return grid.TimeOf(last);
            }
        }

        return null;
    }

    private static DateTimeOffset? After(IReadOnlyList<RecordedSequence> sequences, FrameGrid grid, int index)
    {
        for (var i = index + 1; i < sequences.Count; i++)
        {
            var (first, last) = grid.Of(sequences[i]);
            if (first <= last)
            {
                return grid.TimeOf(first);
            }
        }

        return null;
    }
}
