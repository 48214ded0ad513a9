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
            // Pairs are a bijection: a later pair takes the place of every earlier one that shares an item with it.
            if (byPrimary.TryGetValue(pair.Primary, out var samePrimary))
            {
                bySecondary.Remove(samePrimary.Secondary);
            }

            if (bySecondary.TryGetValue(pair.Secondary, out var sameSecondary))
            {
                byPrimary.Remove(sameSecondary.Primary);
            }

            byPrimary[pair.Primary] = pair;
            bySecondary[pair.Secondary] = pair;
        }
    }

    public bool IsEmpty => byPrimary.Count == 0;

    public IReadOnlyCollection<RememberedPair> Pairs => byPrimary.Values;

    /// <summary>What is remembered of exactly these two; null when either was paired with another item.</summary>
    public RememberedPair? Find(ItemPair pair) => Find(Side.Primary, pair.Primary.Key) is { } found && found.Secondary == pair.Secondary.Key ? found : null;

    public RememberedPair? Find(Side side, ItemKey key) => (side == Side.Primary ? byPrimary : bySecondary).TryGetValue(key, out var pair) ? pair : null;
}
