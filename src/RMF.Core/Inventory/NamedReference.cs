namespace RMF.Core.Inventory;

/// <summary>
/// A reference to something that only its server can name by id, told by a name that means the same on both sides:
/// a device stream by its name, a hardware driver by its number. It is looked up on the target when it is written.
/// </summary>
public sealed class NamedReference : PropertyValue
{
    public NamedReference(ItemKind kind, string name)
    {
        Kind = kind;
        Name = name;
    }

    public ItemKind Kind { get; }

    public string Name { get; }

    public override bool Equals(PropertyValue? other)
        => other is NamedReference named && named.Kind == Kind && string.Equals(named.Name, Name, StringComparison.Ordinal);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name) ^ (int)Kind;

    public override string ToString() => Name;
}
