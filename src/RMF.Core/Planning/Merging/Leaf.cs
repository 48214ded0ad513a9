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

    /// <summary>True when the driver does not let the value be set: a fact of the device, never copied.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>True for the member that tells the entries of a keyed list apart: where it is, the entry is.</summary>
    public bool IsEntryKey { get; init; }

    internal bool IsOfSameEntry(in Leaf other)
        => Path.Key is not null
            && string.Equals(Path.Key, other.Path.Key, StringComparison.Ordinal)
            && string.Equals(Path.Property, other.Path.Property, StringComparison.Ordinal);
}
