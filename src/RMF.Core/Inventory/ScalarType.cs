namespace RMF.Core.Inventory;

/// <summary>What a scalar was on the wire. Only a normaliser may treat two types as equal.</summary>
public enum ScalarType
{
    Null,
    Boolean,
    Number,
    Text,
}
