using RMF.Core.Inventory;
using RMF.Core.Ptz;
using RMF.Engine.Ports;
using RMF.Engine.Runs;

namespace RMF.Engine.Operator;

/// <summary>
/// Carries actions out on both sides at once. A side that fails neither undoes nor holds up the other one. What is wanted is written down before it is
/// sent, so that a side that did not do its part is known also after a crash, and struck out when it is done. Thread-safe.
/// </summary>
public sealed class BothSides
{
    /// <summary>Cameras of one site under way at once.</summary>
    public const int CamerasAtOnce = 8;

    /// <summary>Cameras in a row that a site did not answer for; after them it is asked no more in this call.</summary>
    public const int GiveUpAfter = 12;

    private readonly OperatorStore store;
    private readonly ActionLog log;
    private readonly PresetTolerance tolerance;
    private readonly TimeProvider time;

    public BothSides(OperatorStore store, ActionLog log, PresetTolerance tolerance, TimeProvider time)
    {
        this.store = store;
        this.log = log;
        this.tolerance = tolerance;
        this.time = time;
    }

    /// <param name="actions">Those of one camera and side are carried out in their order, and end with the first one that is not done.</param>
    /// <param name="reach">The sites.</param>
    /// <param name="remembering">When a side that did not do its part is remembered.</param>
    /// <param name="cancellationToken">Ends it; what was under way stays written down.</param>
    public async Task<BothSidesResult> RunAsync(IReadOnlyList<SideAction> actions, CameraReach reach, Remembering remembering, CancellationToken cancellationToken)
    {
        var before = OperatorRecords.None;
        RunFailure? failure = null;
        if (remembering != Remembering.Never && !(await BeginAsync(actions, r => before = r, cancellationToken).ConfigureAwait(false)).TryGet(out _, out failure))
        {
            remembering = Remembering.Never;
        }

        var bySite = actions.GroupBy(a => a.Target?.Site ?? string.Empty, StringComparer.Ordinal);
        var done = (await Task.WhenAll(bySite.Select(g => OnSiteAsync(g.Key, [.. g], reach, cancellationToken))).ConfigureAwait(false)).SelectMany(o => o).ToDictionary(o => o.Action, ReferenceComparer.Instance);
        var outcomes = actions.Select(a => done[a]).ToList();
        if (remembering != Remembering.Never)
        {
            outcomes = Judge(outcomes, remembering);
            var settled = await store.UpdateAsync(r => Settle(r, outcomes, before), CancellationToken.None).ConfigureAwait(false);
            failure ??= settled.Failure;
        }

        return new BothSidesResult(outcomes) { NotRemembered = failure, NotLogged = log.Write(time.GetUtcNow(), outcomes, reach) };
    }

    private Task<RunOutcome<OperatorRecords>> BeginAsync(IReadOnlyList<SideAction> actions, Action<OperatorRecords> found, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var fresh = actions.Where(a => a.Target is not null).Select(a => new InconsistencyRecord(now, a.Camera, a.Side, a.Intent, string.Empty)).ToList();
        return store.UpdateAsync(
            records =>
            {
                found(records);
                return records with { Inconsistencies = Put(records.Inconsistencies, fresh) };
            },
            cancellationToken);
    }

    private static List<SideOutcome> Judge(List<SideOutcome> outcomes, Remembering remembering)
    {
        var did = new HashSet<(OperatorCamera, string)>(outcomes.Where(o => o.IsDone).Select(o => (o.Action.Camera, o.Action.Intent.About)));
        return outcomes.ConvertAll(o => o.IsDone || o.Status == SideStatus.Absent || (remembering == Remembering.WhenOtherSideDid && !did.Contains((o.Action.Camera, o.Action.Intent.About)))
            ? o
            : o with { IsRemembered = true });
    }

    /// <summary>Strikes out what is done. What no side did is as it was before.</summary>
    private OperatorRecords Settle(OperatorRecords records, List<SideOutcome> outcomes, OperatorRecords before)
    {
        var earlier = before.Inconsistencies.GroupBy(r => r.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Last(), StringComparer.Ordinal);
        var keys = new HashSet<string>(outcomes.Select(o => InconsistencyRecord.KeyOf(o.Action)), StringComparer.Ordinal);
        var now = time.GetUtcNow();
        var kept = new List<InconsistencyRecord>();
        foreach (var outcome in outcomes.Where(o => !o.IsDone && o.Action.Target is not null))
        {
            if (outcome.IsRemembered)
            {
                var since = earlier.TryGetValue(InconsistencyRecord.KeyOf(outcome.Action), out var old) && old.Intent.Kind == outcome.Action.Intent.Kind ? old.Since : now;
                kept.Add(new InconsistencyRecord(since, outcome.Action.Camera, outcome.Action.Side, outcome.Action.Intent, outcome.Error?.ToString() ?? string.Empty));
            }
            else if (earlier.TryGetValue(InconsistencyRecord.KeyOf(outcome.Action), out var was))
            {
                kept.Add(was);
            }
        }

        return records with { Inconsistencies = Put([.. records.Inconsistencies.Where(r => !keys.Contains(r.Key))], kept) };
    }

