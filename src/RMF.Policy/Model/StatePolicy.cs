namespace RMF.Policy;

/// <summary>Where what is remembered between runs is kept.</summary>
public sealed record StatePolicy
{
    /// <summary>The state file; relative to the policy file's folder. Default null: see <see cref="RedundancyPolicy.StatePath"/>.</summary>
    public string? Path { get; init; }
}
