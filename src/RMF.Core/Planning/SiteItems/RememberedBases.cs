using RMF.Core.Inventory;
using RMF.Core.Pairing;

namespace RMF.Core.Planning.SiteItems;

/// <summary>What both sides of a pair agreed on last, by kind; nothing where the pair is new.</summary>
internal readonly record struct RememberedBases(RememberedPair? Pair)
{
    public PropertyBag? Of(ItemKind kind) => Pair is not null && Pair.Bases.TryGetValue(kind, out var bases) ? bases : null;
}
