using RMF.Policy.Yaml;

namespace RMF.Policy.Editing;

/// <summary>How far a path exists in a file.</summary>
/// <param name="Owner">The deepest mapping on the way; null in an empty file.</param>
/// <param name="Entry">The entry of <paramref name="Owner"/> where the way ends; null when the owner lacks the next key.</param>
/// <param name="Slot">The value there, which is replaced or, while <paramref name="Missing"/> is above 0, holds nothing yet.</param>
/// <param name="Missing">How many keys at the end of the path are to be made.</param>
internal sealed record EditPlace(MappingNode? Owner, MappingEntry? Entry, NodeSlot? Slot, int Missing)
{
    /// <summary>Goes down the path; null after an error was reported.</summary>
    public static EditPlace? Find(MappingNode? root, IReadOnlyList<object> segments, string path, Reading reading)
    {
        if (root is null)
        {
            return new(null, null, null, segments.Count);
        }

        var owner = root;
        MappingEntry? entry = null;
        PolicyNode node = root;
        NodeSlot? slot = null;
        for (var i = 0; i < segments.Count; i++)
        {
            if (slot is { IsAlias: true })
            {
                return Fail(reading, path, node, "leads through an alias, so it would change in another place too", "Write the mapping out in place of the alias.");
            }

            switch (node, segments[i])
            {
                case (MappingNode mapping, string key):
                    owner = mapping;
                    entry = mapping.Find(key);
                    if (entry is null)
                    {
                        return AllKeys(segments, i) ? new(mapping, null, null, segments.Count - i) : NoEntry(reading, path, node);
                    }

                    slot = entry.Slot;
                    break;
                case (SequenceNode list, int index) when index < list.Items.Count:
                    entry = null;
                    slot = list.Items[index];
                    break;
                case (ScalarNode scalar, string) when entry is not null && AllKeys(segments, i) && (scalar.IsNull || scalar is { IsPlain: true, Value: "true" }):
                    return new(owner, entry, slot, segments.Count - i);
                case (ScalarNode { IsPlain: true, Value: "false" }, string):
                    return Fail(reading, path, node, "lies in a part that is switched off", "Write the part as a mapping first.");
                default:
                    return NoEntry(reading, path, node);
            }

            node = slot.Value.Value;
        }

        return node is ScalarNode ? new(owner, entry, slot, 0) : Fail(reading, path, node, $"holds {node.Noun}, not a single value", "Set one of the keys below it.");
    }

    private static bool AllKeys(IReadOnlyList<object> segments, int from)
    {
        for (var i = from; i < segments.Count; i++)
        {
            if (segments[i] is not string)
            {
                return false;
            }
        }

        return true;
    }

    private static EditPlace? NoEntry(Reading reading, string path, PolicyNode node)
        => Fail(reading, path, node, "names an entry that the file does not hold", "Add the entry by hand.");

    private static EditPlace? Fail(Reading reading, string path, PolicyNode node, string text, string advice)
    {
        reading.Report(PolicyCodes.BadCombination, path, node, $"{path} {text}", advice);
        return null;
    }
}
