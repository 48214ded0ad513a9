namespace RMF.Engine.Runs.Streams;

/// <summary>Which stream a camera is to be shown, recorded and played by, each by its name on the device or on the site. Null = as it is.</summary>
public sealed record StreamChoice
{
    /// <summary>Shown live where nobody asks for another one.</summary>
    public string? Live { get; init; }

    /// <summary>Recorded to XProtect's primary track.</summary>
    public string? Record { get; init; }

    /// <summary>Recorded to XProtect's secondary track; empty text = none.</summary>
    public string? RecordSecondary { get; init; }

    /// <summary>Played where nobody asks for another one.</summary>
    public string? Playback { get; init; }
}
