using RMF.Core.Inventory;

namespace RMF.Core.Pairing;

/// <summary>A pair as the state store remembers it from the last run.</summary>
/// <param name="Primary">Key on the primary side.</param>
/// <param name="Secondary">Key on the secondary side.</param>
/// <param name="Ownership">Whether RMF made or adopted the target's item.</param>
public sealed record RememberedPair(ItemKey Primary, ItemKey Secondary, Ownership Ownership)
{
    /// <summary>What the primary device was when they were paired; null for kinds without an identity of their own.</summary>
    public HardwareIdentity? PrimaryIdentity { get; init; }

    /// <summary>What the secondary device was when they were paired.</summary>
    public HardwareIdentity? SecondaryIdentity { get; init; }

    /// <summary>
    /// Base values by kind: what both sides agreed on last, normalised and in the secondary side's form, by property path.
    /// A camera's streams, settings and motion detection stand beside the camera's own.
    /// </summary>
    public IReadOnlyDictionary<ItemKind, PropertyBag> Bases { get; init; } = new Dictionary<ItemKind, PropertyBag>();

    public ItemKey On(Side side) => side == Side.Primary ? Primary : Secondary;
}
