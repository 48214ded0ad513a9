namespace RMF.Engine.Runs.Streams;

/// <summary>One stream that a camera's device offers, and what the site uses it for.</summary>
/// <param name="Device">The driver's name for it, e.g. <c>Video stream 1</c>: the same on both sides.</param>
/// <param name="Name">The name that people gave it on this site; empty while it is not in use.</param>
public sealed record StreamRow(string Device, string Name)
{
    /// <summary>False: the device offers it and the site does not use it.</summary>
    public bool IsUsed { get; init; }

    public bool IsLiveDefault { get; init; }

    public bool IsPlaybackDefault { get; init; }

    /// <summary>Where it is recorded to.</summary>
    public StreamTrack Track { get; init; }

    /// <summary>XProtect's word for when it is fetched live: Always, Never, WhenNeeded.</summary>
    public string LiveMode { get; init; } = string.Empty;

    /// <summary>As the device's settings say; empty where they do not.</summary>
    public string Codec { get; init; } = string.Empty;

    public string Resolution { get; init; } = string.Empty;

    /// <summary>Frames per second; empty where the settings do not say.</summary>
    public string FramesPerSecond { get; init; } = string.Empty;

    /// <summary>True when a person means this stream by that name. Any letter case.</summary>
    public bool IsCalled(string name) => string.Equals(Device, name, StringComparison.OrdinalIgnoreCase) || (Name.Length > 0 && string.Equals(Name, name, StringComparison.OrdinalIgnoreCase));
}
