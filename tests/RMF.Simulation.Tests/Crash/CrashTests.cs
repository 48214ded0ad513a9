using System.Diagnostics;
using System.Globalization;
using RMF.Engine.Journal;
using RMF.Engine.Runs;
using RMF.Engine.State;
using RMF.Simulation.Tests.Lab;
using RMF.Simulation.Tests.Worlds;
using RMF.Simulator;
using Xunit.Abstractions;

namespace RMF.Simulation.Tests.Crash;

/// <summary>
/// The process is killed at each record of its journal in turn, on real sockets; a second one goes on. Whatever was half-made, the end is the
/// wanted state: nothing made twice, nothing deleted, the journal whole.
/// </summary>
public sealed class CrashTests(ITestOutputHelper output) : IDisposable
{
    /// <summary>Records of a run that is not killed are fewer than this.</summary>
    private const int MostRecords = 400;

    private const int AtOnce = 4;

    /// <summary>Hardware and cameras are enough: the journal knows no kinds.</summary>
    private const string Switches = "synchronize: { groups: false, microphones: false, speakers: false, metadata: false, inputs: false, outputs: false, cameras: { presets: false, patrolling: false, privacy: false } }";

    private const int SigKill = 137;

    private readonly string folder = Directory.CreateTempSubdirectory("rmf-crash-").FullName;
    private int changes;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    [Trait("Proof", "crash")]
    public async Task A_run_that_is_killed_at_any_record_is_finished_by_the_next()
    {
        var kills = 0;
        var violations = new List<string>();
        var ended = 0;
        await Parallel.ForEachAsync(Enumerable.Range(1, MostRecords), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (record, _) =>
        {
            if (Volatile.Read(ref ended) > 0)
            {
                return;
            }

            if (!await KillAndResumeAsync(record, violations))
            {
                Interlocked.Increment(ref ended);
                return;
            }

            Interlocked.Increment(ref kills);
        });
        output.WriteLine(FormattableString.Invariant($"{changes} changes, {kills} kills, {violations.Count} violations"));
        Assert.Empty(violations);
        Assert.True(kills >= 180, FormattableString.Invariant($"only {kills} kills: the run is too short"));
        Assert.True(ended > 0, "no run came to its end");
    }

    /// <returns>False when the run ended before it reached the record.</returns>
    private async Task<bool> KillAndResumeAsync(int record, List<string> violations)
    {
        var world = World.Generate(new WorldShape { Cameras = 40, RecordersPerSite = 1, Missing = 0.2, Drift = 0.8, Seed = 5 });
        await using var duo = await Duo.StartAsync(world, d => Texts.TwoSites(d, Switches), new DuoOptions { Sockets = true, TaskDuration = TimeSpan.FromMilliseconds(20) });
        var at = Path.Combine(folder, record.ToString(CultureInfo.InvariantCulture));
        Directory.CreateDirectory(at);
        var policy = Path.Combine(at, "p.yaml");
        await File.WriteAllTextAsync(policy, Texts.TwoSites(duo, Switches));
        var exit = await RunAsync(duo, policy, at, record);
        if (exit == 3)
        {
            return false;
        }

        Assert.Equal(SigKill, exit);
        var store = new FileStateStore(StateOf(at));
        var journal = new FileJournal(JournalOf(at));
        var request = new PlanRequest(duo.Policy, await duo.SitesAsync(), store) { Journal = journal };
        var killed = journal.Read(int.MaxValue).Value!;
        var problems = new List<string>();
        problems.AddRange(killed.SelectMany(r => r.Faults));
        if (killed[^1].Records.Count != record)
        {
            problems.Add(FormattableString.Invariant($"the journal holds {killed[^1].Records.Count} records"));
        }

        var report = await duo.ApplyAsync(await duo.PlanAsync(request));
        if (record == 1)
        {
            // Nothing was done before the kill.
            changes = report.Plan.Summary.Writes;
        }

        if (report.Result != RunResultCode.InWantedState)
        {
            problems.Add(Duo.Describe(report));
        }

        var again = await duo.PlanAsync(request);
        if (again.Plan.Changes.Any(c => c.Writes))
        {
            problems.Add("the next plan is not empty: " + Duo.Describe(again));
        }

        problems.AddRange(Look(duo));
        problems.AddRange(journal.Read(int.MaxValue).Value!.SelectMany(r => r.Faults));
        lock (violations)
        {
            violations.AddRange(problems.Select(p => FormattableString.Invariant($"killed at record {record}: {p}")));
        }

        return true;
    }

    /// <summary>Looks at both sites from the inside, without the product's help.</summary>
    private static IEnumerable<string> Look(Duo duo)
    {
        var pairs = Pairs.Of(duo.Primary, duo.Secondary);
        if (pairs.Count != duo.Primary.Data.List("cameras").Count || pairs.Count != duo.Secondary.Data.List("cameras").Count)
        {
            yield return "a camera is missing or stands twice";
        }

        foreach (var twice in duo.Secondary.Data.List("hardware").GroupBy(h => duo.Secondary.Data.Get("hardware", h.Id.ToString(), "address")!.ToString(), StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            yield return $"{twice.Key} was made twice";
        }

        foreach (var difference in pairs.SelectMany(p => Pairs.Differences(duo.Primary, duo.Secondary, p, hasPattern: false, selectionIsOn: true)))
        {
            yield return difference;
        }

        foreach (var deleted in duo.Secondary.Requests.Writes().Where(r => r.Method == "DELETE"))
        {
            yield return $"DELETE {deleted.Target}";
        }

        // Reading a device's password is a task of the source.
        foreach (var write in duo.Primary.Requests.Writes().Where(r => r.Method != "POST" || !r.Target.Contains("task=", StringComparison.Ordinal)))
        {
            yield return $"the source was written to: {write.Method} {write.Target}";
        }
    }

    private static string StateOf(string at) => Path.Combine(at, "p.rmfstate.json");

    private static string JournalOf(string at) => Path.Combine(at, "p.rmfjournal");

    private static async Task<int> RunAsync(Duo duo, string policy, string at, int record)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardError = true };
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "RMF.CrashHost.dll"), policy, StateOf(at), JournalOf(at), record.ToString(CultureInfo.InvariantCulture)])
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var site in duo.Sites)
        {
            start.Environment[site.Name] = site.Password;
        }

        using var process = Process.Start(start)!;
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(errors.Length == 0, errors);
        return process.ExitCode;
    }
}
