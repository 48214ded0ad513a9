using RMF.Core.Inventory;
using RMF.Core.Kinds;
using RMF.Core.Pairing;
using RMF.Core.Planning;
using RMF.Engine.State;

namespace RMF.Engine.Runs.Applying;

/// <summary>What the state of the next run lets go, and which deletes it keeps in mind. Forgetting a pair is safe: what is not remembered is never deleted.</summary>
internal sealed class Forgetting
{
    private readonly SyncContext context;
    private readonly RunEffects effects;
    private readonly HashSet<ItemKey> deleted;

    public Forgetting(SyncContext context, RunEffects effects)
    {
        this.context = context;
        this.effects = effects;
        var view = context.Input.View(context.Target);
        deleted = new HashSet<ItemKey>(effects.Deleted.Concat(effects.Deleted.SelectMany(h => KindTable.DeviceKinds.SelectMany(k => view.ChildrenOf(h, k)).Select(d => d.Key))));
    }

    /// <summary>True for a pair whose target this run deleted, or whose two items both are gone.</summary>
    public bool Includes(RememberedPair pair)
        => deleted.Contains(pair.On(context.Target)) || (context.Input.Gone.Contains(pair.Primary) && context.Input.Gone.Contains(pair.Secondary));

    /// <summary>Deletes that are still to be done: refused or failed ones, and those whose target was not seen.</summary>
    public IReadOnlyList<Tombstone> Tombstones(StateDocument before, PlanningInput after)
    {
        if (!context.Options.Lifecycle.Delete)
        {
            return before.Tombstones.Where(t => IsOpen(t.Target, after)).ToList();
        }

        var known = before.Tombstones.Where(t => IsOpen(t.Target, after)).GroupBy(t => t.Target).ToDictionary(g => g.Key, g => g.First());
        foreach (var change in effects.Undeleted.OrderBy(c => c.Id, StringComparer.Ordinal))
        {
            Add(known, change.Target!.Value, change.Address);
        }

        var target = context.Target;
        foreach (var pair in before.Pairs.Where(p => p.Primary.Kind == ItemKind.Hardware && p.Ownership != Ownership.None && context.Input.Gone.Contains(p.On(context.Source))))
        {
            var key = pair.On(target);
            if (context.Input.View(target).Find(key) is null && IsOpen(key, after))
            {
                Add(known, key, key.ToString());
            }
        }

        return known.Values.OrderBy(t => t.Address, StringComparer.Ordinal).ThenBy(t => t.Target.Id, StringComparer.Ordinal).ToList();
    }

    private void Add(Dictionary<ItemKey, Tombstone> known, ItemKey target, string address)
    {
        if (!known.ContainsKey(target))
        {
            known[target] = new Tombstone(target, address, context.Time.GetUtcNow());
        }
    }

    /// <summary>False once the item is gone, or is the pair of something again.</summary>
    private bool IsOpen(ItemKey target, PlanningInput after)
        => !deleted.Contains(target) && !context.Input.Gone.Contains(target) && after.Pairs.Find(context.Target, target) is null;
}
