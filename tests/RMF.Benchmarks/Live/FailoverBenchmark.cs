using RMF.Core.Live;
using RMF.Simulator;

namespace RMF.Benchmarks.Live;

/// <summary>Failover on loopback: goal at 25 frames a second and a reaction time of 500 ms: p99 at most the detection and two frame intervals.</summary>
public static class FailoverBenchmark
{
    public static readonly TileSettings Settings = new() { ReactionTime = TimeSpan.FromMilliseconds(500) };

    public static async Task RunAsync(int tiles, int jitterSeconds, TextWriter output)
    {
        foreach (var (kind, goal) in new[] { (FaultKind.StreamKill, 80), (FaultKind.StreamRefuse, 80), (FaultKind.StreamStall, 580) })
        {
            await using var lab = await FailoverLab.StartAsync(tiles, 25, Settings);
            await output.WriteLineAsync($"{await lab.FailAsync(kind)} (goal: p99 at most {goal} ms)");
        }

        await using var noisy = await FailoverLab.StartAsync(tiles, 25, Settings);
        await output.WriteLineAsync($"{await noisy.DisturbAsync(TimeSpan.FromMilliseconds(100), 0.01, TimeSpan.FromSeconds(jitterSeconds))}; {jitterSeconds} s of jitter (sigma 100 ms) and 1 % of frames lost (goal: no switch)");
    }
}
