namespace RMF.Engine.Live;

/// <summary>A camera that a side cannot show.</summary>
/// <param name="Name">The camera's name.</param>
/// <param name="Reason">Why, for people.</param>
public sealed record ServeProblem(string Name, string Reason);
