using System.Diagnostics;
using System.Text.Json;
using RMF.Benchmarks.Plans;
using RMF.Core.Planning;
using RMF.Testing.Worlds;

namespace RMF.Benchmarks.Scripts;

/// <summary>
/// Pairing, diff and plan against what administrators' scripts do with the same values in pwsh.
/// Goals: faster than a keyed Compare-Object, a hundred times as fast as a nested Where-Object. The nested one is quadratic and so runs on fewer cameras.
/// </summary>
public sealed class ScriptBenchmark(TextWriter output)
{
    /// <summary>So many that the nested comparison ends in under a minute.</summary>
    public const int NestedCameras = 1_200;

    private const int Rounds = 5;

    /// <returns>Ours first, then the scripts.</returns>
    public IReadOnlyList<ComparisonResult> Run(int cameras, params ScriptComparison[] methods)
    {
        var world = PlanWorld.Build(cameras);
        var folder = Directory.CreateTempSubdirectory("rmf-benchmark-");
        try
        {
            var primary = Path.Combine(folder.FullName, "primary.csv");
            var secondary = Path.Combine(folder.FullName, "secondary.csv");
            var table = new RowTable(world.Primary);
            table.Write(primary);
            new RowTable(world.Secondary).Write(secondary);
            var results = new List<ComparisonResult> { Ours(world) };
            output.WriteLine($"{cameras} cameras a side, {table.Columns} values each; RMF, pairing and plan: {Figures.Seconds(results[0].Time)}, {results[0].Missing} missing and {results[0].Different} different");
            foreach (var method in methods)
            {
                var script = Script(method, primary, secondary);
                output.WriteLine($"{cameras} cameras a side; {script.Name}: {Figures.Seconds(script.Time)}, {script.Missing} missing and {script.Different} different; RMF is {Figures.Ratio(script.Time / results[0].Time)} times as fast");
                results.Add(script);
            }

            return results;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static ComparisonResult Ours(SyncWorld world)
    {
        PlanResult? found = null;
        var times = new List<TimeSpan>();
        for (var i = 0; i <= Rounds; i++)
        {
            GC.Collect();
            var watch = Stopwatch.StartNew();
            var draft = new Planner(world.Input(), SyncWorld.Backup).Plan();
            times.Add(watch.Elapsed);
            found = PlanResult.Of(draft);
        }

        // The first pass compiles, as the scripts' first pass does.
        return new ComparisonResult("RMF", Figures.Median(times.Skip(1)), found!.Missing, found.Different);
    }

    private static ComparisonResult Script(ScriptComparison method, string primary, string secondary)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "Scripts", "Compare-Row.ps1");
        using var answer = JsonDocument.Parse(PowerShellProcess.Run("-File", script, "-Primary", primary, "-Secondary", secondary, "-Method", method.ToString()));
        var name = method switch
        {
            ScriptComparison.Keyed => "hashtable by key and Compare-Object for each pair",
            ScriptComparison.Whole => "one Compare-Object over both tables",
            _ => "nested Where-Object",
        };
        return new ComparisonResult(
            name,
            TimeSpan.FromMilliseconds(answer.RootElement.GetProperty("milliseconds").GetDouble()),
            answer.RootElement.GetProperty("missing").GetInt32(),
            answer.RootElement.GetProperty("different").GetInt32());
    }
}
