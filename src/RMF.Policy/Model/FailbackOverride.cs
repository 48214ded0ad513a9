namespace RMF.Policy;

/// <summary>The parts of <see cref="FailbackPolicy"/> that an override changes; null keeps what <c>live.failback</c> says.</summary>
public sealed record FailbackOverride
{
    /// <summary>See <see cref="FailbackPolicy.Policy"/>.</summary>
    public FailbackRule? Policy { get; init; }

    /// <summary>See <see cref="FailbackPolicy.ValidateFor"/>.</summary>
    public TimeSpan? ValidateFor { get; init; }

    /// <summary>See <see cref="FailbackPolicy.Delay"/>.</summary>
    public TimeSpan? Delay { get; init; }
}
