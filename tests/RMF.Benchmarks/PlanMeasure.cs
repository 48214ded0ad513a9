using System.Diagnostics;
using System.Globalization;
using RMF.Core.Inventory;
using RMF.Core.Planning;
using RMF.Testing.Worlds;

namespace RMF.Benchmarks;

/// <summary>One pairing and one plan, measured once and cold, as a run has it. Goal: under 2 s and under 500 MB.</summary>
public static class PlanMeasure
{
    public static int Run(int cameras)
    {
        var world = PlanWorld.Build(cameras);
        var before = Settled();
        Print($"{cameras} cameras a side, {world.Primary.Items.Count + world.Secondary.Items.Count} items, {Megabytes(before)} MB for the two snapshots");
        var input = Measure("pair", () => world.Input());
        var draft = Measure("plan", () => new Planner(input, SyncWorld.Backup).Plan());
        Measure("pair, warm", () => world.Input());
        Measure("plan, warm", () => new Planner(input, SyncWorld.Backup).Plan());
        Print($"{draft.PairCount} pairs, {draft.Changes.Count} changes, {draft.Findings.Count} findings; holding {Megabytes(Settled() - before)} MB for pairs and plan");
        var remembered = Measure("remember", () => world.Remember());
        var again = remembered.Input();
        Measure("plan with state", () => new Planner(again, SyncWorld.Backup).Plan());
        using var process = Process.GetCurrentProcess();
        Print($"peak working set {Megabytes(process.PeakWorkingSet64)} MB, {GC.CollectionCount(2)} full collections");
        GC.KeepAlive(input);
        GC.KeepAlive(draft);
        return 0;
    }

    private static T Measure<T>(string what, Func<T> action)
    {
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var processor = Processor();
        var watch = Stopwatch.StartNew();
        var result = action();
        watch.Stop();
        Print($"{what}: {Seconds(watch.Elapsed)} s ({Seconds(Processor() - processor)} s of processor time), {Megabytes(GC.GetTotalAllocatedBytes(precise: true) - allocated)} MB allocated");
        return result;
    }

    /// <summary>Of all threads, the compiler's and the collector's too; on a busy machine it says more than the clock.</summary>
    private static TimeSpan Processor()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("F3", CultureInfo.InvariantCulture);

    private static long Settled() => GC.GetTotalMemory(forceFullCollection: true);

    private static string Megabytes(long bytes) => (bytes / 1048576.0).ToString("F0", CultureInfo.InvariantCulture);

    private static void Print(string line) => Console.WriteLine(line);
}
