using RMF.Core.Inventory;
using RMF.Core.Kinds;

namespace RMF.Core.Planning.Merging;

/// <summary>
/// Takes an item apart into comparable values, sorted by property, entry and member. Only properties whose switch is on are read.
/// Not thread-safe; one per run.
/// </summary>
public sealed class LeafReader
{
    private static readonly Comparison<Leaf> ByPath = static (a, b) => PropertyPath.Compare(a.Path, b.Path);

    private readonly ReferenceTranslator references;
    private readonly INaming naming;
    private readonly IReadOnlyCollection<SyncCategory> categories;
    private readonly LeafRows rows;

    public LeafReader(ReferenceTranslator references, INaming naming, IReadOnlyCollection<SyncCategory> categories, PathPool paths)
    {
        this.references = references;
        this.naming = naming;
        this.categories = categories;
        rows = new LeafRows(paths, IsManaged);
    }

    public List<Leaf> Read(Item item, Side side)
    {
        var leaves = new List<Leaf>(32);
        Read(item, side, leaves);
        return leaves;
    }

    /// <summary>The same into a list that is used again for the next item.</summary>
    internal void Read(Item item, Side side, List<Leaf> leaves)
    {
        leaves.Clear();
        foreach (var row in rows.Of(item.Key.Kind))
        {
            if (item.Properties.TryGet(row.Descriptor.Name, out var value))
            {
                Read(item, side, row, value!, leaves);
            }
        }

        // Rows and bags are sorted; only the entries of a list come as the server sends them.
        for (var i = 1; i < leaves.Count; i++)
        {
            if (ByPath(leaves[i - 1], leaves[i]) > 0)
            {
                leaves.Sort(ByPath);
                return;
            }
        }
    }

    /// <summary>The keys of a keyed list's entries, in the list's order: the same text on both sides; a repeated key is numbered.</summary>
    public IReadOnlyList<string> EntryKeys(Item item, Side side, PropertyDescriptor descriptor)
        => item.Properties[descriptor.Name] is ListValue list ? EntryKeys(side, descriptor, list) : [];

    /// <summary>The same without the entries that are none of RMF's business.</summary>
    internal IReadOnlyList<string> OwnEntryKeys(Item item, Side side, PropertyDescriptor descriptor)
    {
        if (!(descriptor.IsMembership || descriptor.HasForeignEntries) || item.Properties[descriptor.Name] is not ListValue list)
        {
            return EntryKeys(item, side, descriptor);
        }

        var keys = EntryKeys(side, descriptor, list);
        return keys.Where((_, i) => ListKeys.Entry(list.Items[i], descriptor) is not { } group || !IsForeign(side, descriptor, group)).ToList();
    }

    /// <summary>
    /// The keyed lists of a kind whose entries people make: the key is a property of its own and its switch is on. Of the others the server
    /// decides which entries there are, or nothing of theirs is managed.
    /// </summary>
    internal IReadOnlyList<PropertyDescriptor> ListsMadeByPeople(ItemKind kind) => rows.ListsMadeByPeople(kind);

    private string[] EntryKeys(Side side, PropertyDescriptor descriptor, ListValue list)
    {
        var keys = new string[list.Items.Count];
        HashSet<string>? seen = null;
        for (var i = 0; i < keys.Length; i++)
        {
            var key = ListKeys.Entry(list.Items[i], descriptor) is { } group ? ListKeys.KeyOf(group, descriptor, v => Canonical(side, descriptor, v)) ?? string.Empty : string.Empty;
            if (keys.Length > 1)
            {
                seen ??= new HashSet<string>(StringComparer.Ordinal);
                var plain = key;
                for (var copy = 2; !seen.Add(key) && copy <= keys.Length; copy++)
                {
                    key = FormattableString.Invariant($"{plain}#{copy}");
                }
            }

            keys[i] = key;
        }

        return keys;
    }

    private void Read(Item item, Side side, in LeafRows.Row row, PropertyValue value, List<Leaf> leaves)
    {
        switch (row.Descriptor.Type)
        {
            case PropertyType.KeyedList when value is ListValue list:
                ReadEntries(item, side, row.Descriptor, list, leaves);
                break;
            case PropertyType.OpenGroup when value is GroupValue group:
                ReadOpenMembers(item, row.Descriptor, group, null, leaves);
                break;
            case PropertyType.KeyedList or PropertyType.OpenGroup when value is Scalar { Type: ScalarType.Null }:
                // Null holds no entries and no members; it is not a value of another shape.
                break;
            default:
                // Also a list or group for which a server sends another shape than its own document says: compare it as one value, lose nothing.
                if (IsManaged(row.Descriptor))
                {
                    leaves.Add(new Leaf(row.Path, row.Descriptor, value, Canonical(side, row.Descriptor, value, item.Key)));
                }

                break;
        }
    }

    private void ReadEntries(Item item, Side side, PropertyDescriptor list, ListValue value, List<Leaf> leaves)
    {
        var keys = EntryKeys(side, list, value);
        for (var i = 0; i < keys.Length; i++)
        {
            if (ListKeys.Entry(value.Items[i], list) is not { } group || IsForeign(side, list, group))
            {
                continue;
            }

            foreach (var row in rows.OfEntry(item.Key.Kind, list, keys[i]))
            {
                if (group.Members.TryGet(row.Descriptor.Name, out var member))
                {
                    var isKey = string.Equals(row.Descriptor.Name, list.ListKey, StringComparison.Ordinal);
                    leaves.Add(new Leaf(row.Path, row.Descriptor, member!, Canonical(side, row.Descriptor, member!)) { IsEntryKey = isKey });
                }
            }

            if (list.HasOpenMembers && IsManaged(list))
            {
                ReadOpenMembers(item, list, group, keys[i], leaves);
            }
        }
    }

    /// <summary>True for a member that the policy does not manage or that has no counterpart: it stays where it is, on either side.</summary>
    private bool IsForeign(Side side, PropertyDescriptor list, GroupValue entry)
        => (list.IsMembership || list.HasForeignEntries) && entry.Members[list.ListKey!] is Reference reference && !references.IsManaged(side, reference.Target);

    private void ReadOpenMembers(Item item, PropertyDescriptor descriptor, GroupValue group, string? key, List<Leaf> leaves)
    {
        var open = rows.OfOpen(item.Key.Kind, descriptor, key, group.Members, item.Definitions);
        for (var i = 0; i < open.Length; i++)
        {
            if (open[i].Path is not null)
            {
                var raw = group.Members.ValueAt(i);
                leaves.Add(new Leaf(open[i].Path, open[i].Descriptor, raw, open[i].Descriptor.Normaliser.Apply(raw)) { IsServerOwned = true, IsReadOnly = open[i].IsReadOnly });
            }
        }
    }

    private PropertyValue? Canonical(Side side, PropertyDescriptor descriptor, PropertyValue value, ItemKey? holder = null)
    {
        if (value is Reference reference)
        {
            return references.ToCanonical(side, reference, holder);
        }

        var normal = descriptor.Normaliser.Apply(value);
        return descriptor.IsName && side == Side.Primary && normal is Scalar name ? Scalar.Text(naming.ToSecondary(name.Value)) : normal;
    }

    private bool IsManaged(PropertyDescriptor descriptor) => descriptor.Category != SyncCategory.None && categories.Contains(descriptor.Category);
}
