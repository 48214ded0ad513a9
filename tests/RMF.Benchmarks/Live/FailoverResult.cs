using System.Globalization;
using RMF.Engine.Live.Drill;

namespace RMF.Benchmarks.Live;

/// <summary>What became of tiles whose recording server failed.</summary>
/// <param name="Tiles">How many were open.</param>
/// <param name="What">What was done to the server.</param>
/// <param name="Gaps">Of the tiles that switched: from the last picture to the first of the other side, shortest first.</param>
/// <param name="FalseSwitches">Switches that nothing had caused.</param>
/// <param name="Stall">How long this process was kept from running.</param>
public sealed record FailoverResult(int Tiles, string What, IReadOnlyList<TimeSpan> Gaps, int FalseSwitches, TimeSpan Stall)
{
    public override string ToString()
    {
        var drill = new DrillResult(Gaps.Select(g => new DrillRow(1, "", g, null, WentHome: false)).ToList(), [], FalseSwitches, new DrillOptions());
        var gaps = Gaps.Count == 0 ? string.Empty : string.Format(
            CultureInfo.InvariantCulture,
            ", without a picture p50 {0:F0} ms, p99 {1:F0} ms, max {2:F0} ms",
            drill.Percentile(0.5)!.Value.TotalMilliseconds,
            drill.Percentile(0.99)!.Value.TotalMilliseconds,
            drill.Percentile(1)!.Value.TotalMilliseconds);
        return string.Format(
            CultureInfo.InvariantCulture,
            "{0} {1} tiles: {2} switched{3}; {4} false switches; this process was kept waiting for {5:F0} ms at most",
            What,
            Tiles,
            Gaps.Count,
            gaps,
            FalseSwitches,
            Stall.TotalMilliseconds);
    }
}
