namespace RMF.Engine.Live;

/// <summary>Whether a camera can be shown from one side.</summary>
/// <param name="Name">The camera's name, for people.</param>
/// <param name="Source">Where its pictures would come from; null when that is known not to be.</param>
/// <param name="Problem">Why it cannot be shown; null when only trying tells.</param>
public sealed record ServeQuestion(string Name, TileSource? Source, string? Problem);
