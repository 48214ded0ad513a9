using RMF.Core.Inventory;

namespace RMF.Core.Pairing;

/// <summary>Which recording servers protect which. Each primary has exactly one secondary; one secondary may serve many primaries. Immutable.</summary>
public sealed class Topology
{
    private readonly Dictionary<ItemKey, RecorderLink> byPrimary;
    private readonly Dictionary<ItemKey, List<RecorderLink>> bySecondary = [];
    private readonly Dictionary<ItemKey, RecorderLink>? byHardware;

    /// <exception cref="ArgumentException">A primary recording server is linked twice.</exception>
    public Topology(IReadOnlyList<RecorderLink> links)
        : this(links, links.ToDictionary(l => l.Primary), null)
    {
    }

    private Topology(IReadOnlyList<RecorderLink> links, Dictionary<ItemKey, RecorderLink> byPrimary, Dictionary<ItemKey, RecorderLink>? byHardware)
    {
        Links = links;
        this.byPrimary = byPrimary;
        this.byHardware = byHardware;
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

    /// <summary>True when devices are mapped one by one and not with their recording server.</summary>
    public bool IsManual => byHardware is not null;

    /// <summary>Devices mapped one by one, each to a link whose primary is its recording server. One primary may have links to several secondaries.</summary>
    /// <param name="mapped">The link of each mapped primary hardware.</param>
    public static Topology Manual(IReadOnlyDictionary<ItemKey, RecorderLink> mapped)
    {
        var links = mapped.Values.Distinct().OrderBy(l => l.Primary.Id, StringComparer.Ordinal).ThenBy(l => l.Secondary.Id, StringComparer.Ordinal).ToList();
        var first = links.GroupBy(l => l.Primary).ToDictionary(g => g.Key, g => g.First());
        return new Topology(links, first, mapped.ToDictionary(m => m.Key, m => m.Value));
    }

    /// <summary>The link that protects a primary hardware: its recording server's, or its own where devices are mapped one by one.</summary>
    public RecorderLink? LinkOf(ItemKey primaryRecorder, ItemKey primaryHardware)
        => byHardware is null ? LinkOfPrimary(primaryRecorder) : byHardware.TryGetValue(primaryHardware, out var link) ? link : null;

    /// <summary>The primary hardware that a secondary recording server protects.</summary>
    public IEnumerable<Item> PrimaryHardwareOf(ItemKey secondaryRecorder, SideView primary)
        => byHardware is null
            ? LinksOfSecondary(secondaryRecorder).SelectMany(l => primary.ChildrenOf(l.Primary, ItemKind.Hardware))
            : byHardware.Where(m => m.Value.Secondary == secondaryRecorder).Select(m => primary.Find(m.Key)).OfType<Item>().OrderBy(h => h.Key.Id, StringComparer.Ordinal);

    /// <summary>The recording server's link; where devices are mapped one by one, the first of its links.</summary>
    public RecorderLink? LinkOfPrimary(ItemKey recorder) => byPrimary.TryGetValue(recorder, out var link) ? link : null;

    public IReadOnlyList<RecorderLink> LinksOfSecondary(ItemKey recorder) => bySecondary.TryGetValue(recorder, out var links) ? links : [];
}
