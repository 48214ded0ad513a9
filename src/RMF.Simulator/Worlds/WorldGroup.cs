namespace RMF.Simulator;

/// <summary>One device group with its members (names of devices, <c>hardware name/channel</c> or <c>recorder/address#channel</c>) and its sub-groups.</summary>
public sealed record WorldGroup
{
    public required string Name { get; init; }

    public string Description { get; init; } = "";

    public IReadOnlyList<string> Members { get; init; } = [];

    public IReadOnlyList<WorldGroup> Groups { get; init; } = [];
}
