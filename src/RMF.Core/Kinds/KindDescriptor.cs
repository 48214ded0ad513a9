using RMF.Core.Inventory;

namespace RMF.Core.Kinds;

/// <summary>One row of the kind table: what Core needs to know of a kind. The adapter's binding for it is a row of its own table.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Label">Its word in plan addresses, e.g. <c>camera</c>.</param>
/// <param name="Pairing">How its items find each other.</param>
/// <param name="Tier">What reading it costs.</param>
/// <param name="Stage">When its changes are carried out.</param>
/// <param name="Properties">Its properties. One that stands in no row is never compared.</param>
public sealed record KindDescriptor(ItemKind Kind, string Label, PairingRule Pairing, ReadTier Tier, SyncStage Stage, IReadOnlyList<PropertyDescriptor> Properties)
{
    private readonly Dictionary<string, PropertyDescriptor> byName = Properties.ToDictionary(p => p.Name, StringComparer.Ordinal);

    /// <summary>Kinds that hang on an item of this kind one to one and share its id.</summary>
    public IReadOnlyList<ItemKind> Parts { get; init; } = [];

    /// <summary>
    /// True when XProtect's interface shows the kind and has no request that sets it: a difference is found and named, and a person mends it by hand.
    /// Source: the 2025 R2 interface declares GET alone.
    /// </summary>
    public bool IsShownOnly { get; init; }

    public PropertyDescriptor? Find(string property) => byName.TryGetValue(property, out var found) ? found : null;
}
