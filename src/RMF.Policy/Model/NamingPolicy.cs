namespace RMF.Policy;

/// <summary>How the two sides' names belong together.</summary>
public sealed record NamingPolicy
{
    /// <summary>Makes the secondary's names. Default <c>{name}</c>; a single site needs one that differs.</summary>
    public NamingPattern Secondary { get; init; } = NamingPattern.Identity;
}
