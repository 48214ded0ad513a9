namespace RMF.Policy;

/// <summary>How a tile goes back to its preferred side.</summary>
public sealed record FailbackPolicy
{
    /// <summary>When it goes back. Default <see cref="FailbackRule.Validated"/>.</summary>
    public FailbackRule Policy { get; init; } = FailbackRule.Validated;

    /// <summary>How long the preferred side must be healthy first. Default 10 s, 0 s to 10 min, at least twice the reaction time.</summary>
    public TimeSpan ValidateFor { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The wait after that, for <see cref="FailbackRule.Delayed"/>. Default 0 s, up to 1 d.</summary>
    public TimeSpan Delay { get; init; }
}
