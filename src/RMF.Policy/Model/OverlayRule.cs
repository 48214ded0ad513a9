namespace RMF.Policy;

/// <summary>When a tile says which side it shows.</summary>
public enum OverlayRule
{
    /// <summary>All the time.</summary>
    Always,

    /// <summary>While the side that is not preferred is shown. The default.</summary>
    OnFailover,

    /// <summary>At no time.</summary>
    Never,
}
