using RMF.Core.Inventory;

namespace RMF.Core.Pairing;

/// <summary>An item without a pair, and why.</summary>
/// <param name="Item">The item.</param>
/// <param name="Side">The side it is on.</param>
/// <param name="State">MissingOnTarget, OrphanOnTarget, Ambiguous or Tombstoned.</param>
/// <param name="Detail">One sentence for people.</param>
public sealed record PairFinding(Item Item, Side Side, PairState State, string Detail);
