using RMF.Core.Inventory;
using RMF.Core.Kinds;
using RMF.Core.Planning;

namespace RMF.Engine.Runs;

/// <summary>Which part of a plan is wanted. Everything is compared; the scope decides what stays in the plan.</summary>
public sealed record PlanScope
{
    public static readonly PlanScope Everything = new();

    /// <summary>Kinds whose changes stay; empty = all.</summary>
    public IReadOnlyCollection<ItemKind> Kinds { get; init; } = [];

    /// <summary>Whether devices are added, replaced, moved and deleted, with all that hangs on them.</summary>
    public bool Lifecycle { get; init; } = true;

    /// <summary>Which source items are wanted; what hangs on a wanted item is wanted too. Null = all.</summary>
    public Func<Item, bool>? Selects { get; init; }

    /// <summary>Ids of the changes that are wanted, with what depends on them; null = all.</summary>
    public IReadOnlyCollection<string>? ChangeIds { get; init; }

    /// <summary>Which steps of the lifecycle are wanted; with a step everything that belongs to it stays, and nothing else. Null = the other properties decide.</summary>
    public Func<Change, PlanningInput, bool>? Picks { get; init; }

    /// <summary>The changes that stay, in their order.</summary>
    public IReadOnlyList<Change> Filter(IReadOnlyList<Change> changes, PlanningInput input, Side source)
    {
        if (Picks is null)
        {
            return Of(changes, input.View(source));
        }

        // What prepares a step (a channel is switched off first) is about the same device; what follows it depends on it. The plan's order has steps before what depends on them.
        var devices = new HashSet<ItemKey>(changes.Where(c => c.Stage == SyncStage.Lifecycle && c.Source is not null && Picks(c, input)).Select(c => c.Source!.Value));
        var kept = new HashSet<string>(StringComparer.Ordinal);
        var picked = changes
            .Where(c => c.Action == ChangeAction.Adopt
                || (((c.Stage == SyncStage.Lifecycle && c.Source is { } device && devices.Contains(device)) || c.DependsOn.Any(kept.Contains)) && kept.Add(c.Id)))
            .ToList();
        return WithoutDangling(picked, changes);
    }

    public bool Includes(Change change, SideView source)
    {
        if (change.Action == ChangeAction.Adopt)
        {
            return true;
        }

        if (ChangeIds is not null && !ChangeIds.Contains(change.Id, StringComparer.Ordinal) && !change.DependsOn.Any(d => ChangeIds.Contains(d, StringComparer.Ordinal)))
        {
            return false;
        }

        var isLifecycle = change.Stage < SyncStage.Group && ((change.Writes && change.Stage == SyncStage.Lifecycle) || change.DependsOn.Count > 0);
        if (isLifecycle ? !Lifecycle : Kinds.Count > 0 && !Kinds.Contains(change.Kind))
        {
            return false;
        }

        return Selects is null || change.Source is not { } key || IsSelected(key, source);
    }

    /// <summary>The changes of a plan that are wanted: one that needs what is left out is left out too.</summary>
    public List<Change> Of(IReadOnlyList<Change> changes, SideView source)
    {
        return WithoutDangling(changes.Where(c => Includes(c, source)).ToList(), changes);
    }

    private static List<Change> WithoutDangling(List<Change> wanted, IReadOnlyList<Change> changes)
    {
        var known = new HashSet<string>(changes.Select(c => c.Id), StringComparer.Ordinal);
        var kept = new HashSet<string>(wanted.Select(c => c.Id), StringComparer.Ordinal);
        while (wanted.RemoveAll(c => c.DependsOn.Any(d => known.Contains(d) && !kept.Contains(d)) && kept.Remove(c.Id)) > 0)
        {
            // Each round removes something, so there are at most as many as changes.
        }

        return wanted;
    }

    private bool IsSelected(ItemKey key, SideView source)
    {
        // A part is selected by its device, a device by its hardware: three steps up at most.
        var item = source.Find(key);
        for (var depth = 0; item is not null && depth < 4; depth++)
        {
            if (Selects!(item))
            {
                return true;
            }

            item = item.Parent is { } parent ? source.Find(parent) : null;
        }

        return false;
    }
}
