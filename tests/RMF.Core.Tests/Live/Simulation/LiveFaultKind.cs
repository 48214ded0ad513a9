namespace RMF.Core.Tests.Live.Simulation;

internal enum LiveFaultKind
{
    /// <summary>Connections break, and are refused until the end.</summary>
    Killed,

    /// <summary>Connections stand, and nothing comes.</summary>
    Stalled,

    /// <summary>One frame in five comes, late.</summary>
    Slow,

    /// <summary>Frames come up to 300 ms late, in order, and one in a hundred not at all.</summary>
    Jitter,

    /// <summary>On and off: silent.</summary>
    FlapSilent,

    /// <summary>On and off: the connection breaks each time.</summary>
    FlapCut,

    /// <summary>Half of the recording server's streams stall: the server says that all is well.</summary>
    GreyFailure,

    /// <summary>Both sides are silent: the host's network is gone.</summary>
    Blackout,

    /// <summary>The host itself stands still, and finds what came in the meantime afterwards.</summary>
    HostSleeps,
}
