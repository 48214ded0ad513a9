namespace RMF.Policy;

/// <summary>What happens when the PTZ presets of a pair differ.</summary>
public enum PtzMismatchRule
{
    /// <summary>A person chooses. The default.</summary>
    Ask,

    /// <summary>The primary's presets are written to the secondary.</summary>
    PrimaryWins,

    /// <summary>The secondary's presets are written to the primary.</summary>
    SecondaryWins,
}
