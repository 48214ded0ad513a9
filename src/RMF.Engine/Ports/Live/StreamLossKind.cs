namespace RMF.Engine.Ports;

/// <summary>Why a stream gives no pictures.</summary>
public enum StreamLossKind
{
    /// <summary>The connection broke, or what came over it was no picture.</summary>
    ConnectionLost,

    /// <summary>The server closed the stream in order.</summary>
    StreamEnded,

    /// <summary>The recorder cannot be reached: nothing listens, no route, no answer to the attempt to connect.</summary>
    Unreachable,

    /// <summary>The recorder answered and refused: token, permission, unknown camera.</summary>
    Refused,

    /// <summary>The recorder is there and says that it has lost the camera. The connection stays open; a frame ends it.</summary>
    CameraLost,
}
