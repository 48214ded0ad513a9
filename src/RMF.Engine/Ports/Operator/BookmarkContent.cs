namespace RMF.Engine.Ports;

/// <summary>What a bookmark says.</summary>
/// <param name="Reference">Told to people and shared by both sides; RMF makes it.</param>
/// <param name="Begin">UTC.</param>
/// <param name="Trigger">What it is about, UTC; within begin and end.</param>
/// <param name="End">UTC; not before begin.</param>
public sealed record BookmarkContent(string Reference, DateTimeOffset Begin, DateTimeOffset Trigger, DateTimeOffset End)
{
    public string Header { get; init; } = string.Empty;

    public string Description { get; init; } = string.Empty;
}