    private static List<InconsistencyRecord> Put(IReadOnlyList<InconsistencyRecord> records, List<InconsistencyRecord> fresh)
    {
        var keys = new HashSet<string>(fresh.Select(f => f.Key), StringComparer.Ordinal);
        return [.. records.Where(r => !keys.Contains(r.Key)), .. fresh.GroupBy(f => f.Key, StringComparer.Ordinal).Select(g => g.Last())];
    }

    private async Task<IReadOnlyList<SideOutcome>> OnSiteAsync(string name, List<SideAction> actions, CameraReach reach, CancellationToken cancellationToken)
    {
        if (name.Length == 0)
        {
            return actions.ConvertAll(SideOutcomes.Absent);
        }

        if (!reach.Sites.TryGetValue(name, out var site))
        {
            var why = reach.WhyAway(name);
            return actions.ConvertAll(a => new SideOutcome(a, SideStatus.Unreachable, why));
        }

        var recordings = new RecordingCarrier(site.Operator.Recording).CarryAsync(actions.FindAll(a => a.Intent.IsRecording), cancellationToken);
        var others = OneByOneAsync(site, actions.FindAll(a => !a.Intent.IsRecording), cancellationToken);
        return [.. await recordings.ConfigureAwait(false), .. await others.ConfigureAwait(false)];
    }

    private async Task<IReadOnlyList<SideOutcome>> OneByOneAsync(ISite site, List<SideAction> actions, CancellationToken cancellationToken)
    {
        var cameras = actions.GroupBy(a => a.Target!.Id, StringComparer.Ordinal).Select(g => g.ToList()).ToList();
        var outcomes = new List<SideOutcome>[cameras.Count];
        var next = -1;
        var silent = 0;
        async Task WorkAsync()
        {
            for (var i = Interlocked.Increment(ref next); i < cameras.Count; i = Interlocked.Increment(ref next))
            {
                outcomes[i] = Volatile.Read(ref silent) >= GiveUpAfter
                    ? cameras[i].ConvertAll(a => new SideOutcome(a, SideStatus.Unreachable, GivenUp(site)))
                    : await OfCameraAsync(site, cameras[i], cancellationToken).ConfigureAwait(false);
                if (outcomes[i].Exists(o => o.Status == SideStatus.Unreachable))
                {
                    Interlocked.Increment(ref silent);
                }
                else
                {
                    Volatile.Write(ref silent, 0);
                }
            }
        }

        await Task.WhenAll(Enumerable.Range(0, Math.Min(CamerasAtOnce, cameras.Count)).Select(_ => WorkAsync())).ConfigureAwait(false);
        return [.. outcomes.SelectMany(o => o)];
    }

    private async Task<List<SideOutcome>> OfCameraAsync(ISite site, List<SideAction> actions, CancellationToken cancellationToken)
    {
        var outcomes = new List<SideOutcome>(actions.Count);
        foreach (var action in actions)
        {
            if (outcomes.LastOrDefault() is { IsDone: false } stuck)
            {
                outcomes.Add(new SideOutcome(action, stuck.Status, stuck.Error));
                continue;
            }

            outcomes.Add(action.Intent.IsPreset
                ? await new PresetCarrier(site.Operator.Presets, tolerance).CarryAsync(action, cancellationToken).ConfigureAwait(false)
                : await new BookmarkCarrier(site.Operator.Bookmarks).CarryAsync(action, cancellationToken).ConfigureAwait(false));
        }

        return outcomes;
    }

    private static SiteError GivenUp(ISite site) => new(SiteErrorKind.Unreachable, site.Info.Name, "carry out actions", $"{site.Info.Name}: the site did not answer for {GiveUpAfter} cameras, so it was not asked for the others.", "Test-RmfSite looks at the site.");

    /// <summary>An action is itself, whatever it says.</summary>
    private sealed class ReferenceComparer : IEqualityComparer<SideAction>
    {
        public static readonly ReferenceComparer Instance = new();

        public bool Equals(SideAction? x, SideAction? y) => ReferenceEquals(x, y);

        public int GetHashCode(SideAction obj) => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(obj);
    }
}
