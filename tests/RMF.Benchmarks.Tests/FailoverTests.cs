using RMF.Benchmarks.Live;
using RMF.Core.Live;
using RMF.Simulator;
using Xunit.Abstractions;

namespace RMF.Benchmarks.Tests;

/// <summary>
/// Tiles on real sockets. The numbers are printed; what is asserted allows for the time in which this process did not run, because that is the
/// machine's doing.
/// </summary>
[Trait("Proof", "live-sockets")]
public sealed class FailoverTests(ITestOutputHelper output)
{
    private const int Tiles = 16;

    private static readonly TimeSpan JitterTime = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData(FaultKind.StreamKill)]
    [InlineData(FaultKind.StreamRefuse)]
    [InlineData(FaultKind.StreamStall)]
    public async Task Each_tile_leaves_a_recording_server_that_fails(FaultKind kind)
    {
        await using var lab = await FailoverLab.StartAsync(Tiles, 25, FailoverBenchmark.Settings);
        var result = await lab.FailAsync(kind);
        output.WriteLine(result.ToString());

        Assert.Equal(Tiles, result.Gaps.Count);
        Assert.All(result.Gaps, g => Assert.InRange(g, TimeSpan.Zero, FailoverBenchmark.Settings.ReactionTime + TimeSpan.FromSeconds(1) + (result.Stall * 3)));
        if (result.Stall < FailoverBenchmark.Settings.ReactionTime / 4)
        {
            Assert.Equal(0, result.FalseSwitches);
        }
    }

    [Fact]
    public async Task Jitter_and_lost_frames_move_no_tile()
    {
        await using var lab = await FailoverLab.StartAsync(Tiles, 25, FailoverBenchmark.Settings);
        var result = await lab.DisturbAsync(TimeSpan.FromMilliseconds(100), 0.01, JitterTime);
        output.WriteLine(result.ToString());
        if (result.Stall < FailoverBenchmark.Settings.ReactionTime / 4)
        {
            Assert.Equal(0, result.FalseSwitches);
        }

        Assert.All(lab.Tiles, t => Assert.True(t.Status.Primary.Frames > 0 && t.Status.Phase != TilePhase.Starting));
    }
}
