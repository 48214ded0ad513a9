using System.Diagnostics;
using RMF.Benchmarks.Scripts;
using RMF.Testing;

namespace RMF.Benchmarks;

/// <summary>What importing the built module costs over a bare start of pwsh. Goal: at most 300 ms.</summary>
public static class ImportBenchmark
{
    private const int Rounds = 7;

    public static int Run(TextWriter output)
    {
        var module = Repository.PathOf("out", "module", "RMF.PowerShell");
        if (!Directory.Exists(module))
        {
            output.WriteLine("There is no built module in out/module: run build.ps1 first.");
            return 1;
        }

        var bare = new List<TimeSpan>();
        var importing = new List<TimeSpan>();
        for (var i = 0; i < Rounds; i++)
        {
            bare.Add(Time("1"));
            importing.Add(Time($"Import-Module '{module}'"));
        }

        output.WriteLine($"pwsh -NoProfile -Command 1: {Figures.Seconds(Figures.Median(bare))}, best {Figures.Seconds(bare.Min())}; with Import-Module: {Figures.Seconds(Figures.Median(importing))}, best {Figures.Seconds(importing.Min())}; medians of {Rounds}, in turns");
        var difference = Figures.Median(importing) - Figures.Median(bare);
        output.WriteLine($"the import costs {difference.TotalMilliseconds:0} ms by the medians, {(importing.Min() - bare.Min()).TotalMilliseconds:0} ms by the best of each (goal: at most 300 ms)");
        return 0;
    }

    private static TimeSpan Time(string command)
    {
        var watch = Stopwatch.StartNew();
        PowerShellProcess.Run("-Command", command);
        return watch.Elapsed;
    }
}
