namespace RMF.Policy.Yaml;

/// <summary>A list.</summary>
internal sealed class SequenceNode : PolicyNode
{
    public required IReadOnlyList<NodeSlot> Items { get; init; }

    public override string Noun => "a list";
}
