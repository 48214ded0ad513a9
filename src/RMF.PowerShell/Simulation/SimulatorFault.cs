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
}
