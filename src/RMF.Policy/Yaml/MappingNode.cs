namespace RMF.Policy.Yaml;

/// <summary>Keys and values, in the order of the file. Each key stands once.</summary>
internal sealed class MappingNode : PolicyNode
{
    public required IReadOnlyList<MappingEntry> Entries { get; init; }

    /// <summary>Written in braces.</summary>
    public bool IsFlow { get; init; }

    public override string Noun => "a mapping";

    public MappingEntry? Find(string key)
    {
        foreach (var entry in Entries)
        {
            if (string.Equals(entry.Key.Value, key, StringComparison.Ordinal))
            {
                return entry;
            }
        }

        return null;
    }
}
