using System.Collections.Concurrent;
using System.Globalization;
using RMF.Testing;
using Xunit.Abstractions;

namespace RMF.Simulation.Tests.Faults;

/// <summary>
/// A thousand runs in which something goes wrong, at requests that move through the whole run: answers lost before and after the effect, errors,
/// half answers, cut and empty lists, ended tokens, recording servers and cameras that are away, a full disk under journal and state, a stop. On
/// small worlds, without sockets, on virtual time. RMF_RUNS asks for more runs, RMF_SEED for others.
/// </summary>
public sealed class FaultRunTests(ITestOutputHelper output) : IDisposable
{
    private const int UsualRuns = 1000;

    private readonly string folder = Directory.CreateTempSubdirectory("rmf-faults-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    [Trait("Proof", "faults")]
    public async Task Whatever_goes_wrong_the_run_after_it_is_right()
    {
        var runs = int.TryParse(Environment.GetEnvironmentVariable("RMF_RUNS"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : UsualRuns;
        var only = int.TryParse(Environment.GetEnvironmentVariable("RMF_HISTORY"), NumberStyles.None, CultureInfo.InvariantCulture, out var history) ? history : -1;
        var first = (int)(ulong.Parse(PropertySeed.Text.Split(',')[0], CultureInfo.InvariantCulture) % int.MaxValue);
        output.WriteLine(FormattableString.Invariant($"RMF_SEED={PropertySeed.Text} RMF_RUNS={runs}; RMF_HISTORY=n plays one history again"));
        var problems = new ConcurrentBag<string>();
        var ends = new ConcurrentBag<string>();
        var writes = 0;
        var histories = only >= 0 ? [only] : Enumerable.Range(0, (runs + FaultHistory.Runs - 1) / FaultHistory.Runs);
        await Parallel.ForEachAsync(histories, async (number, _) =>
        {
            var at = Path.Combine(folder, number.ToString(CultureInfo.InvariantCulture));
            await using var one = await FaultHistory.StartAsync(unchecked(first + (number * 7919)), number, at);
            foreach (var problem in await one.PlayAsync())
            {
                problems.Add(problem);
            }

            one.Ends.ForEach(ends.Add);
            Interlocked.Add(ref writes, one.Writes);
            if (Directory.Exists(at))
            {
                Directory.Delete(at, recursive: true);
            }
        });
        output.WriteLine(FormattableString.Invariant($"{ends.Count} faulted runs, {writes} writes checked, {problems.Count} violations"));
        output.WriteLine(string.Join(", ", ends.GroupBy(e => e, StringComparer.Ordinal).OrderByDescending(g => g.Count()).Select(g => FormattableString.Invariant($"{g.Key} {g.Count()}"))));
        Assert.True(problems.IsEmpty, string.Join("\n\n", problems.Take(20)));
        Assert.True(only >= 0 || ends.Count >= runs, "fewer runs than asked for");
        Assert.True(only >= 0 || ends.Count(e => e is "InWantedState") < ends.Count * 9 / 10, "hardly anything went wrong");
    }
}
