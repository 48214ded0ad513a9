using RMF.Policy.Selection;

namespace RMF.Policy;

/// <summary>Other live settings for some tiles: all of match, role and client that are given must fit. Null values keep what <c>live</c> says.</summary>
public sealed record LiveOverride
{
    private readonly Wildcard? role;
    private readonly Wildcard? client;

    /// <summary>Which cameras. Default null: all.</summary>
    public Selector? Match { get; init; }

    /// <summary>Which users, by the name of a role of theirs, wildcards allowed. Default null: all.</summary>
    public string? Role
    {
        get => role?.Text;
        init => role = Wildcard.Of(value);
    }

    /// <summary>Which machines, by name, wildcards allowed. Default null: all.</summary>
    public string? Client
    {
        get => client?.Text;
        init => client = Wildcard.Of(value);
    }

    /// <summary>See <see cref="LivePolicy.Priority"/>.</summary>
    public PreferredSide? Priority { get; init; }

    /// <summary>See <see cref="LivePolicy.ReactionTime"/>.</summary>
    public TimeSpan? ReactionTime { get; init; }

    /// <summary>See <see cref="LivePolicy.Failback"/>.</summary>
    public FailbackOverride? Failback { get; init; }

    /// <summary>See <see cref="LivePolicy.Dwell"/>.</summary>
    public TimeSpan? Dwell { get; init; }

    /// <summary>See <see cref="LivePolicy.Overlay"/>.</summary>
    public OverlayRule? Overlay { get; init; }

    /// <summary>Whether this override is for the camera, the user's roles and the machine.</summary>
    public bool AppliesTo(SelectorSubject camera, IReadOnlyList<string> roles, string? clientName)
        => (Match is null || Match.Matches(camera)) && IsFor(roles, clientName);

    /// <summary>Whether this override is for the user's roles and the machine, whatever the camera.</summary>
    public bool IsFor(IReadOnlyList<string> roles, string? clientName)
        => (role is null || roles.Any(r => role.IsMatch(r)))
            && (client is null || (clientName is not null && client.IsMatch(clientName)));
}
