using RMF.Core.Inventory;

namespace RMF.Core.Kinds;

/// <summary>
/// Brings spellings of the same value to one form before values are compared. Normalised values are compared and remembered, never written:
/// what is written is the source's own spelling.
/// </summary>
/// <param name="Name">For docs and messages.</param>
/// <param name="Apply">Pure and total.</param>
public sealed record Normaliser(string Name, Func<PropertyValue, PropertyValue> Apply);
