namespace RMF.Simulator;

/// <summary>One role with its members and what it may do with all devices and view groups of the site.</summary>
public sealed record WorldRole
{
    public required string Name { get; init; }

    public string Description { get; init; } = "";

    /// <summary>True for the role that may do everything.</summary>
    public bool IsAdministrators { get; init; }

    public IReadOnlyList<WorldUser> Users { get; init; } = [];

    /// <summary>Permissions that it has on each camera, e.g. <c>VIEW_LIVE</c>.</summary>
    public IReadOnlyList<string> Cameras { get; init; } = [];

    /// <summary>Permissions on each object of another resource: <c>microphones</c>, <c>speakers</c>, <c>metadata</c>, <c>inputEvents</c>, <c>outputs</c>, <c>viewGroups</c>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Others { get; init; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
}
