using RMF.Core.Inventory;
using RMF.Core.Pairing;
using RMF.Policy;
using RecorderLink = RMF.Policy.RecorderLink;

namespace RMF.Engine.Runs.Setup;

/// <summary>
/// Proposes a policy from what two live sides hold: each primary recording server is linked with the secondary one that has most of its
/// devices already, and where none has any, with the one that protects the fewest. A person reads and corrects it. Pure.
/// </summary>
public static class PolicyProposal
{
    /// <param name="name">The policy's name.</param>
    /// <param name="sites">The sites with their sides, addresses and credentials.</param>
    /// <param name="primary">What the primary sites hold: recording servers, storages, hardware.</param>
    /// <param name="secondary">What the secondary sites hold.</param>
    public static RedundancyPolicy From(string name, IReadOnlyDictionary<string, SitePolicy> sites, IReadOnlyList<SiteSnapshot> primary, IReadOnlyList<SiteSnapshot> secondary)
    {
        var left = Recorders(primary);
        var right = Recorders(secondary);
        var used = right.ToDictionary(r => r.Recorder.Key, _ => 0);
        var links = new List<RecorderLink>();
        foreach (var from in left)
        {
            var best = right.OrderByDescending(r => r.Addresses.Count(from.Addresses.Contains))
                .ThenBy(r => used[r.Recorder.Key])
                .ThenBy(r => r.Recorder.Name, StringComparer.Ordinal)
                .FirstOrDefault();
            if (best is null)
            {
                break;
            }

            used[best.Recorder.Key]++;
            links.Add(new RecorderLink { Primary = from.Name, Secondary = best.Name, Storage = Storages(from, best) });
        }

        return new RedundancyPolicy
        {
            Name = name,
            Architecture = Architecture.Federated,
            Sites = sites,
            Recorders = new RecorderLabels { Primary = left.ConvertAll(r => r.Name), Secondary = right.Where(r => used[r.Recorder.Key] > 0).Select(r => r.Name).ToList() },
            Links = links,
        };
    }

    private static List<Candidate> Recorders(IReadOnlyList<SiteSnapshot> snapshots)
    {
        var all = snapshots.SelectMany(s => s.OfKind(ItemKind.RecordingServer).Select(r => (Snapshot: s, Recorder: r))).ToList();
        var repeated = new HashSet<string>(all.GroupBy(a => a.Recorder.Name, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).Select(g => g.Key), StringComparer.OrdinalIgnoreCase);
        var hardware = snapshots.SelectMany(s => s.OfKind(ItemKind.Hardware)).ToLookup(h => h.Parent);
        return all.OrderBy(a => a.Recorder.Name, StringComparer.Ordinal).Select(a => new Candidate(
            a.Recorder,
            new RecorderName(repeated.Contains(a.Recorder.Name) ? a.Recorder.Key.Site : null, a.Recorder.Name),
            new HashSet<string>(hardware[a.Recorder.Key].Select(h => DeviceAddress.Parse(h.Properties.TextOf("address"))?.ToString()).OfType<string>(), StringComparer.Ordinal),
            a.Snapshot.OfKind(ItemKind.Storage).Where(s => s.Parent == a.Recorder.Key).ToList())).ToList();
    }

    /// <summary>Storages of the same name belong together; the default ones do where no name fits. What is left goes to the secondary's default by itself.</summary>
    private static Dictionary<string, string> Storages(Candidate from, Candidate to)
    {
        var links = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var storage in from.Storages)
        {
            var twin = to.Storages.Find(s => string.Equals(s.Name, storage.Name, StringComparison.OrdinalIgnoreCase))
                ?? (storage.Properties.IsTrue("isDefault") ? to.Storages.Find(s => s.Properties.IsTrue("isDefault")) : null);
            if (twin is not null)
            {
                links[storage.Name] = twin.Name;
            }
        }

        return links;
    }

    private sealed record Candidate(Item Recorder, RecorderName Name, HashSet<string> Addresses, List<Item> Storages);
}
