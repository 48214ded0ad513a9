using RMF.Core.Inventory;
using RMF.Core.Kinds;
using RMF.Core.Planning.Merging;

namespace RMF.Core.Planning.Guards;

/// <summary>
/// Finds the kinds of groups and roles whose members the source lost in large part: fewer than so many percent of what both sides had agreed on
/// would be left over all items of the kind. One group that somebody emptied is not that.
/// </summary>
internal static class ShrunkMemberships
{
    public static IEnumerable<(ItemKind Kind, int Held, int All, IReadOnlyList<string> Changes)> Find(GuardContext context, int leastPercent)
    {
        foreach (var kind in KindTable.SiteKinds)
        {
            var lists = KindTable.Of(kind).Properties.Where(p => p.Type == PropertyType.KeyedList).ToDictionary(p => p.Name, p => p.ListKey, StringComparer.Ordinal);
            var losing = context.Draft.Changes.Where(c => c.Kind == kind && c.Action == ChangeAction.Update && c.Properties.Any(p => IsRemoval(p, lists))).ToList();
            if (losing.Count == 0)
            {
                continue;
            }

            var removed = losing.Sum(c => c.Properties.Count(p => IsRemoval(p, lists)));
            var all = context.Input.Memory.Pairs
                .Where(p => p.Primary.Kind == kind)
                .SelectMany(p => p.Bases.TryGetValue(kind, out var bases) ? bases.Select(b => b.Key) : [])
                .Count(path => IsKey(path, lists));
            if ((long)(all - removed) * 100 < (long)all * leastPercent)
            {
                yield return (kind, all - removed, all, losing.ConvertAll(c => c.Id));
            }
        }
    }

    private static bool IsRemoval(ChangedProperty property, Dictionary<string, string?> lists)
        => property is { After: null, Reason: ChangeReason.SourceChanged } && IsKey(property.Path, lists);

    private static bool IsKey(string path, Dictionary<string, string?> lists)
        => PropertyPath.Parse(path) is { Key: not null } parsed && lists.TryGetValue(parsed.Property, out var key) && string.Equals(parsed.Member, key, StringComparison.Ordinal);
}
