using RMF.Core.Inventory;
using RMF.Core.Kinds;

namespace RMF.Core.Planning.Merging;

/// <summary>
/// Keeps a list whole where one entry must hold a value and no two may: the live default, the playback default, a recording track. When the plan
/// takes its holder away, the source's holder gets it, else the first entry that is free; servers refuse the list otherwise, and a camera would be
/// left without a recorded stream. Looks only at lists that the plan changes anyway. Not thread-safe; one per run.
/// </summary>
internal sealed class SingleHolders
{
    private readonly LeafReader reader;
    private readonly ItemEditor editor;
    private readonly IReadOnlyCollection<SyncCategory> categories;
    private readonly Side source;
    private readonly Side target;

    /// <param name="categories">The switches that are on: a choice that is kept equal follows the source's alone.</param>
    public SingleHolders(LeafReader reader, IReadOnlyCollection<SyncCategory> categories, Side source, Side target)
    {
        this.reader = reader;
        this.categories = categories;
        this.source = source;
        this.target = target;
        editor = new ItemEditor(reader, target);
    }

    public void Settle(Item ours, Item theirs, List<ChangedProperty> updates)
    {
        foreach (var list in reader.ListsMadeByPeople(ours.Key.Kind))
        {
            if (list.Members.Any(m => m.IsHeldByOne) && updates.Exists(u => Touches(PropertyPath.Parse(u.Path), list)))
            {
                Settle(ours, theirs, list, updates);
            }
        }
    }

    private static bool Touches(PropertyPath path, PropertyDescriptor list)
        => string.Equals(path.Property, list.Name, StringComparison.Ordinal)
            && (string.Equals(path.Member, list.ListKey, StringComparison.Ordinal) || list.Members.Any(m => m.IsHeldByOne && string.Equals(m.Name, path.Member, StringComparison.Ordinal)));

    private void Settle(Item ours, Item theirs, PropertyDescriptor list, List<ChangedProperty> updates)
    {
        var planned = updates.ConvertAll(u => new KeyValuePair<PropertyPath, PropertyValue?>(PropertyPath.Parse(u.Path), u.After))
            .FindAll(u => string.Equals(u.Key.Property, list.Name, StringComparison.Ordinal));
        var changed = editor.Apply(theirs, planned);
        var reason = updates.Find(u => Touches(PropertyPath.Parse(u.Path), list))!.Reason;
        foreach (var member in list.Members.Where(m => m.IsHeldByOne))
        {
            var now = Read(changed, target, list, member);
            var before = Read(theirs, target, list, member);
            var wanted = Read(ours, source, list, member);
            foreach (var held in before.Concat(now).Select(e => e.Value).Where(v => v.Length > 0).Distinct(StringComparer.Ordinal).ToList())
            {
                var chosen = wanted.FindAll(e => string.Equals(e.Value, held, StringComparison.Ordinal));
                var corrections = categories.Contains(member.Category) ? OfStrangers(now, wanted, held, chosen) : OfAll(now, held, chosen);
                foreach (var (key, isHolder) in corrections)
                {
                    // In the spelling of the one that held it. No correction touches a value that the merge has planned: with the switch on they are of rows
                    // that the source lacks, with it off nothing of the choice is planned.
                    var spelled = isHolder ? before.Find(e => string.Equals(e.Value, held, StringComparison.Ordinal)).Raw : null;
                    var after = spelled ?? (member.Type == PropertyType.Boolean ? Scalar.False : Scalar.Empty);
                    updates.Add(new ChangedProperty(new PropertyPath(list.Name, key, member.Name).Text, before.Find(e => string.Equals(e.Key, key, StringComparison.Ordinal)).Raw, after, reason));
                }
            }
        }
    }

    /// <summary>The choice is kept equal, so the merge has settled it but for entries that the target has alone and that are left there: those give it up.</summary>
    private static IEnumerable<(string Key, bool IsHolder)> OfStrangers(List<Entry> now, List<Entry> wanted, string held, List<Entry> chosen)
        => chosen.Count == 1 && now.Exists(e => string.Equals(e.Key, chosen[0].Key, StringComparison.Ordinal) && string.Equals(e.Value, held, StringComparison.Ordinal))
            ? now.Where(e => string.Equals(e.Value, held, StringComparison.Ordinal) && !wanted.Exists(w => string.Equals(w.Key, e.Key, StringComparison.Ordinal))).Select(e => (e.Key, false))
            : [];

    /// <summary>The choice is the target's own: it stays where it is, and moves only when its holder goes.</summary>
    private static IEnumerable<(string Key, bool IsHolder)> OfAll(List<Entry> now, string held, List<Entry> chosen)
    {
        if (now.Exists(e => string.Equals(e.Value, held, StringComparison.Ordinal)))
        {
            return [];
        }

        // One that holds nothing of the kind yet: a stream that records to the other track goes on doing so.
        var free = now.FindAll(e => e.Value.Length == 0);
        var heir = free.Find(e => chosen.Exists(c => string.Equals(c.Key, e.Key, StringComparison.Ordinal))).Key ?? free.FirstOrDefault().Key;
        return heir is null ? [] : [(heir, true)];
    }

    /// <summary>Each entry with what it holds.</summary>
    private List<Entry> Read(Item item, Side side, PropertyDescriptor list, PropertyDescriptor member)
    {
        var keys = reader.EntryKeys(item, side, list);
        var result = new List<Entry>(keys.Count);
        for (var i = 0; i < keys.Count; i++)
        {
            var raw = ((ListValue)item.Properties[list.Name]!).Items[i] is GroupValue group ? group.Members[member.Name] : null;
            result.Add(new Entry(keys[i], raw is not null && member.Normaliser.Apply(raw) is Scalar scalar && !scalar.Equals(Scalar.False) ? scalar.Value : string.Empty, raw));
        }

        return result;
    }

    /// <param name="Value">What it holds, normalised: empty for false, null and nothing.</param>
    private readonly record struct Entry(string Key, string Value, PropertyValue? Raw);
}
