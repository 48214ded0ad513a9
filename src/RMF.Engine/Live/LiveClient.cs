namespace RMF.Engine.Live;

/// <summary>Who looks: overrides of the policy may be for some machines and some users alone.</summary>
/// <param name="Name">This machine's name.</param>
/// <param name="Roles">The user's roles, by name; empty where they are not known.</param>
public sealed record LiveClient(string? Name, IReadOnlyList<string> Roles);
