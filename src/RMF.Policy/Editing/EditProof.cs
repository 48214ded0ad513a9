using RMF.Policy.Yaml;

namespace RMF.Policy.Editing;

/// <summary>Compares a text before and after an edit, as read: only the path may differ.</summary>
internal static class EditProof
{
    public static bool OnlyChanged(MappingNode? before, MappingNode after, IReadOnlyList<object> segments, string value)
        => Compare(before, after, segments, 0, value);

    private static bool Compare(PolicyNode? before, PolicyNode after, IReadOnlyList<object> segments, int depth, string value)
    {
        if (depth == segments.Count)
        {
            return after is ScalarNode scalar && string.Equals(scalar.Value, value, StringComparison.Ordinal);
        }

        return (after, segments[depth]) switch
        {
            (MappingNode map, string key) => Mappings(before, map, key, segments, depth, value),
            (SequenceNode list, int index) => before is SequenceNode old && Lists(old, list, index, segments, depth, value),
            _ => false,
        };
    }

    private static bool Mappings(PolicyNode? before, MappingNode after, string key, IReadOnlyList<object> segments, int depth, string value)
    {
        if (after.Find(key) is not { } entry)
        {
            return false;
        }

        if (before is not MappingNode old)
        {
            // The mapping is new: it took the place of nothing, or of a plain true.
            return (before is null or ScalarNode { IsNull: true } or ScalarNode { IsPlain: true, Value: "true" })
                && after.Entries.Count == 1
                && Compare(null, entry.Value, segments, depth + 1, value);
        }

        var others = after.Entries.Where(e => e.Key.Value != key).ToList();
        var oldOthers = old.Entries.Where(e => e.Key.Value != key).ToList();
        return others.Count == oldOthers.Count
            && others.Zip(oldOthers, (a, b) => a.Key.Value == b.Key.Value && Merging.Same(a.Value, b.Value)).All(s => s)
            && Compare(old.Find(key)?.Value, entry.Value, segments, depth + 1, value);
    }

    private static bool Lists(SequenceNode before, SequenceNode after, int index, IReadOnlyList<object> segments, int depth, string value)
    {
        if (before.Items.Count != after.Items.Count || index >= after.Items.Count)
        {
            return false;
        }

        for (var i = 0; i < after.Items.Count; i++)
        {
            if (i != index && !Merging.Same(before.Items[i].Value, after.Items[i].Value))
            {
                return false;
            }
        }

        return Compare(before.Items[index].Value, after.Items[index].Value, segments, depth + 1, value);
    }
}
