using RMF.Core.Inventory;
using RMF.Engine.Events;
using RMF.Engine.Ports;
using RMF.Engine.Runs.Setup;
using RMF.Policy;

namespace RMF.Engine.Runs.Reading;

/// <summary>Reads all sites of a policy at once.</summary>
internal sealed class SnapshotReader
{
    private readonly SiteSet sites;
    private readonly IRunEvents events;
    private readonly TimeProvider time;

    public SnapshotReader(SiteSet sites, IRunEvents events, TimeProvider time)
    {
        this.sites = sites;
        this.events = events;
        this.time = time;
    }

    public async Task<RunOutcome<IReadOnlyList<SiteSnapshot>>> ReadAsync(PlanRequest plan, CancellationToken cancellationToken)
    {
        var reads = await Task.WhenAll(sites.All.Select(s => ReadAsync(s, plan, cancellationToken))).ConfigureAwait(false);
        var snapshots = new List<SiteSnapshot>(reads.Length);
        foreach (var read in reads)
        {
            if (!read.TryGet(out var snapshot))
            {
                return RunFailure.From(read.Error!);
            }

            snapshots.Add(snapshot);
        }

        return snapshots;
    }

    private Task<Outcome<SiteSnapshot>> ReadAsync(ISite site, PlanRequest plan, CancellationToken cancellationToken)
    {
        SiteSnapshot? before = null;
        plan.Previous?.TryGetValue(site.Info.Name, out before);
        var request = new SnapshotRequest(RunKinds.For(PolicyMapping.Categories(plan.Policy)), RecordersOf(plan.Policy, site.Info.Name), plan.Depth, before) { RotationCursor = plan.RotationCursor, Roles = plan.Policy.Synchronize.Roles.Includes };
        return site.Reader.ReadAsync(request, new Progress(this, site.Info.Name), cancellationToken);
    }

    /// <summary>The labelled recorders that may be on this site; an unqualified name may be on any.</summary>
    private static List<string> RecordersOf(RedundancyPolicy policy, string site)
        => policy.Recorders.Primary.Concat(policy.Recorders.Secondary)
            .Where(r => r.Site is null || string.Equals(r.Site, site, StringComparison.OrdinalIgnoreCase))
            .Select(r => r.Name)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToList();

    // Not System.Progress: that posts to a synchronisation context and may come late.
    private sealed class Progress(SnapshotReader owner, string site) : IProgress<ReadProgress>
    {
        public void Report(ReadProgress value)
            => owner.events.Report(new RunEvent(owner.time.GetUtcNow(), RunPhase.Snapshot, value.Activity) { Site = site, Done = value.Done, Total = value.Total });
    }
}
