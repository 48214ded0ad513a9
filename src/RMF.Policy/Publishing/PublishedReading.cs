namespace RMF.Policy.Publishing;

/// <summary>What one place holds: a policy, a reason why it cannot be used, or nothing.</summary>
/// <param name="Source">For people: the site's name, or <c>local copy</c>.</param>
/// <param name="Policy">The policy, when it is whole and valid.</param>
/// <param name="Problem">Why there is none; null where nothing was ever published there.</param>
public sealed record PublishedReading(string Source, PublishedPolicy? Policy, string? Problem)
{
    /// <summary>True when the place could not be asked at all.</summary>
    public bool IsUnreachable { get; init; }
}
