using System.Diagnostics;
using RMF.Core.Planning;
using RMF.Testing.Worlds;

namespace RMF.Benchmarks.Plans;

/// <summary>One pairing and one plan, measured once and cold, as a run has it. Goal: under 2 s and under 500 MB.</summary>
public sealed class PlanMeasure(TextWriter output)
{
    public PlanResult Run(int cameras)
    {
        var world = PlanWorld.Build(cameras);
        var before = Settled();
        output.WriteLine($"{cameras} cameras a side, {world.Primary.Items.Count + world.Secondary.Items.Count} items, {Figures.Megabytes(before)} for the two snapshots");
        var processor = Figures.Processor();
        var watch = Stopwatch.StartNew();
        using var peak = new PeakMemory();
        var input = Measure("pair", () => world.Input());
        var draft = Measure("plan", () => new Planner(input, SyncWorld.Backup).Plan());
        output.WriteLine($"pair and plan: {Figures.Seconds(watch.Elapsed)} (goal: under 2 s), {Figures.Seconds(Figures.Processor() - processor)} of processor time, peak managed memory {Figures.Megabytes(peak.Bytes)} with the snapshots (goal: under 500 MB)");
        Measure("pair, warm", () => world.Input());
        Measure("plan, warm", () => new Planner(input, SyncWorld.Backup).Plan());
        output.WriteLine($"{draft.PairCount} pairs, {draft.Changes.Count} changes, {draft.Findings.Count} findings; holding {Figures.Megabytes(Settled() - before)} for pairs and plan");
        var remembered = Measure("remember", () => world.Remember());
        var again = remembered.Input();
        Measure("plan with state", () => new Planner(again, SyncWorld.Backup).Plan());
        using var process = Process.GetCurrentProcess();
        output.WriteLine($"peak working set {Figures.Megabytes(process.PeakWorkingSet64)}, {GC.CollectionCount(2)} full collections");
        GC.KeepAlive(input);
        return PlanResult.Of(draft);
    }

    private T Measure<T>(string what, Func<T> action)
    {
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var processor = Figures.Processor();
        var watch = Stopwatch.StartNew();
        var result = action();
        watch.Stop();
        output.WriteLine($"{what}: {Figures.Seconds(watch.Elapsed)} ({Figures.Seconds(Figures.Processor() - processor)} of processor time), {Figures.Megabytes(GC.GetTotalAllocatedBytes(precise: true) - allocated)} allocated");
        return result;
    }

    private static long Settled() => GC.GetTotalMemory(forceFullCollection: true);
}
