namespace RMF.Simulator;

/// <summary>One recording server.</summary>
public sealed record WorldRecorder
{
    public required string Name { get; init; }

    /// <summary>Default: the name in lower case, below <c>sim.example</c>.</summary>
    public string? HostName { get; init; }

    public string Description { get; init; } = "";

    public string TimeZone { get; init; } = "Romance Standard Time";

    public bool Enabled { get; init; } = true;

    /// <summary>Empty: one storage named "Local default".</summary>
    public IReadOnlyList<WorldStorage> Storages { get; init; } = [];

    public IReadOnlyList<WorldHardware> Hardware { get; init; } = [];
}
