using RMF.Core.Inventory;
using RMF.Core.Pairing;
using RMF.Policy;
using RecorderLink = RMF.Core.Pairing.RecorderLink;

namespace RMF.Engine.Runs.Setup;

/// <summary>
/// Mode manual: finds the mapped cameras by name among those of the labelled primary recording servers. A device goes with its cameras, so all
/// mapped cameras of one device must go to one recording server. A camera that is not there is no failure: it may have been deleted.
/// </summary>
internal sealed class ManualMapping
{
    private readonly RedundancyPolicy policy;
    private readonly ILookup<string, (Item Camera, Item Hardware)> cameras;

    public ManualMapping(RedundancyPolicy policy, IReadOnlyDictionary<string, SiteSnapshot> snapshots, IReadOnlyCollection<ItemKey> primaryRecorders)
    {
        this.policy = policy;
        var labelled = new HashSet<ItemKey>(primaryRecorders);
        cameras = snapshots.Values
            .SelectMany(s => s.OfKind(ItemKind.Camera).Select(c => (Camera: c, Hardware: c.Parent is { } parent ? s.Find(parent) : null)))
            .Where(c => c.Hardware?.Parent is { } recorder && labelled.Contains(recorder))
            .ToLookup(c => c.Camera.Name, c => (c.Camera, c.Hardware!), StringComparer.Ordinal);
        Primaries = primaryRecorders.ToList();
    }

    private List<ItemKey> Primaries { get; }

    /// <param name="links">The policy's links, which carry storages.</param>
    /// <param name="secondaries">The labelled secondary recording servers.</param>
    /// <param name="find">Finds a secondary recording server.</param>
    /// <param name="make">Makes the link of two recording servers that no link of the policy joins.</param>
    public RunOutcome<ResolvedTopology> Resolve(
        IReadOnlyList<RecorderLink> links,
        IReadOnlyList<ItemKey> secondaries,
        Func<RecorderName, RunOutcome<Item>> find,
        Func<ItemKey, Item, RecorderLink> make)
    {
        var known = links.GroupBy(l => (l.Primary, l.Secondary)).ToDictionary(g => g.Key, g => g.First());
        var byHardware = new Dictionary<ItemKey, RecorderLink>();
        var byName = new Dictionary<string, ItemKey>(StringComparer.Ordinal);
        var unfound = new List<string>();
        foreach (var mapping in policy.Cameras)
        {
            if (!find(mapping.Secondary).TryGet(out var secondary, out var failure))
            {
                return failure;
            }

            byName[mapping.Camera] = secondary.Key;
            var found = cameras[mapping.Camera].ToList();
            if (found.Count > 1)
            {
                return new RunFailure(
                    "RMF2011",
                    FormattableString.Invariant($"The policy maps the camera '{mapping.Camera}', and {found.Count} primary cameras have that name."),
                    "Give the cameras names of their own.");
            }

            if (found.Count == 0)
            {
                unfound.Add(mapping.Camera);
                continue;
            }

            var hardware = found[0].Hardware;
            if (byHardware.TryGetValue(hardware.Key, out var other) && other.Secondary != secondary.Key)
            {
                return new RunFailure(
                    "RMF2012",
                    $"The policy maps cameras of one device to several recording servers: '{mapping.Camera}' of '{hardware.Name}' to '{secondary.Name}', another camera of it elsewhere.",
                    "A device goes with all its cameras: map its cameras to one recording server.");
            }

            var ends = (hardware.Parent!.Value, secondary.Key);
            if (!known.TryGetValue(ends, out var link))
            {
                known[ends] = link = make(ends.Item1, secondary);
            }

            byHardware[hardware.Key] = link;
        }

        return new ResolvedTopology(Topology.Manual(byHardware), Primaries, secondaries) { Mapped = byName, Unfound = unfound };
    }
}
