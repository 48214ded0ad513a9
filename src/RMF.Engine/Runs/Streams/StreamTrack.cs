namespace RMF.Engine.Runs.Streams;

/// <summary>Where a stream is recorded to: a camera has two tracks, each with at most one stream.</summary>
public enum StreamTrack
{
    None,

    /// <summary>XProtect's primary recording. Nothing to do with the primary side.</summary>
    Primary,

    /// <summary>XProtect's secondary recording.</summary>
    Secondary,
}
