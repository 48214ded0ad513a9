namespace RMF.Policy;

/// <summary>How going home is held back when a source comes and goes. Leaving a dead picture is never held back.</summary>
public sealed record FlappingPolicy
{
    /// <summary>The time over which failovers are counted. Default 60 s, 1 s to 1 h.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How many failovers in the window are flapping. Default 3, 1 to 100.</summary>
    public int Limit { get; init; } = 3;

    /// <summary>The longest hold. Default 5 min, 1 s to 1 d.</summary>
    public TimeSpan HoldMax { get; init; } = TimeSpan.FromMinutes(5);
}
