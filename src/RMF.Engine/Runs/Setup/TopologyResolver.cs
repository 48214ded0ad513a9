using RMF.Core.Inventory;
using RMF.Core.Pairing;
using RMF.Policy;
using RecorderLink = RMF.Core.Pairing.RecorderLink;

namespace RMF.Engine.Runs.Setup;

/// <summary>Finds the recording servers and storages that a policy names. A name that no site has, or a storage of another recorder, ends the run before anything is compared.</summary>
public sealed class TopologyResolver
{
    private readonly RedundancyPolicy policy;
    private readonly IReadOnlyDictionary<string, SiteSnapshot> snapshots;

    public TopologyResolver(RedundancyPolicy policy, IEnumerable<SiteSnapshot> snapshots)
    {
        this.policy = policy;
        this.snapshots = snapshots.ToDictionary(s => s.Site, StringComparer.Ordinal);
    }

    public RunOutcome<ResolvedTopology> Resolve()
    {
        var primaries = new List<ItemKey>();
        var secondaries = new List<ItemKey>();
        foreach (var (names, side, keys) in new[] { (policy.Recorders.Primary, Side.Primary, primaries), (policy.Recorders.Secondary, Side.Secondary, secondaries) })
        {
            foreach (var name in names)
            {
                if (!FindRecorder(name, side).TryGet(out var recorder, out var failure))
                {
                    return failure;
                }

                keys.Add(recorder.Key);
            }
        }

        var links = new List<RecorderLink>();
        foreach (var link in policy.Links)
        {
            if (!Link(link).TryGet(out var resolved, out var failure))
            {
                return failure;
            }

            links.Add(resolved);
        }

        return policy.Mode == PairingMode.Manual
            ? new ManualMapping(policy, snapshots, primaries).Resolve(links, secondaries, n => FindRecorder(n, Side.Secondary), NewLink)
            : new ResolvedTopology(new Topology(links), primaries, secondaries);
    }

    private RecorderLink NewLink(ItemKey primary, Item secondary)
        => new(primary, secondary.Key, new Dictionary<ItemKey, ItemKey>(), StoragesOf(secondary).FirstOrDefault(s => s.Properties.IsTrue("isDefault"))?.Key);

    private RunOutcome<RecorderLink> Link(RMF.Policy.RecorderLink link)
    {
        if (!FindRecorder(link.Primary, Side.Primary).TryGet(out var primary, out var failure)
            || !FindRecorder(link.Secondary, Side.Secondary).TryGet(out var secondary, out failure))
        {
            return failure;
        }

        var storages = new Dictionary<ItemKey, ItemKey>();
        foreach (var pair in link.Storage)
        {
            if (!FindStorage(primary, pair.Key).TryGet(out var from, out failure) || !FindStorage(secondary, pair.Value).TryGet(out var to, out failure))
            {
                return failure;
            }

            storages[from.Key] = to.Key;
        }

        var byDefault = StoragesOf(secondary).FirstOrDefault(s => s.Properties.IsTrue("isDefault"));
        return new RecorderLink(primary.Key, secondary.Key, storages, byDefault?.Key);
    }

    private RunOutcome<Item> FindRecorder(RecorderName name, Side side)
    {
        var sites = policy.Sites.Where(s => IsOn(s.Value.Side, side) && (name.Site is null || string.Equals(name.Site, s.Key, StringComparison.OrdinalIgnoreCase))).Select(s => s.Key).ToList();
        var all = sites.Where(snapshots.ContainsKey).SelectMany(s => snapshots[s].OfKind(ItemKind.RecordingServer)).ToList();
        var found = all.Where(r => string.Equals(r.Name, name.Name, StringComparison.OrdinalIgnoreCase)).ToList();
        switch (found.Count)
        {
            case 1:
                return found[0];
            case 0:
                var near = Nearest.To(name.Name, all.Select(r => r.Name));
                var known = string.Join(", ", all.Select(r => r.Name).OrderBy(n => n, StringComparer.Ordinal).Take(10));
                return new RunFailure(
                    "RMF2001",
                    $"The policy names the {side.ToString().ToLowerInvariant()} recording server '{name}', and {(sites.Count switch { 0 => "there is no such site", 1 => $"site {sites[0]} has none of that name", _ => $"none of the sites {string.Join(", ", sites)} has one of that name" })}.",
                    near is null ? $"The site has: {known}. Correct the name in recorders and links." : $"Did you mean '{near}'? The site has: {known}.");
            default:
                return new RunFailure(
                    "RMF2002",
                    $"The policy names the recording server '{name}', and {found.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)} recording servers have that name: on {string.Join(", ", found.Select(r => r.Key.Site))}.",
                    $"Write site/recorder, e.g. '{found[0].Key.Site}/{found[0].Name}'.");
        }
    }

    private RunOutcome<Item> FindStorage(Item recorder, string name)
    {
        var found = StoragesOf(recorder).FirstOrDefault(s => string.Equals(s.Name, name, StringComparison.OrdinalIgnoreCase));
        if (found is not null)
        {
            return found;
        }

        var elsewhere = snapshots[recorder.Key.Site].OfKind(ItemKind.Storage).FirstOrDefault(s => string.Equals(s.Name, name, StringComparison.OrdinalIgnoreCase));
        var owner = elsewhere?.Parent is { } parent ? snapshots[recorder.Key.Site].Find(parent) : null;
        var known = string.Join(", ", StoragesOf(recorder).Select(s => $"'{s.Name}'"));
        return owner is null
            ? new RunFailure("RMF2003", $"Recording server '{recorder.Name}' has no storage '{name}'.", $"It has: {known}. Correct the link's storage map.")
            : new RunFailure("RMF2004", $"Storage '{name}' belongs to recording server '{owner.Name}', not to '{recorder.Name}'.", $"'{recorder.Name}' has: {known}. XProtect would accept the wrong one and record nothing; correct the link's storage map.");
    }

    private IEnumerable<Item> StoragesOf(Item recorder) => snapshots[recorder.Key.Site].OfKind(ItemKind.Storage).Where(s => s.Parent == recorder.Key);

    private static bool IsOn(SiteSide site, Side side)
        => site == SiteSide.Both || site == (side == Side.Primary ? SiteSide.Primary : SiteSide.Secondary);
}
