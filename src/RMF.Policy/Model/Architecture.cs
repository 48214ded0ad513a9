namespace RMF.Policy;

/// <summary>How the two sides are laid out over XProtect management servers.</summary>
public enum Architecture
{
    /// <summary>One management server; its recorders are labelled primary or secondary.</summary>
    SingleSite,

    /// <summary>A parent site and its children (Milestone Federated Architecture). The default.</summary>
    Federated,

    /// <summary>Sites that know nothing of each other: separate log-ins, no Smart Client switching.</summary>
    Independent,
}
