using RMF.Core.Inventory;

namespace RMF.Core.Pairing;

/// <summary>Two items that are one camera's two recordings, one device added twice, and so on.</summary>
/// <param name="Primary">The item of the primary side.</param>
/// <param name="Secondary">The item of the secondary side.</param>
/// <param name="State">Paired, Replaced or Moved. A device that was replaced and moved is Replaced.</param>
/// <param name="By">What they were paired by, for people: <c>MAC</c>, <c>address</c>, <c>memory</c>, <c>channel 0</c>.</param>
public sealed record ItemPair(Item Primary, Item Secondary, PairState State, string By)
{
    /// <summary>For Replaced: true when the device is the same and only its address changed on one side.</summary>
    public bool IsAddressAlone { get; init; }

    public ItemKind Kind => Primary.Key.Kind;

    public Item On(Side side) => side == Side.Primary ? Primary : Secondary;
}
