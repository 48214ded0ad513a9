namespace RMF.Simulator;

/// <summary>One PTZ preset. Pan and tilt run from -1 to 1, zoom from 0 to 1.</summary>
public sealed record WorldPreset
{
    public required string Name { get; init; }

    public string Description { get; init; } = "";

    public double Pan { get; init; }

    public double Tilt { get; init; }

    public double Zoom { get; init; }

    public bool Default { get; init; }

    /// <summary>True when the position lives in the camera and XProtect only knows its name.</summary>
    public bool InDevice { get; init; }
}
