using RMF.Core.Inventory;

namespace RMF.Testing.Worlds;

/// <summary>
/// Builds the snapshot of one site in readable steps. Ids follow from the site's name and the order of the calls, so that equal
/// builders give equal snapshots and no two sites share an id. Not thread-safe.
/// </summary>
public sealed class SiteBuilder
{
    /// <summary>When every built snapshot was taken.</summary>
    public static readonly DateTimeOffset TakenAt = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly List<RecorderBuilder> recorders = [];
    private readonly Dictionary<ItemKind, SnapshotPart> parts = [];
    private readonly List<Item> extra = [];
    private readonly uint siteNumber;
    private int lastId;

    public SiteBuilder(string name)
    {
        Name = name;
        siteNumber = 2166136261;
        foreach (var c in name)
        {
            siteNumber = (siteNumber ^ c) * 16777619;
        }

        foreach (ItemKind kind in Enum.GetValues(typeof(ItemKind)))
        {
            parts[kind] = SnapshotPart.Whole(kind, TakenAt);
        }
    }

    public string Name { get; }

    internal ShapePool Shapes { get; } = new();

    public SiteBuilder Recorder(string name, Action<RecorderBuilder>? with = null)
    {
        var recorder = new RecorderBuilder(this, name);
        recorders.Add(recorder);
        with?.Invoke(recorder);
        return this;
    }

    /// <summary>A kind that was not read in full.</summary>
    public SiteBuilder Part(ItemKind kind, PartState state, string reason)
    {
        parts[kind] = new SnapshotPart(kind, TakenAt, state, new Dictionary<string, string>(StringComparer.Ordinal), reason);
        return this;
    }

    /// <summary>One device's part that could not be read: it is not in the snapshot, and its absence says nothing.</summary>
    public SiteBuilder Unread(ItemKind kind, string id, string reason)
    {
        var unread = parts[kind].Unread.ToDictionary(u => u.Key, u => u.Value, StringComparer.Ordinal);
        unread[id] = reason;
        parts[kind] = parts[kind] with { Unread = unread };
        return this;
    }

    public SiteBuilder Add(Item item)
    {
        extra.Add(item);
        return this;
    }

    public SiteSnapshot Build()
        => new(Name, "25.2.1.1", TakenAt, recorders.SelectMany(r => r.Items()).Concat(extra).ToList(), parts.Values);

    internal ItemKey NewKey(ItemKind kind) => new(Name, kind, $"{siteNumber:x8}-0000-4000-8000-{++lastId:x12}");
}
