namespace RMF.PowerShell;

/// <summary>What can go wrong with a simulated site: with its requests, or with its live streams.</summary>
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

    /// <summary>Live streams break, and the recording server does not listen.</summary>
    StreamKill,

    /// <summary>Live streams end in order, and new ones are refused.</summary>
    StreamRefuse,

    /// <summary>Live streams stay open and silent.</summary>
    StreamStall,

    /// <summary>Frames come later, by -Delay.</summary>
    StreamSlow,

    /// <summary>No more than -BytesPerSecond on each live stream; frames that do not fit are left out.</summary>
    StreamThrottle,

    /// <summary>Each frame comes later by a time of its own; -Jitter is the sigma.</summary>
    StreamJitter,

    /// <summary>A frame is left out.</summary>
    FrameLoss,

    /// <summary>A frame is noise.</summary>
    FrameCorrupt,

    /// <summary>Noise of no form comes in the place of a frame.</summary>
    StreamGarbage,

    /// <summary>No token is taken, neither for a new stream nor to prolong one.</summary>
    StreamToken,
}
