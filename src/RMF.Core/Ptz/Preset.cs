namespace RMF.Core.Ptz;

/// <summary>A PTZ preset as one side holds it. Immutable.</summary>
/// <param name="Id">Its id at the site.</param>
/// <param name="Content">Name and position.</param>
/// <param name="Number">Its place in the server's order, from 1. XProtect's presets carry no number of their own.</param>
public sealed record Preset(string Id, PresetContent Content, int Number)
{
    public string Name => Content.Name;

    /// <summary>True when it lives in the device: both sides look through one device, so RMF never writes it.</summary>
    public bool IsInDevice { get; init; }

    /// <summary>The device's own number of it; empty where it lives in the server.</summary>
    public string DeviceNumber { get; init; } = string.Empty;

    /// <summary>True for the one that the camera goes back to.</summary>
    public bool IsDefault { get; init; }
}
