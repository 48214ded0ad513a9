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
}
