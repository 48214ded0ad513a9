namespace RMF.Policy;

/// <summary>Which side of the redundancy a site belongs to.</summary>
public enum SiteSide
{
    /// <summary>The site's recorders are primaries.</summary>
    Primary,

    /// <summary>The site's recorders are secondaries.</summary>
    Secondary,

    /// <summary>The site holds both; only in <see cref="Architecture.SingleSite"/>.</summary>
    Both,
}
