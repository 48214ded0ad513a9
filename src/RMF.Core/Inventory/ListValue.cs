namespace RMF.Core.Inventory;

/// <summary>Values in the server's order. Whether the order matters is the descriptor's business.</summary>
public sealed class ListValue : PropertyValue
{
    public static readonly ListValue Empty = new([]);

    public ListValue(IReadOnlyList<PropertyValue> items) => Items = items;

    public IReadOnlyList<PropertyValue> Items { get; }

    public override bool Equals(PropertyValue? other)
        => ReferenceEquals(this, other) || (other is ListValue list && list.Items.Count == Items.Count && list.Items.SequenceEqual(Items));

    public override int GetHashCode()
    {
        var hash = Items.Count;
        foreach (var item in Items)
        {
            hash = (hash * 31) + item.GetHashCode();
        }

        return hash;
    }

    public override string ToString() => "[" + string.Join(", ", Items) + "]";
}
