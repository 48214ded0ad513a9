using RMF.Core.Inventory;
using RMF.Core.Kinds;

namespace RMF.Core.Planning.Merging;

/// <summary>What is remembered of an item that RMF made and did not finish.</summary>
public static class NewItems
{
    /// <summary>
    /// Base values by kind: nothing is agreed on, and every list that people make counts as compared and empty, so that what the server put into
    /// it by itself is taken out as on any new item.
    /// </summary>
    public static IReadOnlyDictionary<ItemKind, PropertyBag> Bases(ItemKind kind)
    {
        var bases = new Dictionary<ItemKind, PropertyBag>();
        foreach (var part in KindTable.Of(kind).Parts.Prepend(kind))
        {
            var builder = new PropertyBagBuilder();
            foreach (var list in KindTable.Of(part).Properties.Where(IsMadeByPeople))
            {
                builder.Set(SettledLists.PathOf(list.Name), new ListValue([ListValue.Empty, ListValue.Empty]));
            }

            if (builder.Build() is { Count: > 0 } bag)
            {
                bases[part] = bag;
            }
        }

        return bases;
    }

    private static bool IsMadeByPeople(PropertyDescriptor row)
        => row.Type == PropertyType.KeyedList && row.Members.Any(m => string.Equals(m.Name, row.ListKey, StringComparison.Ordinal));
}
