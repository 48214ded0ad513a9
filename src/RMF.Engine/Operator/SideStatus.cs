namespace RMF.Engine.Operator;

/// <summary>What became of an action on one side.</summary>
public enum SideStatus
{
    /// <summary>It was done, or was found done after its answer was lost.</summary>
    Done,

    /// <summary>It was so already; nothing was written.</summary>
    Unchanged,

    /// <summary>The side refused it, or holds something else afterwards.</summary>
    Failed,

    /// <summary>The side does not answer. Nothing was sent, or nothing came back and it could not be looked at.</summary>
    Unreachable,

    /// <summary>The side has no such camera.</summary>
    Absent,
}
