namespace RMF.Simulator;

/// <summary>One patrolling profile: the presets that a camera visits, in order.</summary>
public sealed record WorldPatrolling
{
    public required string Name { get; init; }

    public string Description { get; init; } = "";

    /// <summary>Names of the camera's presets, and how long it stays at each.</summary>
    public IReadOnlyList<(string Preset, double WaitSeconds)> Stops { get; init; } = [];
}
