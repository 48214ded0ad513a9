namespace RMF.Policy.Publishing;

/// <summary>A policy as it is kept in a site, for programs that have no file. It holds no secret: a policy has none. Immutable.</summary>
public sealed record PublishedPolicy
{
    /// <summary>Counts up over both sides, from 1; the newest counts.</summary>
    public required long Serial { get; init; }

    /// <summary>The policy, as <see cref="PolicyWriter"/> writes it: comments stay with its owner.</summary>
    public required string Text { get; init; }

    /// <summary>See <see cref="RedundancyPolicy.PolicyHash"/>.</summary>
    public required string Hash { get; init; }

    /// <summary>The policy's name.</summary>
    public required string Name { get; init; }

    /// <summary>When it was published, in the time of the machine that did.</summary>
    public required DateTimeOffset Published { get; init; }

    /// <summary>The account that published it.</summary>
    public string By { get; init; } = "";

    /// <summary>The cameras of both sides that belong together.</summary>
    public IReadOnlyList<CameraPair> Pairs { get; init; } = [];

    /// <summary>True when the other says the same of policy and pairs, whatever the serial.</summary>
    public bool SaysTheSame(PublishedPolicy other)
        => string.Equals(Hash, other.Hash, StringComparison.Ordinal) && string.Equals(Name, other.Name, StringComparison.Ordinal)
            && Pairs.Count == other.Pairs.Count && new HashSet<CameraPair>(Pairs).SetEquals(other.Pairs);
}
