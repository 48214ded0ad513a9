using RMF.Engine.Ports;

namespace RMF.Engine.Operator;

/// <summary>A camera on one side.</summary>
/// <param name="Site">Its site.</param>
/// <param name="Id">Its id there.</param>
public sealed record SideCamera(string Site, string Id)
{
    /// <summary>Its recording server's id; null while the side could not be read.</summary>
    public string? RecorderId { get; init; }

    /// <summary>After how long the server ends a manual recording by itself; null = never, or not known.</summary>
    public TimeSpan? RecordingTimeout { get; init; }

    /// <summary>Null while the recording server is not known.</summary>
    public RecordedCamera? Recorded => RecorderId is { } recorder ? new RecordedCamera(Id, recorder) : null;
}
