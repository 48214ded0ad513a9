using RMF.Core.Inventory;
using RMF.Core.Pairing;
using RMF.Core.Planning;
using RMF.Engine.Ports;
using RMF.Engine.Runs.Setup;
using RMF.Policy;

namespace RMF.Engine.Playback;

/// <summary>
/// Finds where recordings are while a side does not answer: from what the other side holds, and from the pairs of the last run. What the side
/// that does not answer has recorded is then unknown, also of a camera that was never paired.
/// </summary>
/// <param name="policy">Names the sites and the recording servers of each side.</param>
/// <param name="memory">The pairs of the last run; empty where there is none.</param>
/// <param name="failed">The sites that do not answer, and why.</param>
public sealed class RememberedPairs(RedundancyPolicy policy, PairMemory memory, IReadOnlyDictionary<string, SiteError> failed)
{
    private static readonly ItemKind[] Kinds = [ItemKind.RecordingServer, ItemKind.Hardware, ItemKind.Camera];

    private readonly INaming naming = PolicyMapping.Naming(policy);

    /// <summary>What is read of a site that answers.</summary>
    public static SnapshotRequest Request => new(Kinds, [], ReadDepth.Full);

    /// <summary>The cameras of the sites that answer, those of primary sites first.</summary>
    /// <param name="snapshots">The sites that answer.</param>
    /// <param name="recordings">Their recordings, by name.</param>
    public IEnumerable<RecordedPair> Of(IReadOnlyCollection<SiteSnapshot> snapshots, Func<string, IRecordings> recordings)
    {
        var primary = View(Side.Primary, snapshots);
        var secondary = View(Side.Secondary, snapshots);
        var seen = new HashSet<ItemKey>();
        foreach (var camera in primary.OfKind(ItemKind.Camera))
        {
            var other = memory.Find(Side.Primary, camera.Key)?.Secondary;
            if (other is { } key)
            {
                seen.Add(key);
            }

            yield return new RecordedPair(camera.Name, Known(primary, camera, recordings), Other(Side.Secondary, secondary, other, recordings));
        }

        foreach (var camera in secondary.OfKind(ItemKind.Camera).Where(c => !seen.Contains(c.Key)))
        {
            var name = naming.TryToPrimary(camera.Name, out var first) ? first : camera.Name;
            yield return new RecordedPair(name, Other(Side.Primary, primary, memory.Find(Side.Secondary, camera.Key)?.Primary, recordings), Known(secondary, camera, recordings));
        }
    }

    private SideView View(Side side, IReadOnlyCollection<SiteSnapshot> snapshots)
    {
        var mine = snapshots.Where(s => IsOn(s.Site, side)).ToList();
        var names = side == Side.Primary ? policy.Recorders.Primary : policy.Recorders.Secondary;
        var recorders = mine.SelectMany(s => s.OfKind(ItemKind.RecordingServer))
            .Where(r => names.Any(n => string.Equals(n.Name, r.Name, StringComparison.OrdinalIgnoreCase) && (n.Site is null || string.Equals(n.Site, r.Key.Site, StringComparison.OrdinalIgnoreCase))));
        return new SideView(side, mine, [.. recorders.Select(r => r.Key)]);
    }

    private RecordedSource? Other(Side side, SideView view, ItemKey? key, Func<string, IRecordings> recordings)
    {
        if (key is { } known && view.Find(known) is { } camera)
        {
            return Known(view, camera, recordings);
        }

        // A camera that is remembered belongs to one site; one that is not may be on any site of that side that does not answer.
        var site = key is { } remembered ? remembered.Site : failed.Keys.FirstOrDefault(s => IsOn(s, side));
        return site is not null && failed.TryGetValue(site, out var error)
            ? new RecordedSource(new UnreachableRecordings(error), new RecordedCamera(key?.Id ?? "", ""), site, "")
            : null;
    }

    private static RecordedSource? Known(SideView view, Item camera, Func<string, IRecordings> recordings)
        => view.RecorderOf(camera.Key) is not { } recorder
            ? null
            : new RecordedSource(recordings(camera.Key.Site), new RecordedCamera(camera.Key.Id, recorder.Key.Id), camera.Key.Site, recorder.Name) { Name = camera.Name };

    private bool IsOn(string site, Side side)
        => policy.Sites.TryGetValue(site, out var known) && (known.Side == SiteSide.Both || known.Side == (side == Side.Primary ? SiteSide.Primary : SiteSide.Secondary));
}
