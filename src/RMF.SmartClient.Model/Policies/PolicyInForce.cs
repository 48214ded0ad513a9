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
}
