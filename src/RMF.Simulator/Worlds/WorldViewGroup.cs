namespace RMF.Simulator;

/// <summary>One shared view group with its views and the groups below it.</summary>
public sealed record WorldViewGroup
{
    public required string Name { get; init; }

    public string Description { get; init; } = "";

    public IReadOnlyList<WorldView> Views { get; init; } = [];

    public IReadOnlyList<WorldViewGroup> Groups { get; init; } = [];
}
