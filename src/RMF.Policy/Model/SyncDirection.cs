namespace RMF.Policy;

/// <summary>Which side overwrites which. Only a person changes it; no health check does.</summary>
public enum SyncDirection
{
    /// <summary>The primary is the truth and the secondary follows. The default.</summary>
    Backup,

    /// <summary>The secondary is the truth and the primary follows.</summary>
    Restore,
}
