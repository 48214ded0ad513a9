namespace RMF.Core.Tests.Playback;

/// <summary>
/// The best export of single seconds, found by trying all ways. It knows nothing of sequences: it walks from second to second with each side
/// that has it and keeps the cheapest way to each. A way costs its segments, and then the seconds that are not from the serving side.
/// </summary>
internal static class ExportOracle
{
    private const int Never = int.MaxValue / 2;

    /// <param name="has">For each side and second whether it has it.</param>
    /// <param name="mayBegin">For each side and second whether a segment that takes over may begin there.</param>
    /// <param name="from">The first second that is wanted.</param>
    /// <param name="to">The second after the last.</param>
    /// <param name="serving">0 or 1.</param>
    public static (int Segments, int FromServing) Best(bool[][] has, bool[][] mayBegin, int from, int to, int serving)
    {
        // Where the way stands: on side 0, on side 1, in a hole.
        (int Segments, int Foreign)[] best = [(Never, 0), (Never, 0), (0, 0)];
        for (var second = from; second < to; second++)
        {
            (int, int)[] next = [(Never, 0), (Never, 0), (Never, 0)];
            if (!has[0][second] && !has[1][second])
            {
                next[2] = best.Min();
            }

            foreach (var side in new[] { 0, 1 })
            {
                if (!has[side][second])
                {
                    continue;
                }

                var foreign = side == serving ? 0 : 1;
                var goOn = Add(best[side], 0, foreign);
                var takeOver = mayBegin[side][second] ? Add(best[1 - side], 1, foreign) : (Never, 0);
                var begin = Add(best[2], 1, foreign);
                next[side] = new[] { goOn, takeOver, begin }.Min();
            }

            best = next;
        }

        var (segments, notServing) = best.Min();
        var covered = Enumerable.Range(from, to - from).Count(s => has[0][s] || has[1][s]);
        return (segments, covered - notServing);
    }

    private static (int Segments, int Foreign) Add((int Segments, int Foreign) way, int segments, int foreign) => (Math.Min(Never, way.Segments + segments), way.Foreign + foreign);
}
