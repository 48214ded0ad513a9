namespace RMF.PowerShell;

/// <summary>A device on one side, and its counterpart on the other.</summary>
public sealed class RmfHardware
{
    /// <summary>The site's name.</summary>
    public string Site { get; internal init; } = "";

    /// <summary>Primary or Secondary.</summary>
    public string Side { get; internal init; } = "";

    /// <summary>Its recording server.</summary>
    public string Recorder { get; internal init; } = "";

    /// <summary>The device's name.</summary>
    public string Hardware { get; internal init; } = "";

    /// <summary>The server's id.</summary>
    public string Id { get; internal init; } = "";

    /// <summary>Host, and port where it is not 80.</summary>
    public string Address { get; internal init; } = "";

    /// <summary>Twelve digits; empty while it is not known.</summary>
    public string Mac { get; internal init; } = "";

    /// <summary>The model that the driver reports.</summary>
    public string Model { get; internal init; } = "";

    /// <summary>Whether it is enabled.</summary>
    public bool Enabled { get; internal init; }

    /// <summary>Paired, MissingOnTarget, OrphanOnTarget, Ambiguous, Replaced; Unknown where the other side was not read in full.</summary>
    public string State { get; internal init; } = "";

    /// <summary>The counterpart: <c>recorder/name</c>; empty when there is none.</summary>
    public string PairedWith { get; internal init; } = "";

    /// <summary>The counterpart's id; empty when there is none.</summary>
    public string PairedId { get; internal init; } = "";

    /// <summary>What it was paired by.</summary>
    public string PairedBy { get; internal init; } = "";

    /// <inheritdoc/>
    public override string ToString() => Hardware;
}
