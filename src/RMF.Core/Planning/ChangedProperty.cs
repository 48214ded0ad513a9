using RMF.Core.Inventory;

namespace RMF.Core.Planning;

/// <summary>One value that a change touches, as the target spells it.</summary>
/// <param name="Path">Where it stands, e.g. <c>stream[Video stream 1].FPS</c>.</param>
/// <param name="Before">The target's value when the plan was made; null = absent.</param>
/// <param name="After">The value to write; null = the entry goes.</param>
/// <param name="Reason">Why.</param>
public sealed record ChangedProperty(string Path, PropertyValue? Before, PropertyValue? After, ChangeReason Reason)
{
    /// <summary>What both sides agreed on last (normalised); shown for conflicts and drift. Null = nothing remembered.</summary>
    public PropertyValue? Base { get; init; }

    /// <summary>The value is a secret: only its fingerprint may be shown.</summary>
    public bool IsSensitive { get; init; }

    /// <summary>Why it cannot be written, for Unsupported and Conflict.</summary>
    public string? Detail { get; init; }
}
