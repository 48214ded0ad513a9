using System.Collections.Concurrent;
using RMF.Core.Inventory;
using RMF.Core.Kinds;
using RMF.Core.Planning;
using RMF.Core.Words;
using RMF.Engine.Events;
using RMF.Engine.Journal;
using RMF.Engine.Ports;

namespace RMF.Engine.Runs.Applying;

/// <summary>
/// Carries out a plan: reads again what it touches and refuses a stale one before the first write; then stage by stage, in parallel within a
/// stage, each change after those it depends on. A failing item is recorded and the run goes on; its dependants are skipped with that reason.
/// </summary>
internal sealed class PlanApplier
{
    /// <summary>Changes under way at once. The adapter bounds the connections of a site; this bounds the work that waits for them.</summary>
    private const int MaximumParallel = 16;

    private readonly SyncContext context;
    private readonly TargetItems items;
    private readonly IRunJournal journal;
    private readonly Dictionary<ItemKey, UnreadItem> unreadable = [];
    private volatile bool hasWritten;

    public PlanApplier(SyncContext context, TargetItems items, IRunJournal journal)
    {
        this.context = context;
        this.items = items;
        this.journal = journal;
    }

    /// <summary>What was done to whole devices.</summary>
    public RunEffects Effects { get; } = new();

    /// <summary>True when at least one write was confirmed or may have happened.</summary>
    public bool HasWritten => hasWritten;

    /// <summary>Null when the plan still fits the target; otherwise what changed, up to ten sentences.</summary>
    public async Task<RunFailure?> CheckStaleAsync(Plan plan, CancellationToken cancellationToken)
    {
        var updates = plan.Changes.Where(c => c.Writes && c.Target is not null).ToList();
        foreach (var failed in await ReadAgainAsync(updates.Select(c => c.Target!.Value), cancellationToken).ConfigureAwait(false))
        {
            unreadable[failed.Key] = failed.Value;
        }

        var check = new StaleCheck(context.NewWholeReader(items.Find), context.Target);
        var stale = new List<string>();
        foreach (var change in updates)
        {
            var isUnread = unreadable.TryGetValue(change.Target!.Value, out var unread);
            if (isUnread && !unread.IsGone)
            {
                // One object that cannot be read does not hold up the others; it is not written blindly either: see BlockedBy.
                continue;
            }

            var why = !isUnread && items.Find(change.Target.Value) is { } current ? check.WhyStale(change, current) : $"{change.Address} is gone";
            if (why is not null)
            {
                stale.Add(why);
            }
        }

        return stale.Count == 0
            ? null
            : new RunFailure(
                "RMF2301",
                FormattableString.Invariant($"The plan is stale: {stale.Count} of {Counted.Of(updates.Count, "item")} changed since it was made. {string.Join("; ", stale.Take(10))}."),
                "Nothing was written. Make a new plan and read it.") { Result = RunResultCode.PlanStale };
    }

    public async Task<IReadOnlyList<ChangeResult>> ApplyAsync(Plan plan, CancellationToken cancellationToken)
    {
        var done = new ConcurrentDictionary<string, ChangeResult>(StringComparer.Ordinal);
        var writer = new ChangeWriter(context, items);
        items.Expect(plan.Changes);
        var total = plan.Changes.Count(c => c.Writes);
        var count = 0;
        foreach (var stage in plan.Changes.Where(c => c.Writes || c.Action == ChangeAction.Adopt).GroupBy(c => (c.Stage, Order: LifecycleMatrix.OrderOf(c))).OrderBy(g => g.Key.Stage).ThenBy(g => g.Key.Order))
        {
            var changes = stage.ToList();
            var unwritten = await WriteDownAsync(changes.Where(c => c.Writes), JournalEvent.Intended).ConfigureAwait(false);
            foreach (var wave in Waves(changes))
            {
                await Parallel(wave, async change =>
                {
                    var blocked = BlockedBy(change, done) ?? unwritten?.Message;
                    if (blocked is null && change.Writes)
                    {
                        blocked = (await WriteDownAsync([change], JournalEvent.Sent).ConfigureAwait(false))?.Message;
                    }

                    var result = blocked is not null
                        ? new ChangeResult(context.Time.GetUtcNow(), change, ChangeStatus.Skipped, blocked, TimeSpan.Zero)
                        : await writer.WriteAsync(change, cancellationToken).ConfigureAwait(false);
                    if (change.Writes)
                    {
                        // When the outcome cannot be written down, the next change is not sent; this one has happened.
                        await journal.AppendAsync([OutcomeOf(result)]).ConfigureAwait(false);
                    }

                    done[change.Id] = result;
                    Note(change, result);
                    if (change.Writes)
                    {
                        context.Events.Report(new RunEvent(result.Time, RunPhase.Apply, $"{result.Status} {change.Id}")
                        {
                            Site = change.Site,
                            Result = result,
                            Done = Interlocked.Increment(ref count),
                            Total = total,
                        });
                    }
                }, cancellationToken).ConfigureAwait(false);
            }
        }

        return plan.Changes.Where(c => done.ContainsKey(c.Id)).Select(c => done[c.Id]).ToList();
    }

