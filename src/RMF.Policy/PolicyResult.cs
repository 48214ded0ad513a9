namespace RMF.Policy;

/// <summary>What reading a policy came to. Immutable and thread-safe.</summary>
public sealed class PolicyResult
{
    private readonly IReadOnlyDictionary<string, PolicyPlace> places;

    internal PolicyResult(RedundancyPolicy? policy, IReadOnlyList<PolicyMessage> messages, IReadOnlyDictionary<string, PolicyPlace> places)
    {
        Policy = policy;
        Messages = messages;
        this.places = places;
    }

    /// <summary>The policy, or null when a message is an error.</summary>
    public RedundancyPolicy? Policy { get; }

    /// <summary>All errors, warnings and notices, in the order of the files; at most 101.</summary>
    public IReadOnlyList<PolicyMessage> Messages { get; }

    /// <summary>True when there is no error, and so a policy.</summary>
    public bool IsValid => Policy is not null;

    /// <summary>Where a key stands, such as <c>live.reactionTime</c> or <c>links[0].primary</c>; null for one that the files leave to its default.</summary>
    public PolicyPlace? PlaceOf(string path) => places.TryGetValue(path, out var place) ? place : null;
}
