using RMF.Core.Inventory;
using RMF.Core.Kinds;

namespace RMF.Core.Planning.Merging;

/// <summary>
/// What the base values hold for a choice that a list may be without (<see cref="PropertyDescriptor.MayBeHeldByNone"/>), at the path
/// <c>ptzPresets.defaultPreset</c>: the entries that were chosen on the target alone at first sight. No run takes such a choice away, and so a run
/// in the other direction does not make it either. Without the row the list was never compared. Pure.
/// </summary>
internal static class SettledChoices
{
    /// <summary>Null when the list was never compared.</summary>
    public static bool? WasLeft(PropertyBag? remembered, PropertyPath path)
        => remembered?[PathOf(path.Property, path.Member!)] is ListValue row ? row.Items.Contains(Scalar.Text(path.Key!)) : null;

    /// <param name="list">A keyed list that both sides sent.</param>
    /// <param name="before">Base values as they were; null = none.</param>
    /// <param name="source">Leaves of the side that was read.</param>
    /// <param name="target">Leaves of the side that was written.</param>
    /// <returns>The rows of the list's choices.</returns>
    public static IEnumerable<KeyValuePair<string, PropertyValue>> Next(PropertyDescriptor list, PropertyBag? before, List<Leaf> source, List<Leaf> target)
    {
        foreach (var member in list.Members.Where(m => m.MayBeHeldByNone))
        {
            var path = PathOf(list.Name, member.Name);
            var left = Lone(target, source, list.Name, member.Name);
            if (before?[path] is ListValue settled)
            {
                left = left.Concat(Lone(source, target, list.Name, member.Name)).Where(settled.Items.Contains);
            }

            yield return new(path, new ListValue(left.ToList()));
        }
    }

    /// <summary>Every row of a list that was not compared this time, as it was.</summary>
    public static IEnumerable<KeyValuePair<string, PropertyValue>> Kept(PropertyDescriptor list, PropertyBag? before)
        => list.Members.Where(m => m.MayBeHeldByNone)
            .Select(m => PathOf(list.Name, m.Name))
            .Where(p => before?[p] is not null)
            .Select(p => new KeyValuePair<string, PropertyValue>(p, before![p]!));

    /// <summary>Keys of the entries that one side chose and the other, which tells of no choice, did not. In the order of the leaves.</summary>
    private static IEnumerable<PropertyValue> Lone(List<Leaf> chosen, List<Leaf> other, string list, string member)
    {
        var told = new HashSet<string>(Of(other, list, member).Select(l => l.Path.Key!), StringComparer.Ordinal);
        return Of(chosen, list, member).Where(l => Scalar.True.Equals(l.Canonical) && !told.Contains(l.Path.Key!)).Select(l => (PropertyValue)Scalar.Text(l.Path.Key!));
    }

    private static IEnumerable<Leaf> Of(List<Leaf> leaves, string list, string member)
        => leaves.Where(l => string.Equals(l.Path.Property, list, StringComparison.Ordinal) && string.Equals(l.Path.Member, member, StringComparison.Ordinal));

    private static string PathOf(string list, string member) => new PropertyPath(list, null, member).Text;
}
