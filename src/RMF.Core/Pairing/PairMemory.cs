using RMF.Core.Inventory;

namespace RMF.Core.Pairing;

/// <summary>All remembered pairs. Empty memory (a first run, or a lost state) means: pairs are found again, bases are empty, nothing is deleted in that run. Immutable.</summary>
public sealed class PairMemory
{
    public static readonly PairMemory Empty = new([]);

    private readonly Dictionary<ItemKey, RememberedPair> byPrimary = [];
    private readonly Dictionary<ItemKey, RememberedPair> bySecondary = [];

    public PairMemory(IEnumerable<RememberedPair> pairs)
    {
        foreach (var pair in pairs)
        {
            byPrimary[pair.Primary] = pair;
            bySecondary[pair.Secondary] = pair;
        }
    }

    public bool IsEmpty => byPrimary.Count == 0;

    public IReadOnlyCollection<RememberedPair> Pairs => byPrimary.Values;

    public RememberedPair? Find(Side side, ItemKey key) => (side == Side.Primary ? byPrimary : bySecondary).TryGetValue(key, out var pair) ? pair : null;
}