    /// <summary>Reads items as they are now. What cannot be read keeps its last known form; the writer will meet the error itself.</summary>
    public async Task<IReadOnlyDictionary<ItemKey, UnreadItem>> ReadAgainAsync(IEnumerable<ItemKey> keys, CancellationToken cancellationToken)
    {
        var failed = new Dictionary<ItemKey, UnreadItem>();
        foreach (var bySite in keys.Distinct().GroupBy(k => k.Site, StringComparer.Ordinal))
        {
            var answers = await context.Sites[bySite.Key].Reader.ReadItemsAsync(bySite.ToList(), cancellationToken).ConfigureAwait(false);
            foreach (var answer in answers)
            {
                if (answer.Value.Error is { } error)
                {
                    failed[answer.Key] = new UnreadItem(error.ToString(), IsGone: false);
                }
                else if (answer.Value.Value is { } item)
                {
                    // Definitions come with the snapshot and not with every reading.
                    items.Put(item.Definitions is null && items.Find(item.Key)?.Definitions is { } definitions ? item with { Definitions = definitions } : item);
                }
                else
                {
                    failed[answer.Key] = new UnreadItem("it does not exist any more", IsGone: true);
                }
            }
        }

        return failed;
    }

    private Task<RunFailure?> WriteDownAsync(IEnumerable<Change> changes, JournalEvent what)
        => journal.AppendAsync(changes.Select(c => new JournalEntry(context.Time.GetUtcNow(), what) { Change = c }).ToList());

    private static JournalEntry OutcomeOf(ChangeResult result) => new(result.Time, result.Status switch
    {
        ChangeStatus.Confirmed or ChangeStatus.Verified => JournalEvent.Confirmed,
        ChangeStatus.Unknown => JournalEvent.Unknown,
        ChangeStatus.Failed => JournalEvent.Failed,
        _ => JournalEvent.Skipped,
    })
    {
        Change = result.Change,
        Target = result.Target,
        WasThere = result.WasThere,
        Status = result.Status.ToString(),
        Reason = result.Reason,
    };

    private void Note(Change change, ChangeResult result)
    {
        hasWritten |= change.Writes && result.Status is ChangeStatus.Confirmed or ChangeStatus.Verified or ChangeStatus.Unknown;
        Effects.Note(change, result);
    }

    private string? BlockedBy(Change change, ConcurrentDictionary<string, ChangeResult> done)
    {
        if (change.Target is { } target && unreadable.TryGetValue(target, out var unread))
        {
            return "it could not be read again before the first write, so it is not written blindly: " + unread.Reason;
        }

        foreach (var id in change.DependsOn)
        {
            if (done.TryGetValue(id, out var result) && result.Status is not (ChangeStatus.Confirmed or ChangeStatus.Verified))
            {
                return $"needs {id}, which ended {result.Status}";
            }
        }

        return null;
    }

    /// <summary>Splits a stage so that nothing runs beside what it depends on. Each wave takes at least one change, so there are at most as many as changes; groups are nested 32 deep at most.</summary>
    private static IEnumerable<List<Change>> Waves(List<Change> stage)
    {
        var ids = new HashSet<string>(stage.Select(c => c.Id), StringComparer.Ordinal);
        while (stage.Count > 0)
        {
            var wave = stage.Where(c => !c.DependsOn.Any(ids.Contains)).ToList();

            // A circle is a bug of the planner; what is in it goes last and is refused by its own dependencies.
            wave = wave.Count == 0 ? stage : wave;
            yield return wave;
            var gone = new HashSet<string>(wave.Select(c => c.Id), StringComparer.Ordinal);
            ids.ExceptWith(gone);
            stage = stage.Where(c => !gone.Contains(c.Id)).ToList();
        }
    }

    private static async Task Parallel(IReadOnlyList<Change> changes, Func<Change, Task> action, CancellationToken cancellationToken)
    {
        using var gate = new SemaphoreSlim(MaximumParallel);
        var tasks = new List<Task>(changes.Count);
        try
        {
            foreach (var change in changes)
            {
                await gate.WaitAsync(cancellationToken).ConfigureAwait(false);
                tasks.Add(RunAsync(change));
            }
        }
        finally
        {
            await Task.WhenAll(tasks).ConfigureAwait(false);
        }

        async Task RunAsync(Change change)
        {
            try
            {
                await action(change).ConfigureAwait(false);
            }
            finally
            {
                gate.Release();
            }
        }
    }
}
