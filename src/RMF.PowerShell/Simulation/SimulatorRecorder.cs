namespace RMF.PowerShell;

/// <summary>A recording server of a simulated site.</summary>
public sealed class SimulatorRecorder
{
    /// <summary>Its name.</summary>
    public string Recorder { get; internal init; } = "";

    /// <summary>Its id.</summary>
    public string Id { get; internal init; } = "";

    /// <summary>The port where it answers.</summary>
    public int Port { get; internal init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Recorder}:{Port}";
}
