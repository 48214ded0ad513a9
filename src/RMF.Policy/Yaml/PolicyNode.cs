namespace RMF.Policy.Yaml;

/// <summary>A node of the file with its place. Start and end are offsets into the text; the end of a block collection is that of its last content.</summary>
internal abstract class PolicyNode
{
    public required string File { get; init; }

    public required int Line { get; init; }

    public required int Column { get; init; }

    public required int Start { get; init; }

    public required int End { get; init; }

    /// <summary>Nodes below and with this one, an alias counted as what it stands for.</summary>
    public required long Size { get; init; }

    /// <summary>What the node is, for a message: "a list".</summary>
    public abstract string Noun { get; }

    public string Place => FormattableString.Invariant($"{File}:{Line}:{Column}");
}
