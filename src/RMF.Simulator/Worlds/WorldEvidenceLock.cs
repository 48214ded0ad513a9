namespace RMF.Simulator;

/// <summary>A mark of a world that keeps recordings from being deleted.</summary>
public sealed record WorldEvidenceLock
{
    /// <summary>What it is called.</summary>
    public required string Name { get; init; }

    /// <summary>Whose recordings it holds: names as in a camera group.</summary>
    public required IReadOnlyList<string> Cameras { get; init; }

    /// <summary>The time whose recordings it holds.</summary>
    public required WorldStretch Time { get; init; }
}
