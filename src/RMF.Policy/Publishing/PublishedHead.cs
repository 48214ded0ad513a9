namespace RMF.Policy.Publishing;

/// <summary>What the first option of a published policy says: how to read the rest.</summary>
/// <param name="Serial">See <see cref="PublishedPolicy.Serial"/>.</param>
/// <param name="Slot">Which of the two sets of parts holds it, 0 or 1: a writer never touches the set that readers use.</param>
/// <param name="Parts">How many parts there are.</param>
/// <param name="Digest">SHA-256 of all parts together, 64 hexadecimal digits.</param>
public sealed record PublishedHead(long Serial, int Slot, int Parts, string Digest)
{
    /// <summary>The policy's name.</summary>
    public string Name { get; init; } = "";

    /// <summary>See <see cref="RedundancyPolicy.PolicyHash"/>.</summary>
    public string Hash { get; init; } = "";

    /// <summary>When it was published.</summary>
    public DateTimeOffset Published { get; init; }

    /// <summary>Who published it.</summary>
    public string By { get; init; } = "";
}
