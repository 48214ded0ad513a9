namespace RMF.SmartClient.Host.Sites;

/// <summary>What a scenario's sites are like.</summary>
internal sealed record LabOptions
{
    /// <summary>Frames a second of every camera.</summary>
    public double FramesPerSecond { get; init; } = 8;

    /// <summary>The policy and its pairs are in the sites before the client starts.</summary>
    public bool IsPublished { get; init; } = true;

    /// <summary>The sites are where those of the scenario before were, as sites of a client that keeps a copy of the policy are. False: they have moved.</summary>
    public bool KeepsAddresses { get; init; } = true;

    /// <summary>More lines for the policy, YAML; empty = none.</summary>
    public string MorePolicy { get; init; } = "";
}
