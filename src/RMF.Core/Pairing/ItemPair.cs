using RMF.Core.Inventory;

namespace RMF.Core.Pairing;

/// <summary>Two items that are one camera's two recordings, one device added twice, and so on.</summary>
/// <param name="Primary">The item of the primary side.</param>
/// <param name="Secondary">The item of the secondary side.</param>
/// <param name="State">Paired, or Replaced.</param>
/// <param name="By">What they were paired by, for people: <c>MAC</c>, <c>address</c>, <c>memory</c>, <c>channel 0</c>.</param>
public sealed record ItemPair(Item Primary, Item Secondary, PairState State, string By)
{
    public ItemKind Kind => Primary.Key.Kind;

    public Item On(Side side) => side == Side.Primary ? Primary : Secondary;
}
