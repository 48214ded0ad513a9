namespace RMF.Engine.Ports;

/// <summary>How live pictures come.</summary>
public enum FrameTransport
{
    /// <summary>A stream from the recording server; single pictures through the management server while the recorder's port was never reached.</summary>
    Auto,

    /// <summary>A stream from the recording server alone.</summary>
    Stream,

    /// <summary>Single pictures through the management server alone, about one a second.</summary>
    Pictures,
}
