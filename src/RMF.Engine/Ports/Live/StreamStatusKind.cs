namespace RMF.Engine.Ports;

/// <summary>Steps of a stream's life.</summary>
public enum StreamStatusKind
{
    /// <summary>An attempt to connect begins.</summary>
    Connecting,

    /// <summary>The server has accepted the stream; pictures are awaited.</summary>
    Connected,

    /// <summary>The next attempt comes after a pause.</summary>
    Waiting,

    /// <summary>The server took a new token without a break in the stream.</summary>
    TokenRenewed,

    /// <summary>Pictures come one by one through the management server, because the recorder's port was never reached.</summary>
    FellBack,

    /// <summary>One picture was damaged and left out.</summary>
    FrameDropped,

    /// <summary>The server says that the camera delivers.</summary>
    CameraDelivers,
}
