using BenchmarkDotNet.Running;
using RMF.Benchmarks;
using RMF.Benchmarks.Live;
using RMF.Benchmarks.Plans;
using RMF.Benchmarks.Playback;
using RMF.Benchmarks.Scripts;
using RMF.Benchmarks.Snapshots;

var options = new Arguments(args);
var cameras = options.Number("--cameras", PlanWorld.DefaultCameras);
switch (args.FirstOrDefault())
{
    case "plan":
        new PlanMeasure(Console.Out).Run(cameras);
        return 0;
    case "snapshot":
        await SnapshotBenchmark.RunAsync(cameras, options.Number("--rounds", 5), Console.Out);
        return 0;
    case "scripts" when !PowerShellProcess.IsThere:
        Console.WriteLine("There is no pwsh: put it on PATH or name it in RMF_PWSH.");
        return 1;
    case "scripts":
        var scripts = new ScriptBenchmark(Console.Out);
        scripts.Run(cameras, ScriptComparison.Keyed, ScriptComparison.Whole);
        scripts.Run(options.Number("--nested", ScriptBenchmark.NestedCameras), ScriptComparison.Keyed, ScriptComparison.Whole, ScriptComparison.Nested);
        return 0;
    case "import":
        return ImportBenchmark.Run(Console.Out);
    case "simulator":
        return await SimulatorBenchmark.RunAsync(cameras, Console.Out);
    case "live":
        TileBenchmark.Run(options.Number("--tiles", 1000), options.Number("--seconds", 60), Console.Out);
        return 0;
    case "pairs":
        PairsBenchmark.Run(cameras, Console.Out);
        return 0;
    case "coverage":
        await CoverageBenchmark.RunAsync(options.Number("--cameras", 2000), Console.Out);
        return 0;
    case "failover":
        await FailoverBenchmark.RunAsync(options.Number("--tiles", 64), options.Number("--seconds", 60), Console.Out);
        return 0;
    case "all":
        return Measurements.Write(options.Text("--out") ?? "docs/measurements.md", options.Text("--note"), Console.Out);
    default:
        BenchmarkSwitcher.FromAssembly(typeof(PlanBenchmarks).Assembly).Run(args);
        return 0;
}
