namespace RMF.Core.Pairing;

/// <summary>Why RMF may delete or prune an item. What it neither created nor adopted is never removed.</summary>
public enum Ownership
{
    None,
    Created,
    Adopted,
}
