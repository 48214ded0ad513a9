using RMF.Core.Pairing;

namespace RMF.Engine.State;

/// <summary>
/// What RMF remembers between runs, format 1. Losing it is safe: pairs are found again, bases are empty, and nothing is deleted in the next run.
/// </summary>
public sealed record StateDocument
{
    public const int CurrentFormat = 1;

    /// <summary>Tells one history from another; made once. A plan made under another lineage is refused.</summary>
    public required Guid Lineage { get; init; }

    /// <summary>Counts up by one with each save.</summary>
    public long Serial { get; init; }

    /// <summary>32 random bytes for the keyed fingerprints that stand in place of secrets. Not a secret of any site.</summary>
    public required byte[] FingerprintKey { get; init; }

    /// <summary>The direction of the last applied run, by name; empty before the first.</summary>
    public string LastDirection { get; init; } = string.Empty;

    public IReadOnlyList<RememberedPair> Pairs { get; init; } = [];

    public IReadOnlyList<Tombstone> Tombstones { get; init; } = [];
}
