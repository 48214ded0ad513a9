namespace RMF.Core.Inventory;

/// <summary>Named values inside one property, e.g. the settings of one stream.</summary>
public sealed class GroupValue : PropertyValue
{
    public GroupValue(PropertyBag members) => Members = members;

    public PropertyBag Members { get; }

    public override bool Equals(PropertyValue? other) => ReferenceEquals(this, other) || (other is GroupValue group && group.Members.Equals(Members));

    public override int GetHashCode() => Members.GetHashCode();

    public override string ToString() => Members.ToString();
}
