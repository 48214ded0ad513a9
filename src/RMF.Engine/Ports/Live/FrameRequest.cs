namespace RMF.Engine.Ports;

/// <summary>What stream is wanted.</summary>
/// <param name="CameraId">The camera's id at its site.</param>
/// <param name="RecorderId">Id of the recording server that has the camera now; where it listens is looked up, and again when it cannot be reached.</param>
public sealed record FrameRequest(string CameraId, string RecorderId)
{
    /// <summary>One of the camera's streams by its id; null = the one that the site gives by default.</summary>
    public string? StreamId { get; init; }

    /// <summary>How the pictures come. Default <see cref="FrameTransport.Auto"/>.</summary>
    public FrameTransport Transport { get; init; } = FrameTransport.Auto;
}
