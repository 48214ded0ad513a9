using RMF.Engine.Runs;

namespace RMF.Engine.Operator;

/// <summary>What became of actions.</summary>
/// <param name="Outcomes">One for each action, in their order.</param>
public sealed record BothSidesResult(IReadOnlyList<SideOutcome> Outcomes)
{
    /// <summary>Why what a side lacks could not be written down; null when it was.</summary>
    public RunFailure? NotRemembered { get; init; }

    /// <summary>Why the actions could not be logged; null when they were.</summary>
    public string? NotLogged { get; init; }
}
