using RMF.Core.Inventory;
using RMF.Core.Kinds;
using RMF.Core.Pairing;
using RMF.Core.Planning;
using RMF.Core.Planning.Merging;
using RMF.Engine.State;

namespace RMF.Engine.Runs.Applying;

/// <summary>Makes the state of the next run: the pairs as they are now, who made them, and what both sides agree on.</summary>
internal sealed class StateUpdater
{
    private readonly SyncContext context;

    public StateUpdater(SyncContext context) => this.context = context;

    /// <param name="before">The state that the run began with.</param>
    /// <param name="items">What the run read back and created.</param>
    /// <param name="effects">What the run did to whole devices of the target.</param>
    /// <param name="wrote">Whether the run wrote anything to a site: only that makes its direction the one to compare the next run with.</param>
    public StateDocument Update(StateDocument before, TargetItems items, RunEffects effects, bool wrote)
    {
        var input = Refreshed(items);
        var agreements = new AgreementReader(context.NewLeafReader(input), context.Options.Categories, context.Target);
        var pairs = new Dictionary<ItemKey, RememberedPair>();
        var forgotten = new Forgetting(context, effects);
        foreach (var old in context.Input.Memory.Pairs.Where(p => !forgotten.Includes(p)))
        {
            // A pair that was not seen now is remembered on: only what was seen may be forgotten, and deletes need the memory.
            pairs[old.Primary] = old;
        }

        foreach (var pair in input.Pairs.OfKind(ItemKind.Hardware).Where(p => (p.State is PairState.Paired or PairState.Moved || effects.Replaced.Contains(p.On(context.Target).Key)) && Covers(p)))
        {
            var ownership = effects.Created.Contains(pair.On(context.Target).Key) ? Ownership.Created : Ownership.Adopted;
            Remember(pairs, input, agreements, pair, ownership);
            foreach (var kind in KindTable.DeviceKinds)
            {
                foreach (var device in input.Primary.ChildrenOf(pair.Primary.Key, kind))
                {
                    // What the policy does not manage is neither adopted nor agreed on.
                    if (input.Pairs.Find(Side.Primary, device.Key) is { } devicePair && Manages(devicePair))
                    {
                        Remember(pairs, input, agreements, devicePair, ownership);
                    }
                }
            }
        }

        foreach (var pair in KindTable.SiteKinds.Where(k => input.IsSynchronised(k, context.Options.Categories)).SelectMany(input.Pairs.OfKind))
        {
            Remember(pairs, input, agreements, pair, effects.Created.Contains(pair.On(context.Target).Key) ? Ownership.Created : Ownership.Adopted);
        }

        var result = pairs.Values.GroupBy(p => p.Secondary).Select(g => g.Count() == 1 ? g.First() : g.First(p => input.Pairs.Find(Side.Primary, p.Primary) is not null || ReferenceEquals(p, g.Last())));

        // A run that wrote nothing has not turned the direction: the first one that would is still to be confirmed.
        var direction = before.LastDirection.Length == 0 || wrote ? context.Options.Direction.ToString() : before.LastDirection;
        return before with { Pairs = result.ToList(), LastDirection = direction, Tombstones = forgotten.Tombstones(before, input) };
    }

    private bool Covers(ItemPair pair) => context.Options.Managed.CoversHardware(pair.On(context.Source), context.Input.View(context.Source));

    private bool Manages(ItemPair pair) => context.Options.Managed.CoversDevice(pair.On(context.Source), context.Input.View(context.Source));

    private void Remember(Dictionary<ItemKey, RememberedPair> pairs, PlanningInput input, AgreementReader agreements, ItemPair pair, Ownership ownership)
    {
        pairs.TryGetValue(pair.Primary.Key, out var old);
        if (old is not null && old.Secondary != pair.Secondary.Key)
        {
            old = null;
        }

        var bases = old?.Bases.ToDictionary(b => b.Key, b => b.Value) ?? [];
        foreach (var kind in KindTable.Of(pair.Kind).Parts.Prepend(pair.Kind))
        {
            if (input.Primary.Find(pair.Primary.Key.Part(kind)) is { } left
                && input.Secondary.Find(pair.Secondary.Key.Part(kind)) is { } right
                && !input.HasUnreadNames(Side.Primary, left)
                && !input.HasUnreadNames(Side.Secondary, right)
                && agreements.Read(left, right, bases.TryGetValue(kind, out var known) ? known : null) is { Count: > 0 } agreed)
            {
                bases[kind] = agreed;
            }
        }

        var isHardware = pair.Kind == ItemKind.Hardware;
        pairs[pair.Primary.Key] = new RememberedPair(pair.Primary.Key, pair.Secondary.Key, old?.Ownership is { } kept and not Ownership.None ? kept : ownership)
        {
            PrimaryIdentity = isHardware ? Merge(HardwareIdentity.Of(pair.Primary, input.Primary), old?.PrimaryIdentity) : null,
            SecondaryIdentity = isHardware ? Merge(HardwareIdentity.Of(pair.Secondary, input.Secondary), old?.SecondaryIdentity) : null,
            Bases = bases,
        };
    }

    /// <summary>What was not read this time keeps its remembered value.</summary>
    private static HardwareIdentity Merge(HardwareIdentity now, HardwareIdentity? then)
        => then is null ? now : new HardwareIdentity(now.Mac ?? then.Mac, now.Address ?? then.Address, now.DriverNumber ?? then.DriverNumber);

    /// <summary>Both sides with what was read back and created laid over the snapshot, paired anew.</summary>
    private PlanningInput Refreshed(TargetItems items)
    {
        var refreshed = items.Known.GroupBy(i => i.Key.Site, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        SideView Renew(SideView view) => view.With(view.Sites.Select(s => refreshed.TryGetValue(s.Site, out var newer) ? s.With(newer) : s));

        var primary = Renew(context.Input.Primary);
        var secondary = Renew(context.Input.Secondary);
        var pairs = new Pairer(primary, secondary, context.Input.Topology, context.Input.Memory, context.Source, context.Options.Naming).Pair();
        return context.Input with { Primary = primary, Secondary = secondary, Pairs = pairs };
    }
}
