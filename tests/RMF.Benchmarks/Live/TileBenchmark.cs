using System.Diagnostics;
using System.Globalization;
using RMF.Core.Inventory;
using RMF.Core.Live;

namespace RMF.Benchmarks.Live;

/// <summary>What the decision costs: tiles with two streams each, in virtual time, on one thread. The floor beside it only counts the same events.</summary>
public static class TileBenchmark
{
    private const int FramesPerSecond = 25;
    private const int TicksPerSecond = 20;

    /// <param name="tiles">How many.</param>
    /// <param name="seconds">Of virtual time.</param>
    /// <param name="output">Where the lines go.</param>
    /// <returns>Steps that were made.</returns>
    public static long Run(int tiles, int seconds, TextWriter output)
    {
        // Once to warm up.
        Play(Math.Min(tiles, 100), 10, Reduce);
        Play(Math.Min(tiles, 100), 10, Count);
        var (steps, reduced, bytes) = Play(tiles, seconds, Reduce);
        var (_, counted, _) = Play(tiles, seconds, Count);
        output.WriteLine(string.Format(
            CultureInfo.InvariantCulture,
            "{0} tiles, {1} s of {2} frames a second from both sides and {3} ticks: {4} steps in {5:F3} s, {6:F0} ns a step, {7:F1} us a tile and second ({8:F2} % of a core for all), {9:F2} bytes a step",
            tiles,
            seconds,
            FramesPerSecond,
            TicksPerSecond,
            steps,
            reduced.TotalSeconds,
            reduced.TotalSeconds * 1e9 / steps,
            reduced.TotalSeconds * 1e6 / tiles / seconds,
            reduced.TotalSeconds * 100 / seconds,
            bytes / (double)steps));
        output.WriteLine(string.Format(CultureInfo.InvariantCulture, "only counting the same events: {0:F3} s; the decision costs {1} times that", counted.TotalSeconds, Figures.Ratio(reduced / counted)));
        return steps;
    }

    private static (long Steps, TimeSpan Time, long Bytes) Play(int tiles, int seconds, Func<TileState, TileEvent, TileSettings, TimeSpan, TileState> step)
    {
        var settings = new TileSettings { ReactionTime = TimeSpan.FromMilliseconds(500) };
        var states = new TileState[tiles];
        Array.Fill(states, TileState.Open(settings, TimeSpan.Zero));
        var steps = 0L;
        var before = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();
        for (var millisecond = 0; millisecond < seconds * 1000; millisecond += 10)
        {
            var now = TimeSpan.FromMilliseconds(millisecond);
            var frame = millisecond % (1000 / FramesPerSecond) == 0;
            var tick = millisecond % (1000 / TicksPerSecond) == 0;
            for (var i = 0; i < tiles && (frame || tick); i++)
            {
                var state = states[i];
                if (frame)
                {
                    state = step(state, TileEvent.Frame(Side.Primary), settings, now);
                    state = step(state, TileEvent.Frame(Side.Secondary), settings, now);
                    steps += 2;
                }

                if (tick)
                {
                    state = step(state, TileEvent.Tick, settings, now);
                    steps++;
                }

                states[i] = state;
            }
        }

        var time = watch.Elapsed;
        return (steps, time, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static TileState Reduce(TileState state, TileEvent happened, TileSettings settings, TimeSpan now) => TileReducer.Step(state, happened, settings, now).State;

    private static TileState Count(TileState state, TileEvent happened, TileSettings settings, TimeSpan now) => state with { LastEvent = now };
}
