using System.Diagnostics;
using System.Globalization;
using Xunit.Abstractions;

namespace RMF.Simulator.Tests.Contract;

/// <summary>
/// Every answer of the simulator against the OpenAPI document of the Config API, over a real socket. Where real systems
/// contradict the document, <see cref="Deviations"/> says so.
/// </summary>
[Trait("Proof", "contract")]
public sealed class ContractTests(ContractRun run, ITestOutputHelper output) : IClassFixture<ContractRun>
{
    private const int FaultsShown = 60;

    [ContractFact]
    public void Every_answer_keeps_the_contract()
    {
        foreach (var personality in run.Exchanges.GroupBy(exchange => exchange.Personality))
        {
            output.WriteLine($"{personality.Key}: {personality.Count()} answers");
        }

        var told = run.Faults.GroupBy(fault => (fault.Finding.Kind, fault.Finding.Where))
            .Select(same => $"{same.Count()} x {same.First().Finding}\n    {same.First().Exchange}")
            .ToList();
        Assert.True(told.Count == 0, $"{told.Count} kinds of faults:\n{string.Join('\n', told.Take(FaultsShown))}");
    }

    [ContractFact]
    public void Every_row_of_the_deviation_table_is_needed() =>
        Assert.Equal([], run.Table.Unused.Select(row => $"{row.Kind} {row.Where}"));

    [ContractFact]
    public void Every_declared_operation_of_a_served_resource_is_answered()
    {
        var unanswered = new List<string>();
        foreach (var personality in run.Exchanges.GroupBy(exchange => exchange.Personality))
        {
            var answered = personality.Where(IsAnswered)
                .Select(exchange => run.Document.Find(exchange.Verb, exchange.Path))
                .ToHashSet();
            unanswered.AddRange(ServedResources.Operations(run.Document)
                .Where(operation => !answered.Contains(operation))
                .Select(operation => $"{personality.Key}: {operation}"));
        }

        output.WriteLine($"{ServedResources.Operations(run.Document).Count()} declared operations on {ServedResources.Names.Count} resources");
        Assert.Equal([], unanswered);
    }

    /// <summary>
    /// Carried out; for a task on an item, which the document declares even where no task is offered, any answer but that
    /// there is no such thing.
    /// </summary>
    private static bool IsAnswered(Exchange exchange) =>
        exchange.Status / 100 == 2 || (exchange is { Verb: "POST", Options.Task: not null } && exchange.Status is not (404 or 405));

    [ContractFact]
    public void Every_offered_task_is_run() => Assert.Equal([], run.UnknownTasks);

    [ContractFact]
    public void Every_spoiled_answer_is_caught()
    {
        var started = Stopwatch.GetTimestamp();
        var engine = new MutationEngine(run.Check, run.Table);
        var excused = new Dictionary<string, int>(StringComparer.Ordinal);
        var caught = new SortedDictionary<MutationKind, int>();
        var alive = new List<string>();
        foreach (var mutant in run.Representatives.SelectMany(engine.Mutate))
        {
            if (mutant.Excuse is not null)
            {
                excused[mutant.Excuse.Where] = excused.GetValueOrDefault(mutant.Excuse.Where) + 1;
            }
            else if (run.Check.JudgeRaw(mutant.Exchange, out _).Any(finding => finding.Excuse is null))
            {
                caught[mutant.Kind] = caught.GetValueOrDefault(mutant.Kind) + 1;
            }
            else
            {
                alive.Add(mutant.ToString());
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{run.Representatives.Count} answers, {caught.Values.Sum()} mutants caught, {alive.Count} alive, {excused.Values.Sum()} left open by the deviation table, {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s"));
        output.WriteLine("caught: " + string.Join(", ", caught.Select(kind => $"{kind.Key} {kind.Value}")));
        output.WriteLine("left open: " + string.Join(", ", excused.OrderBy(row => row.Key, StringComparer.Ordinal).Select(row => $"{row.Key} {row.Value}")));
        Assert.True(caught.Count == Enum.GetValues<MutationKind>().Length, "some kind of mutation was never made");
        Assert.True(alive.Count == 0, $"{alive.Count} mutants live:\n{string.Join('\n', alive.Take(FaultsShown))}");
    }
}
