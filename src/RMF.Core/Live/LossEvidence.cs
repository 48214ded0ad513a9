namespace RMF.Core.Live;

/// <summary>How the end of a stream became known. Each of them counts at once.</summary>
public enum LossEvidence
{
    /// <summary>The connection broke.</summary>
    ConnectionLost,

    /// <summary>The server ended the stream.</summary>
    StreamEnded,

    /// <summary>The server did not take the connection, or refused the stream.</summary>
    Refused,

    /// <summary>The site says that the recording server or the camera is gone.</summary>
    Reported,
}
