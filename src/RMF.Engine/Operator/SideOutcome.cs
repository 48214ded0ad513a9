using RMF.Engine.Ports;

namespace RMF.Engine.Operator;

/// <summary>What became of an action on one side.</summary>
/// <param name="Action">What was asked for.</param>
/// <param name="Status">What is known.</param>
/// <param name="Error">Why it is not done; null when it is.</param>
public sealed record SideOutcome(SideAction Action, SideStatus Status, SiteError? Error = null)
{
    public bool IsDone => Status is SideStatus.Done or SideStatus.Unchanged;

    /// <summary>True when the other side did it, so that a record is kept until this side has it too.</summary>
    public bool IsRemembered { get; init; }
}
