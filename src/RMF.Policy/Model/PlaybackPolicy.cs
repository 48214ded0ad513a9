namespace RMF.Policy;

/// <summary>How recorded video chooses between the two sides.</summary>
public sealed record PlaybackPolicy
{
    /// <summary>The side that plays where both have footage. Default primary.</summary>
    public PreferredSide Priority { get; init; } = PreferredSide.Primary;

    /// <summary>Play the other side where the preferred side has a gap. Default true.</summary>
    public bool SkipGaps { get; init; } = true;
}
