namespace RMF.Policy;

/// <summary>How far two positions may lie apart and still count as equal; XProtect's unit, in which an axis runs from -1 to 1.</summary>
public sealed record PtzTolerance
{
    /// <summary>Default 0.005, 0 to 1.</summary>
    public double Pan { get; init; } = 0.005;

    /// <summary>Default 0.005, 0 to 1.</summary>
    public double Tilt { get; init; } = 0.005;

    /// <summary>Default 0.01, 0 to 1.</summary>
    public double Zoom { get; init; } = 0.01;
}
