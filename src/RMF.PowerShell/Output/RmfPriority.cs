using RMF.Policy;

namespace RMF.PowerShell;

/// <summary>The live settings of all tiles, or of those that one override is for. What an override leaves off is what counts for all.</summary>
public sealed class RmfPriority
{
    /// <summary>The policy's name.</summary>
    public string Policy { get; internal set; } = "";

    /// <summary>Whom it is for: <c>all</c>, or the override's match, role and client.</summary>
    public string For { get; internal set; } = "";

    /// <summary>True for an entry of <c>live.overrides</c>.</summary>
    public bool IsOverride { get; internal set; }

    /// <summary>The side that a tile prefers: Primary or Secondary.</summary>
    public string Priority { get; internal set; } = "";

    /// <summary>How long without a frame is lost.</summary>
    public TimeSpan ReactionTime { get; internal set; }

    /// <summary>Immediate, Validated, Delayed, Manual or Never.</summary>
    public string Failback { get; internal set; } = "";

    /// <summary>How long the preferred side must be healthy first.</summary>
    public TimeSpan ValidateFor { get; internal set; }

    /// <summary>The wait after that, for Delayed.</summary>
    public TimeSpan Delay { get; internal set; }

    /// <summary>The shortest stay after a switch.</summary>
    public TimeSpan Dwell { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => $"{For}: {Priority}";

    internal static RmfPriority Of(RmfPolicy policy, LiveOverride? change)
    {
        var live = change is null ? policy.Model.Live : policy.Model.Live.With(change);
        return new()
        {
            Policy = policy.Name,
            For = change is null ? "all" : Words(change),
            IsOverride = change is not null,
            Priority = live.Priority.ToString(),
            ReactionTime = live.ReactionTime,
            Failback = live.Failback.Policy.ToString(),
            ValidateFor = live.Failback.ValidateFor,
            Delay = live.Failback.Delay,
            Dwell = live.Dwell,
        };
    }

    private static string Words(LiveOverride change) => string.Join(", ", new[]
    {
        change.Match?.ToString(),
        change.Role is { } role ? "role: " + role : null,
        change.Client is { } client ? "client: " + client : null,
    }.Where(w => w is not null));
}
