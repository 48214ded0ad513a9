using RMF.Core.Inventory;
using RMF.Core.Kinds;

namespace RMF.Core.Pairing;

/// <summary>
/// Pairs what belongs to a site: first what is remembered, so that a renamed group stays the same group, then by path within each two sites
/// that a link joins. Letters' case does not matter. Linear in the number of items.
/// </summary>
internal sealed class SiteItemPairing(SideView primary, SideView secondary, Topology topology, PairMemory memory)
{
    /// <summary>The path that an item is told apart by, e.g. <c>/Harbour/Quay 1</c>: its own, or its parent's and its name.</summary>
    public static string PathOf(Item item, SideView view)
        => item.Properties.TextOf("path") ?? (item.Parent is { } parent && parent.Kind != item.Key.Kind && view.Find(parent) is { } above ? PathOf(above, view) + "/" + item.Name : "/" + item.Name);

    public void Pair(Correspondence result)
    {
        var sites = topology.Links.Select(l => (Primary: l.Primary.Site, Secondary: l.Secondary.Site)).Distinct()
            .OrderBy(s => s.Primary, StringComparer.Ordinal).ThenBy(s => s.Secondary, StringComparer.Ordinal).ToList();
        foreach (var kind in KindTable.SiteKinds)
        {
            foreach (var item in primary.OfKind(kind))
            {
                if (memory.Find(Side.Primary, item.Key) is { } known && secondary.Find(known.Secondary) is { } twin)
                {
                    Add(result, item, twin, "memory");
                }
            }

            foreach (var (left, right) in sites)
            {
                PairByPath(result, kind, left, right);
            }
        }
    }

    private void PairByPath(Correspondence result, ItemKind kind, string left, string right)
    {
        var byPath = new Dictionary<string, Item>(StringComparer.OrdinalIgnoreCase);
        foreach (var item in secondary.OfKind(kind))
        {
            if (string.Equals(item.Key.Site, right, StringComparison.Ordinal) && !byPath.ContainsKey(PathOf(item, secondary)))
            {
                byPath.Add(PathOf(item, secondary), item);
            }
        }

        foreach (var item in primary.OfKind(kind))
        {
            if (string.Equals(item.Key.Site, left, StringComparison.Ordinal) && byPath.TryGetValue(PathOf(item, primary), out var twin))
            {
                Add(result, item, twin, "path");
            }
        }
    }

    private static void Add(Correspondence result, Item left, Item right, string by)
    {
        if (result.Find(Side.Primary, left.Key) is null && result.Find(Side.Secondary, right.Key) is null)
        {
            result.Add(new ItemPair(left, right, PairState.Paired, by));
        }
    }
}
