using RMF.Core.Inventory;

namespace RMF.Core.Planning.Merging;

/// <summary>
/// What the base values hold for a keyed list as a whole, at the path <c>stream[]</c>: the keys that both sides never agreed on. Without it an
/// entry that the target gained (drift, to be put right) could not be told from one that was always there. A list without this row was
/// never compared: nothing of it is pruned.
/// </summary>
/// <param name="Left">Stood on the target alone at first sight and was left there; it stays as it is in both directions.</param>
/// <param name="Owed">Stood on the source alone after a run: it is still to be added to the target, and is not pruned when the direction turns.</param>
internal sealed record SettledLists(IReadOnlyCollection<string> Left, IReadOnlyCollection<string> Owed)
{
    private static readonly ListValue Nothing = new([ListValue.Empty, ListValue.Empty]);

    public static string PathOf(string list) => list + "[]";

    /// <summary>Null when the list was never compared.</summary>
    public static SettledLists? Read(PropertyBag? remembered, string list)
        => remembered?[PathOf(list)] is ListValue { Items.Count: 2 } row && row.Items[0] is ListValue left && row.Items[1] is ListValue owed
            ? new SettledLists(Keys(left), Keys(owed))
            : null;

    /// <param name="before">The row as it was; null at first sight.</param>
    /// <param name="onSource">Keys of the side that was read.</param>
    /// <param name="onTarget">Keys of the side that was written.</param>
    public static ListValue Next(SettledLists? before, IReadOnlyList<string> onSource, IReadOnlyList<string> onTarget)
    {
        var lone = new HashSet<string>(onTarget, StringComparer.Ordinal);
        lone.SymmetricExceptWith(onSource);
        if (lone.Count == 0)
        {
            return Nothing;
        }

        var left = before is null ? onTarget.Where(lone.Contains) : before.Left.Where(lone.Contains);
        var leftNow = new HashSet<string>(left, StringComparer.Ordinal);
        var owed = onSource.Concat(before?.Owed ?? []).Where(k => lone.Contains(k) && !leftNow.Contains(k)).Distinct(StringComparer.Ordinal);
        return new ListValue([List(leftNow), List(owed)]);
    }

    private static ListValue List(IEnumerable<string> keys) => new(keys.OrderBy(k => k, StringComparer.Ordinal).Select(k => (PropertyValue)Scalar.Text(k)).ToList());

    private static List<string> Keys(ListValue list) => list.Items.OfType<Scalar>().Select(k => k.Value).ToList();
}
