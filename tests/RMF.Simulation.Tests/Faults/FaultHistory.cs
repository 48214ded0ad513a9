using System.Globalization;
using RMF.Core.Inventory;
using RMF.Core.Pairing;
using RMF.Engine.Journal;
using RMF.Engine.Runs;
using RMF.Simulation.Tests.Lab;
using RMF.Simulation.Tests.Lifecycle;
using RMF.Simulation.Tests.Worlds;
using RMF.Simulator;
using RMF.Testing;

namespace RMF.Simulation.Tests.Faults;

/// <summary>
/// The history of one pair of sites, from a seed: a person edits the source, a run goes wrong, and a run without faults follows; a few times over.
/// What must hold is looked at from the inside after each run.
/// </summary>
internal sealed class FaultHistory : IAsyncDisposable
{
    /// <summary>Faulted runs of one history.</summary>
    public const int Runs = 5;

    /// <summary>In worlds of a few cameras every delete is a large part.</summary>
    private static readonly string[] Allowed = ["SourceShrank", "DeletePercent", "UpdatePercent"];

    private readonly Random chance;
    private readonly int number;
    private readonly LifecycleLab lab;
    private readonly FaultTruth truth;
    private readonly FaultyStore store = new();
    private readonly FileJournal journal;
    private readonly List<string> story = [];
    private bool isRemembered;

    private FaultHistory(Random chance, int number, LifecycleLab lab, string folder)
    {
        this.chance = chance;
        this.number = number;
        this.lab = lab;
        journal = new FileJournal(folder);
        truth = new FaultTruth(lab);
    }

    /// <summary>How the faulted runs ended.</summary>
    public List<string> Ends { get; } = [];

    public int Writes { get; private set; }

    public static async Task<FaultHistory> StartAsync(int seed, int number, string folder)
    {
        var dice = new Random(seed);
        var world = new FaultWorld(dice);
        var duo = await Duo.StartAsync(world.Make(), world.Policy);
        await duo.SitesAsync();
        return new FaultHistory(dice, number, LifecycleLab.Over(duo, world.Column), folder);
    }

    /// <returns>What does not hold, each with the story that led to it; empty when all does.</returns>
    public async Task<IReadOnlyList<string>> PlayAsync()
    {
        for (var run = 0; run < Runs; run++)
        {
            for (var i = run == 0 ? 0 : chance.Next(4); i > 0; i--)
            {
                // What was never remembered cannot be followed when its device moves or goes: that is a limit, and it is documented.
                story.Add(await FaultEdits.EditAsync(lab, chance, valuesOnly: !isRemembered));
            }

            await FaultedAsync((number * Runs) + run);
            if (truth.Problems.Count == 0 && chance.Next(4) > 0)
            {
                await CleanAsync();
            }

            if (truth.Problems.Count > 0)
            {
                break;
            }
        }

        if (truth.Problems.Count == 0)
        {
            await CleanAsync();
        }

        return [.. truth.Problems.Select(p => string.Create(CultureInfo.InvariantCulture, $"history {number}, {lab.Column}: {string.Join(" | ", story)}: {p}"))];
    }

    public ValueTask DisposeAsync() => lab.DisposeAsync();

