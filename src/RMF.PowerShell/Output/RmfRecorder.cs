namespace RMF.PowerShell;

/// <summary>A labelled recording server.</summary>
public sealed class RmfRecorder
{
    /// <summary>The site's name.</summary>
    public string Site { get; internal init; } = "";

    /// <summary>Primary or Secondary.</summary>
    public string Side { get; internal init; } = "";

    /// <summary>The recording server's name.</summary>
    public string Recorder { get; internal init; } = "";

    /// <summary>The server's id.</summary>
    public string Id { get; internal init; } = "";

    /// <summary>Host name and port.</summary>
    public string Host { get; internal init; } = "";

    /// <summary>Product version.</summary>
    public string Version { get; internal init; } = "";

    /// <summary>The recording servers on the other side that it is linked with.</summary>
    public IReadOnlyList<string> LinkedWith { get; internal init; } = [];

    /// <summary>Its storages; an arrow shows where a primary storage's footage belongs on the secondary.</summary>
    public IReadOnlyList<string> Storages { get; internal init; } = [];

    /// <summary>Devices on it.</summary>
    public int HardwareCount { get; internal init; }

    /// <summary>Cameras on it.</summary>
    public int CameraCount { get; internal init; }

    /// <summary>True while a failover recording server stands in for it.</summary>
    public bool IsFailedOver { get; internal init; }

    /// <inheritdoc/>
    public override string ToString() => Recorder;
}
