namespace RMF.Policy;

/// <summary>The side that is shown while both can serve.</summary>
public enum PreferredSide
{
    /// <summary>The primary. The default.</summary>
    Primary,

    /// <summary>The secondary.</summary>
    Secondary,
}
