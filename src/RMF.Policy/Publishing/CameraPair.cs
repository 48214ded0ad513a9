namespace RMF.Policy.Publishing;

/// <summary>One camera on both sides, and what a client without an inventory has to know of it. Immutable; equal when it says the same.</summary>
/// <param name="Primary">Its id on the primary, a GUID in lower case.</param>
/// <param name="Secondary">Its id on the secondary.</param>
public sealed record CameraPair(string Primary, string Secondary)
{
    /// <summary>Where the primary's camera is; null where the publication does not tell, because an earlier release made it.</summary>
    public PublishedPlace? PrimaryPlace { get; init; }

    /// <summary>Where the secondary's camera is.</summary>
    public PublishedPlace? SecondaryPlace { get; init; }

    /// <summary>The overrides of <c>live</c> whose selector matches the camera. Roles and machines are the client's to judge.</summary>
    public OverrideSet Overrides { get; init; } = OverrideSet.None;
}
