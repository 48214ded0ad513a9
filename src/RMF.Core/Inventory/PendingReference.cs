namespace RMF.Core.Inventory;

/// <summary>A reference to an item that does not exist yet, by the plan address of the change that makes it. It is resolved when that change is confirmed.</summary>
public sealed class PendingReference : PropertyValue
{
    public PendingReference(string address) => Address = address;

    public string Address { get; }

    public override bool Equals(PropertyValue? other) => other is PendingReference pending && string.Equals(pending.Address, Address, StringComparison.Ordinal);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Address);

    public override string ToString() => $"(pending {Address})";
}
