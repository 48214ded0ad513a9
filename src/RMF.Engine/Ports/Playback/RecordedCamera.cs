namespace RMF.Engine.Ports;

/// <summary>A camera and the recording server that holds its recordings.</summary>
/// <param name="CameraId">The camera's id at its site.</param>
/// <param name="RecorderId">Id of its recording server; where it listens is looked up, and again when it cannot be reached.</param>
public readonly record struct RecordedCamera(string CameraId, string RecorderId);
