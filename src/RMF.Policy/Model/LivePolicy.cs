namespace RMF.Policy;

/// <summary>How a view tile chooses between the two sides' live pictures.</summary>
public sealed record LivePolicy
{
    /// <summary>The side that a tile prefers. Default primary.</summary>
    public PreferredSide Priority { get; init; } = PreferredSide.Primary;

    /// <summary>How long without a frame is lost. Default 1 s, 100 ms to 30 s.</summary>
    public TimeSpan ReactionTime { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The way back.</summary>
    public FailbackPolicy Failback { get; init; } = new();

    /// <summary>The shortest stay after a switch. Default 5 s, 0 s to 10 min, at most <see cref="FailbackPolicy.ValidateFor"/>.</summary>
    public TimeSpan Dwell { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Protection against a source that comes and goes.</summary>
    public FlappingPolicy Flapping { get; init; } = new();

    /// <summary>When a tile says which side it shows. Default <see cref="OverlayRule.OnFailover"/>.</summary>
    public OverlayRule Overlay { get; init; } = OverlayRule.OnFailover;

    /// <summary>Other settings for some tiles; the first that fits counts. Default none.</summary>
    public IReadOnlyList<LiveOverride> Overrides { get; init; } = [];

    /// <summary>The settings of one tile: these, with the first override that fits. The result has no overrides.</summary>
    public LivePolicy For(SelectorSubject camera, IReadOnlyList<string> roles, string? clientName)
    {
        foreach (var candidate in Overrides)
        {
            if (candidate.AppliesTo(camera, roles, clientName))
            {
                return With(candidate);
            }
        }

        return this with { Overrides = [] };
    }

    /// <summary>The same for a camera of which is known which overrides match it, as a publication tells.</summary>
    /// <param name="matching">Places of <see cref="Overrides"/> whose <see cref="LiveOverride.Match"/> fits, in ascending order.</param>
    /// <param name="roles">The user's roles.</param>
    /// <param name="clientName">The machine.</param>
    public LivePolicy For(IEnumerable<int> matching, IReadOnlyList<string> roles, string? clientName)
    {
        foreach (var place in matching)
        {
            if (place >= 0 && place < Overrides.Count && Overrides[place].IsFor(roles, clientName))
            {
                return With(Overrides[place]);
            }
        }

        return this with { Overrides = [] };
    }

    /// <summary>The settings of tiles that one override is for, whichever that is. The result has no overrides.</summary>
    public LivePolicy With(LiveOverride change) => this with
    {
        Priority = change.Priority ?? Priority,
        ReactionTime = change.ReactionTime ?? ReactionTime,
        Failback = new FailbackPolicy
        {
            Policy = change.Failback?.Policy ?? Failback.Policy,
            ValidateFor = change.Failback?.ValidateFor ?? Failback.ValidateFor,
            Delay = change.Failback?.Delay ?? Failback.Delay,
        },
        Dwell = change.Dwell ?? Dwell,
        Overlay = change.Overlay ?? Overlay,
        Overrides = [],
    };
}
