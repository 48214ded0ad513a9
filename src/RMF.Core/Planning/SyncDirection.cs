namespace RMF.Core.Planning;

/// <summary>Which side's configuration is copied. An explicit act of a person; no health check flips it.</summary>
public enum SyncDirection
{
    /// <summary>Primary to secondary.</summary>
    Backup,

    /// <summary>Secondary to primary.</summary>
    Restore,
}
