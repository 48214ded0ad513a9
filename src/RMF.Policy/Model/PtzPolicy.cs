namespace RMF.Policy;

/// <summary>How PTZ presets of a pair are compared and brought together.</summary>
public sealed record PtzPolicy
{
    /// <summary>What happens when they differ. Default <see cref="PtzMismatchRule.Ask"/>.</summary>
    public PtzMismatchRule OnMismatch { get; init; } = PtzMismatchRule.Ask;

    /// <summary>How far positions may lie apart.</summary>
    public PtzTolerance Tolerance { get; init; } = new();
}
