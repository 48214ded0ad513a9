using System.Diagnostics;
using RMF.Simulator;

namespace RMF.Benchmarks;

/// <summary>Loading a simulated site. Goal at 12,000 cameras: under 15 s and under 1 GB.</summary>
public static class SimulatorBenchmark
{
    public static async Task<int> RunAsync(int cameras, TextWriter output)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var watch = Stopwatch.StartNew();
        var world = World.Generate(cameras, sites: 1);
        var generated = watch.Elapsed;
        await using var site = new SimulatedSite(world.Sites[0], new SimulatorOptions { TimeProvider = TimeProvider.System });
        await site.ListenAsync();
        var loaded = watch.Elapsed;
        var managed = GC.GetTotalMemory(forceFullCollection: true) - before;
        using var process = Process.GetCurrentProcess();
        output.WriteLine($"{cameras} cameras: generated in {Figures.Seconds(generated)}, listening after {Figures.Seconds(loaded)} (goal: under 15 s), {Figures.Megabytes(managed)} managed, peak working set {Figures.Megabytes(process.PeakWorkingSet64)} (goal: under 1 GB)");
        GC.KeepAlive(world);
        return site.Data.List("cameras").Count == cameras ? 0 : 1;
    }
}
