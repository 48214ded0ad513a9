using RMF.Core.Inventory;
using RMF.Core.Kinds;

namespace RMF.Core.Planning.Merging;

/// <summary>Builds the wanted item from the one that was read and the values to write. Pure.</summary>
public sealed class ItemEditor
{
    private readonly LeafReader reader;
    private readonly Side side;

    /// <param name="reader">Reads the current item, so that list entries are found by the same keys as in the plan.</param>
    /// <param name="side">The target side.</param>
    public ItemEditor(LeafReader reader, Side side)
    {
        this.reader = reader;
        this.side = side;
    }

    /// <summary>
    /// The item with each value set. A null value of an entry's key removes the entry. An entry that is not there is added when its key is among
    /// the values; without it, or in a list whose entries the server makes, its values have no place and are left out.
    /// </summary>
    public Item Apply(Item current, IEnumerable<KeyValuePair<PropertyPath, PropertyValue?>> values)
    {
        var bag = current.Properties;
        foreach (var byProperty in values.GroupBy(v => v.Key.Property, StringComparer.Ordinal))
        {
            var descriptor = KindTable.Of(current.Key.Kind).Find(byProperty.Key);
            foreach (var (path, value) in byProperty.Select(v => (v.Key, v.Value)))
            {
                if (path.Key is null && path.Member is null)
                {
                    bag = bag.With(path.Property, value ?? Scalar.Null);
                }
                else if (path.Key is null)
                {
                    var group = bag[path.Property] as GroupValue;
                    bag = bag.With(path.Property, new GroupValue((group?.Members ?? PropertyBag.Empty).With(path.Member!, value ?? Scalar.Null)));
                }
            }

            var entries = byProperty.Where(v => v.Key.Key is not null).ToList();
            if (entries.Count > 0 && descriptor is not null)
            {
                bag = bag.With(byProperty.Key, EditList(current, descriptor, bag[byProperty.Key] as ListValue ?? ListValue.Empty, entries));
            }
        }

        return current with { Properties = bag };
    }

    /// <summary>
    /// For an item that RMF has just made: the entries that the server put there by itself and the plan does not hold, as values that remove them.
    /// Only of lists that the plan names; where people make the entries, a new item's list is the source's and nothing else.
    /// </summary>
    /// <param name="created">The new item as it was read back.</param>
    /// <param name="planned">All paths that the plan sets on it, also those whose value it holds already.</param>
    public IReadOnlyList<KeyValuePair<PropertyPath, PropertyValue?>> EntriesToDrop(Item created, IEnumerable<PropertyPath> planned)
    {
        var result = new List<KeyValuePair<PropertyPath, PropertyValue?>>();
        var wanted = planned.Where(p => p.Key is not null).ToLookup(p => p.Property, p => p.Key!, StringComparer.Ordinal);
        foreach (var list in reader.ListsMadeByPeople(created.Key.Kind))
        {
            if (wanted.Contains(list.Name) && !list.IsMembership && !list.HasForeignEntries)
            {
                var extra = reader.EntryKeys(created, side, list).Except(wanted[list.Name], StringComparer.Ordinal);
                result.AddRange(extra.Select(key => new KeyValuePair<PropertyPath, PropertyValue?>(new PropertyPath(list.Name, key, list.ListKey), null)));
            }
        }

        return result;
    }

    private ListValue EditList(Item current, PropertyDescriptor descriptor, ListValue list, List<KeyValuePair<PropertyPath, PropertyValue?>> values)
    {
        var keys = reader.EntryKeys(current, side, descriptor);
        var byKey = values.GroupBy(v => v.Key.Key!, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        var result = new List<PropertyValue>(list.Items.Count + 1);
        for (var i = 0; i < list.Items.Count; i++)
        {
            if (ListKeys.Entry(list.Items[i], descriptor) is not { } group || !byKey.TryGetValue(keys[i], out var edits))
            {
                result.Add(list.Items[i]);
                continue;
            }

            byKey.Remove(keys[i]);
            if (!IsRemoved(descriptor, edits))
            {
                result.Add(Plain(descriptor, Edit(group.Members, edits)));
            }
        }

        foreach (var edits in byKey.Values)
        {
            // Without its key it would be an entry of nothing.
            if (edits.Exists(e => e.Value is not null && string.Equals(e.Key.Member, descriptor.ListKey, StringComparison.Ordinal)))
            {
                result.Add(Plain(descriptor, Edit(NewEntry(descriptor), edits)));
            }
        }

        return new ListValue(result);
    }

    /// <summary>An entry of a membership list is its reference and nothing else.</summary>
    private static PropertyValue Plain(PropertyDescriptor descriptor, GroupValue entry)
        => descriptor.IsMembership ? entry.Members[descriptor.ListKey!] ?? Scalar.Null : entry;

    /// <summary>The entry goes when its own key goes.</summary>
    private static bool IsRemoved(PropertyDescriptor descriptor, List<KeyValuePair<PropertyPath, PropertyValue?>> edits)
        => edits.Any(e => e.Value is null && string.Equals(e.Key.Member, descriptor.ListKey, StringComparison.Ordinal));

    private static GroupValue Edit(PropertyBag members, List<KeyValuePair<PropertyPath, PropertyValue?>> edits)
    {
        foreach (var edit in edits)
        {
            members = members.With(edit.Key.Member!, edit.Value ?? Scalar.Null);
        }

        return new GroupValue(members);
    }

    /// <summary>A new entry starts with its flags off, so that a switch that is off never makes it the default of anything.</summary>
    private static PropertyBag NewEntry(PropertyDescriptor descriptor)
    {
        var builder = new PropertyBagBuilder();
        foreach (var member in descriptor.Members)
        {
            if (member.Type == PropertyType.Boolean)
            {
                builder.Set(member.Name, value: false);
            }
        }

        return builder.Build();
    }
}
