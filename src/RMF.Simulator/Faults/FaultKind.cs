namespace RMF.Simulator;

/// <summary>What a <see cref="Fault"/> does.</summary>
public enum FaultKind
{
    /// <summary>The answer comes later, by delay and up to jitter more.</summary>
    Latency,

    /// <summary>An error status instead of any effect: 500, 502, 503 or 504, as JSON or as the web server's page.</summary>
    ErrorStatus,

    /// <summary>All tokens end, so that this request and those after it answer 401 until the client logs in again.</summary>
    ExpireTokens,

    /// <summary>The connection is reset before the request has any effect.</summary>
    ResetBeforeEffect,

    /// <summary>The request has its effect; the connection is reset before the answer.</summary>
    ResetAfterEffect,

    /// <summary>The request has its effect; the answer breaks off in the middle.</summary>
    HalfAnswer,

    /// <summary>The request has its effect; the answer stops in the middle and the connection stays open.</summary>
    Stall,

    /// <summary>A list is cut short and still looks whole.</summary>
    PartialPage,

    /// <summary>A list is answered with 200 and nothing in it.</summary>
    EmptyList,

    /// <summary>200 with a page for people where JSON belongs.</summary>
    HtmlPage,

    /// <summary>A list costs time per object in it, as on a large real site.</summary>
    SlowBulkRead,

    /// <summary>Standing: the site's clock is wrong by <see cref="Fault.Delay"/>, which may be negative.</summary>
    ClockSkew,

    /// <summary>Standing: the recorder named in <see cref="Fault.Target"/> is away.</summary>
    RecorderOffline,

    /// <summary>Standing: the recorders do not reach the device at the address in <see cref="Fault.Target"/>.</summary>
    CameraUnreachable,

    /// <summary>Standing: live streams of the target break with a reset, and so do new ones. A recorder that is the target does not listen.</summary>
    StreamKill,

    /// <summary>Standing: live streams of the target end in order, and new ones are refused. A recorder that is the target does not listen.</summary>
    StreamRefuse,

    /// <summary>Standing: live streams of the target stay open and silent. A recorder that is the target does not answer at all.</summary>
    StreamStall,

    /// <summary>Standing: frames of the target come later by <see cref="Fault.Delay"/>.</summary>
    StreamSlow,

    /// <summary>Standing: no more than <see cref="Fault.BytesPerSecond"/> on each stream of the target; frames that do not fit are left out.</summary>
    StreamThrottle,

    /// <summary>Standing: each frame of the target comes later by a time of its own, half of a normal distribution whose sigma is <see cref="Fault.Jitter"/>. The order stays.</summary>
    StreamJitter,

    /// <summary>A frame of the target is left out.</summary>
    FrameLoss,

    /// <summary>The bytes of a frame of the target are noise; its head is right.</summary>
    FrameCorrupt,

    /// <summary>Noise of no form comes where a frame of the target should.</summary>
    StreamGarbage,

    /// <summary>Standing: the target takes no token, neither for a new stream nor to prolong one.</summary>
    StreamToken,
}
