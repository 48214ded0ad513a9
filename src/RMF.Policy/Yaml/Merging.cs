namespace RMF.Policy.Yaml;

/// <summary>Puts two files of a folder together: mappings key by key; anything else may stand twice only when it says the same.</summary>
internal static class Merging
{
    public static MappingNode Merge(MappingNode first, MappingNode second, string path, Reading reading)
    {
        var entries = first.Entries.ToList();
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < entries.Count; i++)
        {
            index[entries[i].Key.Value] = i;
        }

        foreach (var entry in second.Entries)
        {
            if (!index.TryGetValue(entry.Key.Value, out var at))
            {
                entries.Add(entry);
                continue;
            }

            var there = entries[at];
            var child = PolicyPath.Child(path, entry.Key.Value);
            if (there.Value is MappingNode left && entry.Value is MappingNode right)
            {
                entries[at] = there with { Slot = there.Slot with { Value = Merge(left, right, child, reading) } };
            }
            else if (!Same(there.Value, entry.Value))
            {
                // Lists are not joined: what an entry overrides would hang on the names of files.
                reading.Report(PolicyCodes.MergeConflict, child, entry.Key, $"{child} stands here and at {there.Key.Place}, and the two differ");
            }
        }

        return new()
        {
            File = first.File,
            Line = first.Line,
            Column = first.Column,
            Start = first.Start,
            End = first.End,
            Size = first.Size + second.Size,
            Entries = entries,
            IsFlow = first.IsFlow,
        };
    }

    /// <summary>Whether two nodes say the same; bounded by the limit on nodes.</summary>
    public static bool Same(PolicyNode a, PolicyNode b) => (a, b) switch
    {
        (ScalarNode x, ScalarNode y) => x.Value == y.Value && x.IsNull == y.IsNull,
        (SequenceNode x, SequenceNode y) => x.Items.Count == y.Items.Count && x.Items.Zip(y.Items, (l, r) => Same(l.Value, r.Value)).All(s => s),
        (MappingNode x, MappingNode y) => x.Entries.Count == y.Entries.Count
            && x.Entries.Zip(y.Entries, (l, r) => l.Key.Value == r.Key.Value && Same(l.Value, r.Value)).All(s => s),
        _ => false,
    };
}
