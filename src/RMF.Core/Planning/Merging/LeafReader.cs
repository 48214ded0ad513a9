using RMF.Core.Inventory;
using RMF.Core.Kinds;

namespace RMF.Core.Planning.Merging;

/// <summary>Takes an item apart into comparable values, sorted by path. Only properties whose switch is on are read. Not thread-safe; one per run.</summary>
public sealed class LeafReader
{
    private readonly ReferenceTranslator references;
    private readonly INaming naming;
    private readonly IReadOnlyCollection<SyncCategory> categories;
    private readonly PathPool paths;
    private readonly Dictionary<ItemKind, IReadOnlyList<PropertyDescriptor>> listsMadeByPeople = [];

    public LeafReader(ReferenceTranslator references, INaming naming, IReadOnlyCollection<SyncCategory> categories, PathPool paths)
    {
        this.references = references;
        this.naming = naming;
        this.categories = categories;
        this.paths = paths;
    }

    public List<Leaf> Read(Item item, Side side)
    {
        var leaves = new List<Leaf>(32);
        foreach (var descriptor in KindTable.Of(item.Key.Kind).Properties)
        {
            if (item.Properties.TryGet(descriptor.Name, out var value))
            {
                Read(item, side, descriptor, value!, leaves);
            }
        }

        leaves.Sort(static (a, b) => string.CompareOrdinal(a.Path.Text, b.Path.Text));
        return leaves;
    }

    /// <summary>The keys of a keyed list's entries, in the list's order: the same text on both sides; a repeated key is numbered.</summary>
    public IReadOnlyList<string> EntryKeys(Item item, Side side, PropertyDescriptor descriptor)
        => item.Properties[descriptor.Name] is ListValue list ? EntryKeys(side, descriptor, list) : [];

    /// <summary>
    /// The keyed lists of a kind whose entries people make: the key is a property of its own and its switch is on. Of the others the server
    /// decides which entries there are, or nothing of theirs is managed.
    /// </summary>
    internal IReadOnlyList<PropertyDescriptor> ListsMadeByPeople(ItemKind kind)
    {
        if (!listsMadeByPeople.TryGetValue(kind, out var lists))
        {
            listsMadeByPeople[kind] = lists = KindTable.Of(kind).Properties
                .Where(p => p.Type == PropertyType.KeyedList && p.Members.Any(m => string.Equals(m.Name, p.ListKey, StringComparison.Ordinal) && IsManaged(m)))
                .ToList();
        }

        return lists;
    }

    private string[] EntryKeys(Side side, PropertyDescriptor descriptor, ListValue list)
    {
        var keys = new string[list.Items.Count];
        HashSet<string>? seen = null;
        for (var i = 0; i < keys.Length; i++)
        {
            var key = list.Items[i] is GroupValue group ? ListKeys.KeyOf(group, descriptor, v => Canonical(side, descriptor, v)) ?? string.Empty : string.Empty;
            if (keys.Length > 1)
            {
                seen ??= new HashSet<string>(StringComparer.Ordinal);
                var plain = key;
                for (var copy = 2; !seen.Add(key) && copy <= keys.Length + 1; copy++)
                {
                    key = FormattableString.Invariant($"{plain}#{copy}");
                }
            }

            keys[i] = key;
        }

        return keys;
    }

    private void Read(Item item, Side side, PropertyDescriptor descriptor, PropertyValue value, List<Leaf> leaves)
    {
        switch (descriptor.Type)
        {
            case PropertyType.KeyedList when value is ListValue list:
                ReadEntries(item, side, descriptor, list, leaves);
                break;
            case PropertyType.OpenGroup when value is GroupValue group:
                if (IsManaged(descriptor))
                {
                    ReadOpenMembers(item, descriptor, group, null, leaves);
                }

                break;
            case PropertyType.KeyedList or PropertyType.OpenGroup when value is Scalar { Type: ScalarType.Null }:
                // Null holds no entries and no members; it is not a value of another shape.
                break;
            case PropertyType.KeyedList or PropertyType.OpenGroup:
                // A server that sends another shape than its own document says: compare it as one value, lose nothing.
                AddLeaf(side, paths.Get(descriptor.Name), descriptor, value, leaves);
                break;
            default:
                AddLeaf(side, paths.Get(descriptor.Name), descriptor, value, leaves);
                break;
        }
    }

    private void ReadEntries(Item item, Side side, PropertyDescriptor descriptor, ListValue list, List<Leaf> leaves)
    {
        var keys = EntryKeys(side, descriptor, list);
        for (var i = 0; i < list.Items.Count; i++)
        {
            if (list.Items[i] is not GroupValue group)
            {
                continue;
            }

            var key = keys[i];
            foreach (var member in descriptor.Members)
            {
                if (group.Members.TryGet(member.Name, out var value))
                {
                    var isKey = string.Equals(member.Name, descriptor.ListKey, StringComparison.Ordinal);
                    AddLeaf(side, paths.Get(descriptor.Name, key, member.Name), member, value!, leaves, isKey);
                }
            }

            if (descriptor.HasOpenMembers && IsManaged(descriptor))
            {
                ReadOpenMembers(item, descriptor, group, key, leaves);
            }
        }
    }

    private void ReadOpenMembers(Item item, PropertyDescriptor descriptor, GroupValue group, string? key, List<Leaf> leaves)
    {
        foreach (var member in group.Members)
        {
            if (descriptor.IgnoredMembers.Contains(member.Key, StringComparer.Ordinal))
            {
                continue;
            }

            var row = descriptor.Open(member.Key);
            var isReadOnly = item.Definitions?.Find(descriptor.Name + "." + member.Key) is { CanSet: false };
            leaves.Add(new Leaf(paths.Get(descriptor.Name, key, member.Key), row, member.Value, row.Normaliser.Apply(member.Value)) { IsServerOwned = true, IsReadOnly = isReadOnly });
        }
    }

    private void AddLeaf(Side side, PropertyPath path, PropertyDescriptor descriptor, PropertyValue value, List<Leaf> leaves, bool isEntryKey = false)
    {
        if (IsManaged(descriptor))
        {
            leaves.Add(new Leaf(path, descriptor, value, Canonical(side, descriptor, value)) { IsServerOwned = path.Key is null, IsEntryKey = isEntryKey });
        }
    }

    private PropertyValue? Canonical(Side side, PropertyDescriptor descriptor, PropertyValue value)
    {
        if (value is Reference reference)
        {
            return references.ToCanonical(side, reference);
        }

        var normal = descriptor.Normaliser.Apply(value);
        return descriptor.IsName && side == Side.Primary && normal is Scalar name ? Scalar.Text(naming.ToSecondary(name.Value)) : normal;
    }

    private bool IsManaged(PropertyDescriptor descriptor) => descriptor.Category != SyncCategory.None && categories.Contains(descriptor.Category);
}