    private async Task FaultedAsync(int run)
    {
        truth.Begin();
        var addresses = lab.Source.Data.List("hardware").Select(h => Pairs.Text(lab.Source, "hardware", h.Id, "address")).ToList();
        using var cancel = new CancellationTokenSource();
        var failsAt = chance.Next(12) == 0 ? chance.Next(1, 30) : FaultyJournal.Never;
        var cancelsAt = chance.Next(12) == 0 ? chance.Next(1, 30) : FaultyJournal.Never;
        store.IsFull = chance.Next(12) == 0;
        var request = await lab.Duo.RequestAsync() with { State = store, Journal = new FaultyJournal(journal, failsAt, cancelsAt, cancel) };
        string[] allowed = chance.Next(3) == 0 ? [] : Allowed;

        // Some faults are there from the beginning, others come between planning and applying.
        var dice = new FaultDice(chance);
        var late = chance.Next(3) == 0;
        var isFirstSight = (await store.LoadAsync(CancellationToken.None)).Value!.State is null;
        var faults = late ? "" : dice.Set(lab.Source, lab.Target, run, addresses, isFirstSight);
        var end = await RunAsync(request, allowed, () => late ? dice.Set(lab.Source, lab.Target, run, addresses, isFirstSight) : faults, cancel.Token);
        story.Add(FormattableString.Invariant($"[{end}{(store.IsFull ? ", state unsaved" : "")}{(failsAt < FaultyJournal.Never ? $", journal full at {failsAt}" : "")}{(cancelsAt < FaultyJournal.Never ? $", cancelled at {cancelsAt}" : "")}]"));
        Ends.Add(end.Split(' ')[0]);
        lab.Source.Faults.Clear();
        lab.Target.Faults.Clear();
        store.IsFull = false;
        if (cancel.IsCancellationRequested)
        {
            // A task that the stopped run had begun goes on at the server. Who plans before it ends may be told that the plan is stale, which is right.
            ((ManualTimeProvider)lab.Duo.Time).Advance(TimeSpan.FromSeconds(1));
        }

        Writes += truth.Look(journal);
        isRemembered = await IsPairedAsync();
    }

    private async Task<string> RunAsync(PlanRequest request, string[] allowed, Func<string> faults, CancellationToken cancel)
    {
        try
        {
            var planned = await lab.Duo.Engine.PlanAsync(request, cancel);
            var set = faults();
            if (!planned.TryGet(out var run, out var failure))
            {
                return $"{failure.Code} not planned; {set}";
            }

            truth.CheckPlan(run);
            var applied = await lab.Duo.Engine.ApplyAsync(run, allowed, cancel);
            return applied.TryGet(out var report, out failure) ? $"{report.Result} {report.Results.Count(r => r.Change.Writes)} changes; {set}" : $"{failure.Code} {failure.Message}; {set}";
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return "Cancelled ; faults set";
        }
    }

    /// <summary>True when the state knows each device that stands on both sides, with its cameras: a camera that was unread so far was never paired.</summary>
    private async Task<bool> IsPairedAsync()
    {
        var known = (await store.LoadAsync(CancellationToken.None)).Value!.State?.Pairs.Select(p => p.On(lab.Column.IsRestore ? Side.Primary : Side.Secondary).Id).ToHashSet(StringComparer.OrdinalIgnoreCase) ?? [];
        var twins = truth.Twins.ToHashSet();
        var cameras = lab.Target.Data.List("cameras").Where(c => twins.Contains(c.ParentId!.Value)).Select(c => c.Id);
        return twins.Concat(cameras).All(t => known.Contains(t.ToString()));
    }

    private async Task CleanAsync(bool mayBeStale = true)
    {
        truth.Begin();
        var request = await lab.Duo.RequestAsync() with { State = store, Journal = journal };
        var planned = await lab.Duo.Engine.PlanAsync(request, CancellationToken.None);
        if (!planned.TryGet(out var run, out var failure))
        {
            truth.Add("no plan without faults: " + failure.Message);
            return;
        }

        var applied = await lab.Duo.Engine.ApplyAsync(run, Allowed, CancellationToken.None);
        if (!applied.TryGet(out var report, out failure))
        {
            // A task of the faulted run whose answer was lost may end after this plan was made. To refuse then is right; the next plan must do.
            if (failure.Result == RunResultCode.PlanStale && mayBeStale)
            {
                await CleanAsync(mayBeStale: false);
                return;
            }

            truth.Add("the run without faults failed: " + failure.Message);
            return;
        }

        truth.Look(journal);
        if (report.Result != RunResultCode.InWantedState)
        {
            truth.Add("not in the wanted state: " + Duo.Describe(report));
        }

        var again = (await lab.Duo.Engine.PlanAsync(request, CancellationToken.None)).Value!;
        if (again.Plan.Changes.Any(c => c.Writes))
        {
            truth.Add("the plan after it is not empty: " + Duo.Describe(again.Plan.Changes.Where(c => c.Writes)));
        }

        truth.AssertConverged();
        isRemembered = true;
        story.Add("clean");
    }
}
