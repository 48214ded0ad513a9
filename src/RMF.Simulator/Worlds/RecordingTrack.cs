namespace RMF.Simulator;

/// <summary>Where a stream is recorded.</summary>
public enum RecordingTrack
{
    None,
    Primary,
    Secondary,
}
