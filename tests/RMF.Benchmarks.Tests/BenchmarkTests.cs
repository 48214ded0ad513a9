using RMF.Benchmarks.Live;
using RMF.Benchmarks.Plans;
using RMF.Benchmarks.Playback;
using RMF.Benchmarks.Scripts;
using RMF.Benchmarks.Snapshots;
using Xunit.Abstractions;

namespace RMF.Benchmarks.Tests;

/// <summary>The benchmarks measure what they say they measure. Times are printed, not asserted: a busy machine would break that.</summary>
[Trait("Proof", "scale")]
public sealed class BenchmarkTests(ITestOutputHelper helper)
{
    private const int Cameras = 1_200;

    /// <summary>The nested comparison is quadratic.</summary>
    private const int NestedCameras = 120;

    private readonly TestWriter output = new(helper);

    [Fact]
    public async Task A_snapshot_and_the_bare_requests_read_the_same()
    {
        var result = await SnapshotBenchmark.RunAsync(Cameras, 1, output);

        Assert.True(result.IsComplete);
        Assert.True(result.SameRequests);
        Assert.Equal(Cameras, result.Cameras);
        Assert.Equal(Cameras, result.CameraSettings);
        Assert.InRange(result.Requests, 3 * Cameras, 12 * Cameras);
        Assert.Single(result.Bare);
        Assert.Single(result.Reader);
    }

    [Fact]
    public void A_plan_finds_what_the_world_was_given()
    {
        var result = new PlanMeasure(output).Run(Cameras);

        Assert.Equal(PlanWorld.MissingOf(Cameras), result.Missing);
        Assert.Equal(PlanWorld.DifferentOf(Cameras), result.Different);
        Assert.InRange(result.Pairs, Cameras - result.Missing, 2 * Cameras);
    }

    [PwshFact]
    public void The_scripts_find_what_a_plan_finds()
    {
        foreach (var result in new ScriptBenchmark(output).Run(Cameras, ScriptComparison.Keyed))
        {
            AssertFound(result, Cameras);
        }

        foreach (var result in new ScriptBenchmark(output).Run(NestedCameras, ScriptComparison.Nested))
        {
            AssertFound(result, NestedCameras);
        }
    }

    [Fact]
    public async Task A_coverage_report_has_a_row_for_each_camera_and_day_and_finds_the_gaps_of_both_sides()
    {
        const int Few = 100;
        var result = await CoverageBenchmark.RunAsync(Few, output);

        Assert.Equal((Few, Few * CoverageBenchmark.Days, Few / 10 * CoverageBenchmark.Days), (result.Cameras, result.Days, result.Gaps));
        Assert.InRange(result.Requests, 2 * Few, 4 * Few);
    }

    [Fact]
    public async Task A_simulated_site_holds_the_cameras_it_was_asked_for() => Assert.Equal(0, await SimulatorBenchmark.RunAsync(Cameras, output));

    [Fact]
    public void The_pair_map_finds_every_camera_by_its_id() => Assert.Equal(2 * Cameras, PairsBenchmark.Run(Cameras, output));

    [Fact]
    public void The_tiles_see_each_frame_and_tick() => Assert.Equal(10 * 5 * (25 + 25 + 20), TileBenchmark.Run(10, 5, output));

    private static void AssertFound(ComparisonResult result, int cameras)
        => Assert.Equal((result.Name, PlanWorld.MissingOf(cameras), PlanWorld.DifferentOf(cameras)), (result.Name, result.Missing, result.Different));
}
