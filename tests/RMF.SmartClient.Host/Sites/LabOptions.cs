namespace RMF.SmartClient.Host.Sites;

/// <summary>What a scenario's sites are like.</summary>
internal sealed record LabOptions
{
    /// <summary>Frames a second of every camera.</summary>
    public double FramesPerSecond { get; init; } = 8;

    /// <summary>The policy and its pairs are in the sites before the client starts.</summary>
    public bool IsPublished { get; init; } = true;

    /// <summary>More lines for the policy, YAML; empty = none.</summary>
    public string MorePolicy { get; init; } = "";
}
