namespace RMF.Core.Inventory;

/// <summary>
/// What one site held when it was read: items by key, and for each kind whether the reading is whole.
/// What was not read is unknown: never equal, never deleted. Immutable and thread-safe.
/// </summary>
public sealed class SiteSnapshot
{
    private readonly Dictionary<ItemKey, Item> items;
    private readonly Dictionary<ItemKind, List<Item>> byKind = [];
    private readonly Dictionary<ItemKind, SnapshotPart> parts = [];

    /// <param name="site">The site's name in the policy.</param>
    /// <param name="version">The management server's product version, e.g. <c>25.2.1.1</c>.</param>
    /// <param name="takenAt">When the reading began (UTC).</param>
    /// <param name="items">All items; keys must be unique and of this site.</param>
    /// <param name="parts">One for each kind that was asked for; a kind without one was not read.</param>
    public SiteSnapshot(string site, string version, DateTimeOffset takenAt, IReadOnlyCollection<Item> items, IEnumerable<SnapshotPart> parts)
    {
        Site = site;
        Version = version;
        TakenAt = takenAt;
        this.items = new Dictionary<ItemKey, Item>(items.Count);
        foreach (var item in items)
        {
            if (item.Key.Site != site)
            {
                throw new ArgumentException($"Item {item.Key} is not of site {site}.", nameof(items));
            }

            this.items.Add(item.Key, item);
            if (!byKind.TryGetValue(item.Key.Kind, out var list))
            {
                byKind[item.Key.Kind] = list = [];
            }

            list.Add(item);
        }

        foreach (var part in parts)
        {
            this.parts[part.Kind] = part;
        }
    }

    public string Site { get; }

    public string Version { get; }

    public DateTimeOffset TakenAt { get; }

    public IReadOnlyCollection<Item> Items => items.Values;

    public IReadOnlyCollection<SnapshotPart> Parts => parts.Values;

    /// <summary>True when every part that was asked for was seen in full.</summary>
    public bool IsComplete => parts.Values.All(p => p.State == PartState.Whole && p.Unread.Count == 0);

    /// <summary>The same snapshot with newer readings of some items laid over it, and new items added.</summary>
    public SiteSnapshot With(IEnumerable<Item> newer)
    {
        var merged = items.ToDictionary(i => i.Key, i => i.Value);
        foreach (var item in newer)
        {
            merged[item.Key] = item;
        }

        return new SiteSnapshot(Site, Version, TakenAt, merged.Values, parts.Values);
    }

    /// <summary>The same snapshot with another judgement of how much of a kind was seen.</summary>
    public SiteSnapshot With(SnapshotPart part)
        => new(Site, Version, TakenAt, items.Values, parts.Values.Where(p => p.Kind != part.Kind).Append(part));

    public Item? Find(ItemKey key) => items.TryGetValue(key, out var item) ? item : null;

    public IReadOnlyList<Item> OfKind(ItemKind kind) => byKind.TryGetValue(kind, out var list) ? list : [];

    public SnapshotPart PartOf(ItemKind kind)
        => parts.TryGetValue(kind, out var part) ? part : SnapshotPart.NotRead(kind, TakenAt, "not asked for");
}
