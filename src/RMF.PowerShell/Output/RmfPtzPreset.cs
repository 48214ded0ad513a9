namespace RMF.PowerShell;

/// <summary>A PTZ preset of a camera on one side.</summary>
public sealed class RmfPtzPreset
{
    /// <summary>The camera, by the name that both sides go by.</summary>
    public string Camera { get; internal init; } = "";

    /// <summary>The preset's name.</summary>
    public string Name { get; internal init; } = "";

    /// <summary>Its place in the server's order, from 1.</summary>
    public int Number { get; internal init; }

    /// <summary>Primary or Secondary.</summary>
    public string Side { get; internal init; } = "";

    /// <summary>The side's site.</summary>
    public string Site { get; internal init; } = "";

    /// <summary>-1 to 1; null where the server does not tell.</summary>
    public double? Pan { get; internal init; }

    /// <summary>-1 to 1; null where the server does not tell.</summary>
    public double? Tilt { get; internal init; }

    /// <summary>0 to 1; null where the server does not tell.</summary>
    public double? Zoom { get; internal init; }

    /// <summary>For people.</summary>
    public string? Description { get; internal init; }

    /// <summary>True for the one that the camera goes back to.</summary>
    public bool Default { get; internal init; }

    /// <summary>True when it lives in the device: RMF leaves it alone.</summary>
    public bool InDevice { get; internal init; }

    /// <summary>Its id at the site.</summary>
    public string PresetId { get; internal init; } = "";

    /// <inheritdoc/>
    public override string ToString() => $"{Camera}: {Name}";
}
