using RMF.Core.Inventory;
using RMF.Core.Kinds;

namespace RMF.Core.Planning.SiteItems;

/// <summary>
/// Which of the source's site items the policy covers: without selectors all, with selectors the groups in which, or below which, something is managed.
/// Not thread-safe; one per run.
/// </summary>
internal sealed class SiteItemScope
{
    private readonly PlanningOptions options;
    private readonly HashSet<ItemKey> covered = [];

    /// <param name="isManaged">True for an item of the source that is kept equal.</param>
    public SiteItemScope(SideView source, PlanningOptions options, Func<ItemKey, bool> isManaged)
    {
        this.options = options;
        foreach (var kind in KindTable.SiteKinds)
        {
            foreach (var list in KindTable.Of(kind).Properties.Where(p => p.IsMembership))
            {
                foreach (var group in source.OfKind(kind))
                {
                    if (group.Properties[list.Name] is ListValue members && members.Items.Any(m => m is Reference reference && isManaged(reference.Target)))
                    {
                        CoverUp(source, group);
                    }
                }
            }
        }
    }

    public bool Covers(Item item)
        => options.Managed.CoversEverything || !KindTable.Of(item.Key.Kind).Properties.Any(p => p.IsMembership) || covered.Contains(item.Key);

    /// <summary>A group above a covered one is needed to hold it. Ends where the way up was gone before, so a circle ends too.</summary>
    private void CoverUp(SideView source, Item group)
    {
        for (Item? at = group; at is not null && covered.Add(at.Key);)
        {
            at = at.Parent is { } parent ? source.Find(parent) : null;
        }
    }
}
