using RMF.Core.Inventory;
using RMF.Core.Kinds;

namespace RMF.Core.Planning.Merging;

/// <summary>One comparable value of an item.</summary>
/// <param name="Path">Where it stands.</param>
/// <param name="Descriptor">Its row, or the row of the open member.</param>
/// <param name="Raw">As the server spells it.</param>
/// <param name="Canonical">Normalised, and in the secondary side's form: names by the pattern, references translated. Null when a reference has no counterpart.</param>
public readonly record struct Leaf(PropertyPath Path, PropertyDescriptor Descriptor, PropertyValue Raw, PropertyValue? Canonical)
{
    /// <summary>True when the server decides which entries or members exist, so that a missing one cannot be added.</summary>
    public bool IsServerOwned { get; init; }
}
