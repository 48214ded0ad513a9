namespace RMF.Core.Inventory;

/// <summary>A property's value: a scalar, a list, a group of named values, or a reference to another item. Immutable, compared by content.</summary>
public abstract class PropertyValue : IEquatable<PropertyValue>
{
    private protected PropertyValue()
    {
    }

    public abstract bool Equals(PropertyValue? other);

    public sealed override bool Equals(object? obj) => Equals(obj as PropertyValue);

    public abstract override int GetHashCode();
}
