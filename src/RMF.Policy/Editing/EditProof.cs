using RMF.Policy.Yaml;

namespace RMF.Policy.Editing;

/// <summary>Compares a text before and after an edit, as read: only the path may differ.</summary>
internal static class EditProof
{
    public static bool OnlyChanged(MappingNode? before, MappingNode after, IReadOnlyList<object> segments, string value)
        => Compare(before, after, segments, 0, (_, now) => now is ScalarNode scalar && string.Equals(scalar.Value, value, StringComparison.Ordinal));

    /// <summary>Only the place at the path differs, and what stands there was and is as the last argument says.</summary>
    /// <param name="holds">Gets what stood there (null for nothing) and what stands there now.</param>
    public static bool OnlyChanged(MappingNode? before, MappingNode after, IReadOnlyList<object> segments, Func<PolicyNode?, PolicyNode, bool> holds)
        => Compare(before, after, segments, 0, holds);

    private static bool Compare(PolicyNode? before, PolicyNode after, IReadOnlyList<object> segments, int depth, Func<PolicyNode?, PolicyNode, bool> holds)
    {
        if (depth == segments.Count)
        {
            return holds(before, after);
        }

        return (after, segments[depth]) switch
        {
            (MappingNode map, string key) => Mappings(before, map, key, segments, depth, holds),
            (SequenceNode list, int index) => before is SequenceNode old && Lists(old, list, index, segments, depth, holds),
            _ => false,
        };
    }

    private static bool Mappings(PolicyNode? before, MappingNode after, string key, IReadOnlyList<object> segments, int depth, Func<PolicyNode?, PolicyNode, bool> holds)
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
                && Compare(null, entry.Value, segments, depth + 1, holds);
        }

        var others = after.Entries.Where(e => e.Key.Value != key).ToList();
        var oldOthers = old.Entries.Where(e => e.Key.Value != key).ToList();
        return others.Count == oldOthers.Count
            && others.Zip(oldOthers, (a, b) => a.Key.Value == b.Key.Value && Merging.Same(a.Value, b.Value)).All(s => s)
            && Compare(old.Find(key)?.Value, entry.Value, segments, depth + 1, holds);
    }

    private static bool Lists(SequenceNode before, SequenceNode after, int index, IReadOnlyList<object> segments, int depth, Func<PolicyNode?, PolicyNode, bool> holds)
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

        return Compare(before.Items[index].Value, after.Items[index].Value, segments, depth + 1, holds);
    }
}
