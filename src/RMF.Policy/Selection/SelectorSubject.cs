namespace RMF.Policy;

/// <summary>What a <see cref="Selector"/> is asked about: a camera or other device, as plain text.</summary>
public sealed record SelectorSubject
{
    /// <summary>The item's name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The device groups that hold it, each as a path such as <c>/Perimeter/East</c>.</summary>
    public IReadOnlyList<string> GroupPaths { get; init; } = [];

    /// <summary>Its recorder: <c>REC</c> or <c>site/REC</c>; null when unknown.</summary>
    public string? Recorder { get; init; }

    /// <summary>The hardware's IP address or host name, without a port; null when unknown. A host name matches no range.</summary>
    public string? Address { get; init; }

    /// <summary>The hardware's model; null when unknown.</summary>
    public string? Model { get; init; }

    /// <summary>Its tags.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];
}
