using RMF.Core.Inventory;
using RMF.Core.Kinds;

namespace RMF.Core.Planning.Merging;

/// <summary>The key of a keyed list's entry, the same text on both sides.</summary>
internal static class ListKeys
{
    /// <summary>An entry with its members; null for one that has none. A plain reference is an entry that holds its key alone.</summary>
    public static GroupValue? Entry(PropertyValue value, PropertyDescriptor list) => value switch
    {
        GroupValue group => group,
        Reference reference when list.IsMembership => new GroupValue(new PropertyBagBuilder().Set(list.ListKey!, reference).Build()),
        _ => null,
    };

    /// <param name="canonical">Brings the key member's value to the form that both sides share.</param>
    public static string? KeyOf(GroupValue entry, PropertyDescriptor list, Func<PropertyValue, PropertyValue?> canonical)
    {
        if (list.ListKey is null || !entry.Members.TryGet(list.ListKey, out var value))
        {
            return null;
        }

        return canonical(value!) switch
        {
            Scalar scalar => scalar.Value,
            NamedReference named => named.Name,
            Reference reference => reference.Target.Id,
            PendingReference pending => pending.Address,
            _ => value is Reference unknown ? unknown.Target.Id : null,
        };
    }
}
