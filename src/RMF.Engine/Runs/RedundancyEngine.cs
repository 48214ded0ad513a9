using RMF.Core.Inventory;
using RMF.Core.Kinds;
using RMF.Core.Pairing;
using RMF.Core.Planning;
using RMF.Core.Planning.SiteItems;
using RMF.Core.Planning.Guards;
using RMF.Engine.Events;
using RMF.Engine.Journal;
using RMF.Engine.Ports;
using RMF.Engine.Runs.Applying;
using RMF.Engine.Runs.Reading;
using RMF.Engine.Runs.Setup;
using RMF.Engine.State;
using RMF.Policy;

namespace RMF.Engine.Runs;

/// <summary>
/// The run: snapshot, pair, plan, guard, apply, verify, remember. Read this file for the way through the code; each step is a class of its own.
/// Thread-safe: it holds no state of a run.
/// </summary>
public sealed class RedundancyEngine
{
    private const int FingerprintKeyBytes = 32;

    private readonly EngineServices services;

    public RedundancyEngine(EngineServices services) => this.services = services;

    /// <summary>Reads all sites, pairs what belongs together and plans what makes the target equal to the source. Writes nothing anywhere.</summary>
    public async Task<RunOutcome<PreparedRun>> PlanAsync(PlanRequest request, CancellationToken cancellationToken)
    {
        var loaded = await request.State.LoadAsync(cancellationToken).ConfigureAwait(false);
        if (!loaded.TryGet(out var slot, out var failure))
        {
            return failure;
        }

        ReportWarnings(request);
        var read = await new SnapshotReader(request.Sites, services.Events, services.Time)
            .ReadAsync(request, cancellationToken).ConfigureAwait(false);
        if (!read.TryGet(out var snapshots, out failure))
        {
            return failure;
        }

        if (!new TopologyResolver(request.Policy, snapshots).Resolve().TryGet(out var resolved, out failure))
        {
            return failure;
        }

        foreach (var camera in resolved.Unfound)
        {
            services.Events.Report(new RunEvent(services.Time.GetUtcNow(), RunPhase.Pair, $"The policy maps the camera '{camera}', and no primary camera has that name") { IsWarning = true });
        }

        var state = slot.State ?? NewState();
        if (!new UnfinishedWork(request.Journal).Read().TryGet(out var unfinished, out failure))
        {
            return failure;
        }

        var presence = new PresenceCheck(request.Sites, new PairMemory(state.Pairs), resolved);
        snapshots = await presence.CheckAsync(snapshots, cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        var context = Pair(request, snapshots, resolved, state, presence.Gone, unfinished);
        Report(RunPhase.Plan, "Comparing");
        var draft = new Planner(context.Input, context.Options).Plan();
        draft = draft with { Changes = request.Scope.Filter(draft.Changes, context.Input, context.Source) };
        var guards = GuardList.Check(new GuardContext(draft, context.Input, context.Options, PolicyMapping.ToLimits(request.Policy))
        {
            LastDirection = state.LastDirection,
            Freeze = PolicyMapping.OpenFreezeWindow(request.Policy, services.Time.GetLocalNow()),
            Licenses = await new LicenseCheck(request.Sites, services.Events, services.Time).ReadAsync(draft, cancellationToken).ConfigureAwait(false),
            EvidenceLocks = await new EvidenceLockCheck(request.Sites).ReadAsync(draft, context, cancellationToken).ConfigureAwait(false),
        });
        var plan = new Plan
        {
            Id = services.NewId().ToString("D"),
            CreatedAt = services.Time.GetUtcNow(),
            PolicyHash = request.Policy.PolicyHash,
            Direction = context.Options.Direction,
            Lineage = slot.State is null ? string.Empty : state.Lineage.ToString("D"),
            Serial = state.Serial,
            Sites = snapshots.Select(s => new PlanSite(s.Site, SiteHash.Of(s), s.TakenAt, s.IsComplete)).ToList(),
            Changes = draft.Changes,
            Unknown = draft.Unknown,
            Guards = guards,
            Summary = PlanSummary.Of(draft, Protection.Unprotected(context).Count()),
        };
        return new PreparedRun(request.Policy, context, plan, state, slot.State is not null, request.State)
        {
            Snapshots = snapshots.ToDictionary(s => s.Site, StringComparer.Ordinal),
            Findings = draft.Findings,
            Journal = request.Journal,
        };
    }

    /// <summary>
    /// Takes up a plan that was made earlier or elsewhere: reads the sites again and refuses it under another policy or another history.
    /// That the objects it touches are still as it says is checked by <see cref="ApplyAsync"/>, before the first write.
    /// </summary>
    public async Task<RunOutcome<PreparedRun>> AdoptPlanAsync(Plan plan, PlanRequest request, CancellationToken cancellationToken)
    {
        if (!string.Equals(plan.PolicyHash, request.Policy.PolicyHash, StringComparison.Ordinal))
        {
            return new RunFailure("RMF2302", "The plan was made under another policy: the policy's content has changed since.", "Make a new plan with New-RmfPlan.") { Result = RunResultCode.PlanStale };
        }

        var planned = await PlanAsync(request, cancellationToken).ConfigureAwait(false);
        if (!planned.TryGet(out var now, out var failure))
        {
            return failure;
        }

        if (plan.Lineage.Length > 0 && (!now.HasStoredState || !string.Equals(plan.Lineage, now.State.Lineage.ToString("D"), StringComparison.Ordinal) || now.State.Serial < plan.Serial))
        {
            return new RunFailure("RMF2303", "The plan was made with another state file, or with a newer one than is here.", "Use the state file that the plan was made with, or make a new plan.") { Result = RunResultCode.PlanStale };
        }

        // The guards judge now: what the file says of them was true when it was written.
        var guards = now.Plan.Guards.Concat(plan.Guards.Where(g => now.Plan.Guards.All(n => !string.Equals(n.Guard, g.Guard, StringComparison.Ordinal)))).ToList();
        return now with { Plan = plan with { Guards = guards } };
    }

    /// <summary>Why a plan could not be carried out now, because what it touches has changed; null when it could. Writes nothing.</summary>
    public Task<RunFailure?> CheckAsync(PreparedRun run, CancellationToken cancellationToken)
        => new PlanApplier(run.Context, new TargetItems(run.Context.Input.View(run.Context.Target)), NoJournal.Instance).CheckStaleAsync(run.Plan, cancellationToken);

    /// <summary>Carries a plan out: guards, staleness, writes, reading back, and the state of the next run.</summary>
    /// <param name="allowedGuards">Names of guards that a person overrides, one by one.</param>
    public async Task<RunOutcome<RunReport>> ApplyAsync(PreparedRun run, IReadOnlyCollection<string> allowedGuards, CancellationToken cancellationToken)
    {
        var begun = await run.Journal.BeginAsync(new JournalStart(run.Plan, allowedGuards, services.Time.GetUtcNow()), cancellationToken).ConfigureAwait(false);
        if (!begun.TryGet(out var journal, out var notBegun))
        {
            return notBegun;
        }

        using (journal)
        {
            try
            {
                var outcome = await ApplyAsync(run, allowedGuards, journal, cancellationToken).ConfigureAwait(false);
                await EndAsync(journal, outcome.Value?.Result ?? outcome.Failure!.Result, outcome.Value?.Message ?? outcome.Failure!.Message).ConfigureAwait(false);
                return outcome;
            }
            catch (OperationCanceledException)
            {
                await EndAsync(journal, RunResultCode.Cancelled, "Cancelled.").ConfigureAwait(false);
                throw;
            }
        }
    }

    private async Task<RunOutcome<RunReport>> ApplyAsync(PreparedRun run, IReadOnlyCollection<string> allowedGuards, IRunJournal journal, CancellationToken cancellationToken)
    {
        var started = services.Time.GetTimestamp();
        var refusing = run.Plan.Guards.Where(g => !allowedGuards.Contains(g.Guard, StringComparer.OrdinalIgnoreCase)).ToList();
        if (refusing.Count > 0)
        {
            return new RunFailure("RMF2304", "Refused by " + string.Join(" ", refusing.Select(g => g.Guard + ": " + g.Message)), "Nothing was written. Read the plan; allow a guard by name only when its message describes what you want.") { Result = RunResultCode.GuardRefused };
        }

        var items = new TargetItems(run.Context.Input.View(run.Context.Target));
        var applier = new PlanApplier(run.Context, items, journal);
        if (!run.Plan.IsEmpty)
        {
            Report(RunPhase.Check, "Reading again what the plan touches");
            if (await applier.CheckStaleAsync(run.Plan, cancellationToken).ConfigureAwait(false) is { } stale)
            {
                return stale;
            }
        }

        IReadOnlyList<ChangeResult> results;
        try
        {
            results = await applier.ApplyAsync(run.Plan, cancellationToken).ConfigureAwait(false);
            results = await new PlanVerifier(run.Context, items, applier).VerifyAsync(results, cancellationToken).ConfigureAwait(false);
            await journal.AppendAsync(results.Where(r => r.Change.Writes).Select(Verified).ToList()).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (applier.HasWritten)
        {
            // What was made before the stop is ours: the next run must know.
            await RememberAsync(run, items, applier, journal, CancellationToken.None).ConfigureAwait(false);
            throw;
        }

        var stateFailure = await RememberAsync(run, items, applier, journal, cancellationToken).ConfigureAwait(false);
        var code = Verdict.Of(run.Plan, results, stateFailure);
        return new RunReport(run.Plan, results, code, Verdict.Describe(code, run.Plan, results), services.Time.GetElapsedTime(started)) { StateFailure = stateFailure };
    }

    private SyncContext Pair(PlanRequest request, IReadOnlyList<SiteSnapshot> snapshots, ResolvedTopology resolved, StateDocument state, IReadOnlyCollection<ItemKey> gone, UnfinishedCreations unfinished)
    {
        Report(RunPhase.Pair, "Pairing");
        var primary = new SideView(Side.Primary, SitesOf(request.Policy, snapshots, SiteSide.Primary), resolved.PrimaryRecorders);
        if (PolicyMapping.Categories(request.Policy).Contains(SyncCategory.HighAvailabilityViews))
        {
            primary = HighAvailabilityViews.Project(primary, name => request.Sites[name].Info.SiteId);
        }

        var secondary = new SideView(Side.Secondary, SitesOf(request.Policy, snapshots, SiteSide.Secondary), resolved.SecondaryRecorders);
        var memory = new PairMemory(state.Pairs);
        var pairs = new Pairer(primary, secondary, resolved.Topology, memory, PolicyMapping.Direction(request.Policy).Source(), PolicyMapping.Naming(request.Policy)).Pair();
        var managed = new ManagedSet(request.Policy.Manage, primary, secondary, pairs, PolicyMapping.Naming(request.Policy), resolved.Topology, resolved.Mapped);
        return new SyncContext(
            request.Sites,
            unfinished.Remember(new PlanningInput(primary, secondary, resolved.Topology, pairs, memory) { Gone = gone, Managed = managed }, PolicyMapping.Direction(request.Policy).Target()) with
            {
                Tombstones = state.Tombstones.GroupBy(t => t.Target).ToDictionary(g => g.Key, g => g.Min(t => t.Since)),
            },
            PolicyMapping.ToOptions(request.Policy, managed) with
            {
                WhyNotBelow = (site, kind) => request.Sites[site].Capabilities.WhyNotBelow(kind),
                OwnAccount = site => request.Sites[site].Info.Account,
            },
            new HardwareCredentials(request.Policy, services.Secrets, request.Sites, PolicyMapping.Direction(request.Policy).Source() == Side.Primary ? primary : secondary),
            services.Events,
            services.Time);
    }

    private async Task<RunFailure?> RememberAsync(PreparedRun run, TargetItems items, PlanApplier applier, IRunJournal journal, CancellationToken cancellationToken)
    {
        Report(RunPhase.Remember, "Saving the state");
        var next = new StateUpdater(run.Context).Update(run.State, items, applier.Effects, applier.HasWritten);
        if (!run.HasStoredState || !StateComparer.SameContent(next, run.State))
        {
            var saved = await run.Store.SaveAsync(next, run.HasStoredState ? run.State.Serial : 0, cancellationToken).ConfigureAwait(false);
            if (saved.Failure is { } failure)
            {
                return failure;
            }
        }

        return await journal.AppendAsync([new JournalEntry(services.Time.GetUtcNow(), JournalEvent.Remembered)]).ConfigureAwait(false);
    }

    private JournalEntry Verified(ChangeResult result) => new(services.Time.GetUtcNow(), JournalEvent.Verified)
    {
        Change = result.Change,
        Target = result.Target,
        WasThere = result.WasThere,
        Status = result.Status.ToString(),
        Reason = result.Reason,
    };

    // The last word of a run that could not be written down is not worth the run.
    private Task<RunFailure?> EndAsync(IRunJournal journal, RunResultCode code, string message)
        => journal.AppendAsync([new JournalEntry(services.Time.GetUtcNow(), JournalEvent.Ended) { Status = code.ToString(), Reason = message }]);

    private StateDocument NewState() => new() { Lineage = services.NewId(), FingerprintKey = services.NewKey(FingerprintKeyBytes) };

    private void ReportWarnings(PlanRequest request)
    {
        foreach (var site in request.Sites.All)
        {
            foreach (var warning in site.Info.Warnings)
            {
                services.Events.Report(new RunEvent(services.Time.GetUtcNow(), RunPhase.Connect, warning) { Site = site.Info.Name, IsWarning = true });
            }
        }
    }

    private void Report(RunPhase phase, string message) => services.Events.Report(new RunEvent(services.Time.GetUtcNow(), phase, message));

    private static IEnumerable<SiteSnapshot> SitesOf(RedundancyPolicy policy, IReadOnlyList<SiteSnapshot> snapshots, SiteSide side)
        => snapshots.Where(s => policy.Sites[s.Site].Side is var on && (on == side || on == SiteSide.Both));
}
