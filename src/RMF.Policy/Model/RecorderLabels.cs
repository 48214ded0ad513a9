namespace RMF.Policy;

/// <summary>Which recording servers take part. One that is not named here is out of scope: never shown, compared or written.</summary>
public sealed record RecorderLabels
{
    /// <summary>The primaries; at least one.</summary>
    public IReadOnlyList<RecorderName> Primary { get; init; } = [];

    /// <summary>The secondaries; at least one.</summary>
    public IReadOnlyList<RecorderName> Secondary { get; init; } = [];
}
