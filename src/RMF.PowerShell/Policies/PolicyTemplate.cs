namespace RMF.PowerShell;

/// <summary>A policy to begin with.</summary>
public enum PolicyTemplate
{
    /// <summary>The least that a policy says.</summary>
    Minimal,

    /// <summary>Two sites, three recorders: what the simulated harbour needs.</summary>
    Harbour,

    /// <summary>Several primary sites on one secondary site.</summary>
    ManyToOne,

    /// <summary>From the secondary back to the primary.</summary>
    Restore,

    /// <summary>Both sides within one site.</summary>
    SingleSite,
}
