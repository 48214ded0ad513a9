namespace RMF.Policy;

/// <summary>Which life-cycle operations a run may do; what they mean depends on direction and mode.</summary>
public sealed record LifecyclePolicy
{
    /// <summary>Add cameras that the target lacks. Default true.</summary>
    public bool Add { get; init; } = true;

    /// <summary>Follow a camera that was replaced by another device. Default false.</summary>
    public bool Replace { get; init; }

    /// <summary>Follow a camera that moved to another recorder. Default false.</summary>
    public bool Move { get; init; }

    /// <summary>Delete what the source no longer has. Default false.</summary>
    public bool Delete { get; init; }
}
