namespace RMF.PowerShell;

/// <summary>Which side overwrites which. Only a person changes it.</summary>
public enum Direction
{
    /// <summary>The secondary follows the primary.</summary>
    Backup,

    /// <summary>The primary follows the secondary.</summary>
    Restore,
}
