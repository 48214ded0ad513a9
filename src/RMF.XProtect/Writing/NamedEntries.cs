using System.Globalization;
using RMF.Core.Inventory;

namespace RMF.XProtect.Writing;

/// <summary>The entries of a list by their names.</summary>
internal static class NamedEntries
{
    /// <summary>A name that stands twice is taken once: the first.</summary>
    public static Dictionary<string, PropertyBag> Of(Item item, string list)
    {
        var entries = new Dictionary<string, PropertyBag>(StringComparer.Ordinal);
        foreach (var group in (item.Properties[list] is ListValue values ? values.Items : []).OfType<GroupValue>())
        {
            var name = group.Members.TextOf("name") ?? string.Empty;
            if (!entries.ContainsKey(name))
            {
                entries.Add(name, group.Members);
            }
        }

        return entries;
    }

    public static bool AreEqual(PropertyBag left, PropertyBag right, IEnumerable<string> members) => members.All(m => AreEqual(left[m], right[m]));

    /// <summary>Spelling does not count: a release that sends numbers as text means the numbers.</summary>
    public static bool AreEqual(PropertyValue? left, PropertyValue? right)
    {
        if (left is Scalar a && right is Scalar b)
        {
            return string.Equals(a.Value, b.Value, StringComparison.Ordinal)
                || (double.TryParse(a.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var x) && double.TryParse(b.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var y) && x.Equals(y))
                || (bool.TryParse(a.Value, out var s) && bool.TryParse(b.Value, out var t) && s == t);
        }

        return left is null ? right is null : left.Equals(right);
    }
}
