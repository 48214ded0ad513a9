namespace RMF.Engine.Playback.Export.Avi;

/// <summary>Finds the constant rate that fits recorded pictures best.</summary>
internal static class FrameInterval
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>The median time from picture to picture, 1 ms to 10 s: a hole does not stretch it. One second where there is one picture alone.</summary>
    /// <param name="ticks">When they were taken, in order.</param>
    public static TimeSpan Of(IReadOnlyList<long> ticks)
    {
        if (ticks.Count < 2)
        {
            return TimeSpan.FromSeconds(1);
        }

        var intervals = new long[ticks.Count - 1];
        for (var i = 0; i < intervals.Length; i++)
        {
            intervals[i] = ticks[i + 1] - ticks[i];
        }

        Array.Sort(intervals);
        var median = new TimeSpan(intervals[intervals.Length / 2]);
        return median < Shortest ? Shortest : median > Longest ? Longest : median;
    }
}
