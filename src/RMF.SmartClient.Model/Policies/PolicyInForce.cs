using RMF.Policy;
using RMF.Policy.Publishing;
using RMF.SmartClient.Model.Pairs;

namespace RMF.SmartClient.Model.Policies;

/// <summary>The policy that the client goes by. Immutable.</summary>
public sealed record PolicyInForce
{
    /// <summary>As it was published.</summary>
    public required PublishedPolicy Published { get; init; }

    /// <summary>Its content.</summary>
    public required RedundancyPolicy Policy { get; init; }

    /// <summary>Its pairs.</summary>
    public required PairMap Pairs { get; init; }

    /// <summary>Where it was read: a site's name, or <see cref="PublishedCopy.Source"/>.</summary>
    public required string Source { get; init; }

    /// <summary>When the client took it over, UTC.</summary>
    public required DateTimeOffset TakenAt { get; init; }

    /// <summary>What a reading says; null where it holds no policy.</summary>
    internal static PolicyInForce? Of(PublishedReading reading, DateTimeOffset now)
        => reading.Policy is { } published && PolicyReader.Parse(published.Text, published.Name).Policy is { } policy
            ? new PolicyInForce { Published = published, Policy = policy, Pairs = new PairMap(policy.Live, published.Pairs), Source = reading.Source, TakenAt = now }
            : null;
}
