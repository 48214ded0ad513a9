namespace RMF.Core.Inventory;

/// <summary>One configuration object of a site as it was read. Immutable.</summary>
/// <param name="Key">Which one it is.</param>
/// <param name="Parent">What it hangs on: a storage on its recording server, a camera on its hardware; null at the top.</param>
/// <param name="Name">The server's display name; for messages and for breaking ties, not an identity.</param>
/// <param name="Properties">What was read of it, names as XProtect spells them.</param>
public sealed record Item(ItemKey Key, ItemKey? Parent, string Name, PropertyBag Properties)
{
    /// <summary>What the item's driver says of its open members; null when it was not asked or has none.</summary>
    public DefinitionSet? Definitions { get; init; }

    public override string ToString() => $"{Key.Kind} '{Name}' ({Key.Id})";
}
