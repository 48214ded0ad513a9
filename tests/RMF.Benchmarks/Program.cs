using BenchmarkDotNet.Running;
using RMF.Benchmarks;

if (args is ["plan", ..])
{
    return PlanMeasure.Run(args.Length > 1 ? int.Parse(args[1]) : PlanWorld.DefaultCameras);
}

BenchmarkSwitcher.FromAssembly(typeof(PlanBenchmarks).Assembly).Run(args);
return 0;
