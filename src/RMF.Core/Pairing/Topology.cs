using RMF.Core.Inventory;

namespace RMF.Core.Pairing;

/// <summary>Which recording servers protect which. Each primary has exactly one secondary; one secondary may serve many primaries. Immutable.</summary>
public sealed class Topology
{
    private readonly Dictionary<ItemKey, RecorderLink> byPrimary;
    private readonly Dictionary<ItemKey, List<RecorderLink>> bySecondary = [];

    /// <exception cref="ArgumentException">A primary recording server is linked twice.</exception>
    public Topology(IReadOnlyList<RecorderLink> links)
    {
        Links = links;
        byPrimary = links.ToDictionary(l => l.Primary);
        foreach (var link in links)
        {
            if (!bySecondary.TryGetValue(link.Secondary, out var list))
            {
                bySecondary[link.Secondary] = list = [];
            }

            list.Add(link);
        }
    }

    public IReadOnlyList<RecorderLink> Links { get; }

    public IEnumerable<ItemKey> SecondaryRecorders => bySecondary.Keys;

    public RecorderLink? LinkOfPrimary(ItemKey recorder) => byPrimary.TryGetValue(recorder, out var link) ? link : null;

    public IReadOnlyList<RecorderLink> LinksOfSecondary(ItemKey recorder) => bySecondary.TryGetValue(recorder, out var links) ? links : [];
}
