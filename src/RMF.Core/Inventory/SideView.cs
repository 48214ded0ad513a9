namespace RMF.Core.Inventory;

/// <summary>
/// One side: the labelled recording servers of one or several sites and what hangs on them. What hangs on an unlabelled
/// recording server is not in it. Site-level items (groups) are. Immutable and thread-safe.
/// </summary>
public sealed class SideView
{
    private const int MaximumDepth = 64;

    private static readonly IReadOnlyList<Item> None = [];

    private readonly Dictionary<ItemKey, Item> items = [];
    private readonly Dictionary<ItemKind, List<Item>> byKind = [];
    private readonly Dictionary<(ItemKey Parent, ItemKind Kind), List<Item>> children = [];
    private readonly Dictionary<ItemKey, Item> recorderOf = [];
    private readonly HashSet<ItemKey> labelled;
    private readonly Dictionary<string, SiteSnapshot> sites = new(StringComparer.Ordinal);

    /// <param name="side">Which side this is.</param>
    /// <param name="snapshots">The sites that the side stands on.</param>
    /// <param name="recorders">The labelled recording servers.</param>
    public SideView(Side side, IEnumerable<SiteSnapshot> snapshots, IReadOnlyCollection<ItemKey> recorders)
    {
        Side = side;
        labelled = new HashSet<ItemKey>(recorders);
        foreach (var snapshot in snapshots)
        {
            sites[snapshot.Site] = snapshot;
            foreach (var item in snapshot.Items)
            {
                if (RecorderFor(snapshot, item, out var recorder) && (recorder is null || labelled.Contains(recorder.Key)))
                {
                    Add(item, recorder);
                }
            }
        }
    }

    public Side Side { get; }

    public IReadOnlyCollection<SiteSnapshot> Sites => sites.Values;

    /// <summary>The same side over newer snapshots of its sites.</summary>
    public SideView With(IEnumerable<SiteSnapshot> snapshots) => new(Side, snapshots, labelled);

    public IReadOnlyList<Item> OfKind(ItemKind kind) => byKind.TryGetValue(kind, out var list) ? list : None;

    public Item? Find(ItemKey key) => items.TryGetValue(key, out var item) ? item : null;

    public IReadOnlyList<Item> ChildrenOf(ItemKey parent, ItemKind kind) => children.TryGetValue((parent, kind), out var list) ? list : None;

    /// <summary>The recording server that an item hangs on; null for site-level items.</summary>
    public Item? RecorderOf(ItemKey key) => recorderOf.TryGetValue(key, out var recorder) ? recorder : null;

    /// <summary>The reading that a key's absence must be judged by.</summary>
    public SnapshotPart PartOf(ItemKey key)
        => sites.TryGetValue(key.Site, out var snapshot)
            ? snapshot.PartOf(key.Kind)
            : SnapshotPart.NotRead(key.Kind, DateTimeOffset.MinValue, $"site {key.Site} was not read");

    private static bool RecorderFor(SiteSnapshot snapshot, Item item, out Item? recorder)
    {
        // recording server > hardware > camera > streams is three steps; groups may be nested deeper. The bound is for a server that answers in circles.
        var current = item;
        for (var depth = 0; depth < MaximumDepth; depth++)
        {
            if (current.Key.Kind == ItemKind.RecordingServer)
            {
                recorder = current;
                return true;
            }

            if (current.Parent is not { } parent)
            {
                recorder = null;
                return true;
            }

            if (snapshot.Find(parent) is not { } next)
            {
                // Its parent is out of scope or was not read: it belongs to no side.
                recorder = null;
                return false;
            }

            current = next;
        }

        recorder = null;
        return false;
    }

    private void Add(Item item, Item? recorder)
    {
        items[item.Key] = item;
        if (!byKind.TryGetValue(item.Key.Kind, out var list))
        {
            byKind[item.Key.Kind] = list = [];
        }

        list.Add(item);
        if (recorder is not null)
        {
            recorderOf[item.Key] = recorder;
        }

        if (item.Parent is { } parent)
        {
            if (!children.TryGetValue((parent, item.Key.Kind), out var siblings))
            {
                children[(parent, item.Key.Kind)] = siblings = new List<Item>(1);
            }

            siblings.Add(item);
        }
    }
}
