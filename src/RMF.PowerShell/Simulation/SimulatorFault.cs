namespace RMF.PowerShell;

/// <summary>What can go wrong with a simulated site, by request.</summary>
public enum SimulatorFault
{
    /// <summary>An error status instead of any effect.</summary>
    ErrorStatus,

    /// <summary>All tokens end.</summary>
    ExpireTokens,

    /// <summary>The connection is reset before the request has any effect.</summary>
    ResetBeforeEffect,

    /// <summary>The connection is reset after the effect and before the answer.</summary>
    ResetAfterEffect,

    /// <summary>The answer breaks off in the middle.</summary>
    HalfAnswer,

    /// <summary>The answer stops in the middle and the connection stays open.</summary>
    Stall,

    /// <summary>A list is cut short and still looks whole.</summary>
    PartialPage,

    /// <summary>A list is answered with nothing in it.</summary>
    EmptyList,

    /// <summary>A page for people where JSON belongs.</summary>
    HtmlPage,

    /// <summary>Live streams break with a reset. A recorder that is the target does not listen.</summary>
    StreamKill,

    /// <summary>Live streams end in order and new ones are refused. A recorder that is the target does not listen.</summary>
    StreamRefuse,

    /// <summary>Live streams stay open and silent.</summary>
    StreamStall,

    /// <summary>Frames come later by the delay.</summary>
    StreamSlow,

    /// <summary>Each stream has so many bytes a second and no more.</summary>
    StreamThrottle,

    /// <summary>Each frame comes later by a time of its own.</summary>
    StreamJitter,

    /// <summary>Frames are left out.</summary>
    FrameLoss,

    /// <summary>The bytes of frames are noise.</summary>
    FrameCorrupt,

    /// <summary>Noise of no form comes in place of frames.</summary>
    StreamGarbage,

    /// <summary>No token is taken for live streams.</summary>
    StreamToken,
}
