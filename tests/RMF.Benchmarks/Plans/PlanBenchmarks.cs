using BenchmarkDotNet.Attributes;
using RMF.Core.Pairing;
using RMF.Core.Planning;
using RMF.Testing.Worlds;

namespace RMF.Benchmarks.Plans;

/// <summary>Pairing and planning, warm.</summary>
[MemoryDiagnoser]
public class PlanBenchmarks
{
    private SyncWorld world = null!;
    private PlanningInput input = null!;

    [Params(1_000, PlanWorld.DefaultCameras)]
    public int Cameras { get; set; }

    [GlobalSetup]
    public void Build()
    {
        world = PlanWorld.Build(Cameras).Remember();
        input = world.Input();
    }

    [Benchmark]
    public Correspondence Pair() => world.Input().Pairs;

    [Benchmark]
    public PlanDraft Plan() => new Planner(input, SyncWorld.Backup).Plan();
}
