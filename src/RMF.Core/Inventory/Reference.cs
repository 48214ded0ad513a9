namespace RMF.Core.Inventory;

/// <summary>Points at another item of the same site. References are translated between sides, never copied.</summary>
public sealed class Reference : PropertyValue
{
    public Reference(ItemKey target) => Target = target;

    public ItemKey Target { get; }

    public override bool Equals(PropertyValue? other) => other is Reference reference && reference.Target == Target;

    public override int GetHashCode() => Target.GetHashCode();

    public override string ToString() => $"{Target.Kind}/{Target.Id}";
}
