using RMF.Core.Inventory;

namespace RMF.Core.Pairing;

/// <summary>A partial bijection between the items of the two sides, and what was left over. Immutable once built.</summary>
public sealed class Correspondence
{
    private readonly Dictionary<ItemKey, ItemPair> byPrimary = [];
    private readonly Dictionary<ItemKey, ItemPair> bySecondary = [];
    private readonly Dictionary<ItemKind, List<ItemPair>> byKind = [];
    private readonly List<PairFinding> findings = [];

    public IReadOnlyList<PairFinding> Findings => findings;

    public int Count => byPrimary.Count;

    public IReadOnlyList<ItemPair> OfKind(ItemKind kind) => byKind.TryGetValue(kind, out var list) ? list : [];

    public ItemPair? Find(Side side, ItemKey key) => (side == Side.Primary ? byPrimary : bySecondary).TryGetValue(key, out var pair) ? pair : null;

    internal void Add(ItemPair pair)
    {
        byPrimary.Add(pair.Primary.Key, pair);
        bySecondary.Add(pair.Secondary.Key, pair);
        if (!byKind.TryGetValue(pair.Kind, out var list))
        {
            byKind[pair.Kind] = list = [];
        }

        list.Add(pair);
    }

    internal void Add(PairFinding finding) => findings.Add(finding);
}
