namespace RMF.Core.Planning.Guards;

/// <summary>What a site tells of the evidence locks on some of its devices. That it has none is only what it said itself.</summary>
/// <param name="Known">The locks that it told.</param>
/// <param name="WhyUnknown">Why there may be more than these, in a few words for people; null when it told them all.</param>
public sealed record EvidenceLocks(IReadOnlyList<EvidenceLock> Known, string? WhyUnknown)
{
    /// <summary>The site said that no lock holds recordings of these devices, or is of a product without evidence locks.</summary>
    public static EvidenceLocks None { get; } = new([], null);

    /// <summary>The site told nothing.</summary>
    /// <param name="why">Why not, in a few words for people.</param>
    public static EvidenceLocks NotKnown(string why) => new([], why);
}
