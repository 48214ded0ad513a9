using RMF.Core.Inventory;
using RMF.Core.Kinds;
using RMF.Core.Pairing;
using RMF.Core.Planning.Merging;

namespace RMF.Core.Planning.SiteItems;

/// <summary>
/// Plans what belongs to a site: device groups. A missing one is made, a paired one is merged like a device, and its members with it: those that
/// this plan makes are pending. Nothing is ever deleted here. Used once.
/// </summary>
internal sealed class SiteItemPlanner
{
    private readonly PlanningInput input;
    private readonly PlanningOptions options;
    private readonly Side source;
    private readonly Side target;
    private readonly Dictionary<ItemKey, string> addresses = [];
    private readonly Dictionary<string, string> creators = new(StringComparer.Ordinal);
    private readonly List<Change> changes = [];
    private readonly List<UnknownPart> unknown;
    private readonly LeafReader reader;
    private readonly PropertyMerge merge;
    private readonly SiteItemScope scope;

    /// <param name="devices">The changes that make devices: what they make may be a member.</param>
    /// <param name="unknown">Where parts go that were not read.</param>
    public SiteItemPlanner(PlanningInput input, PlanningOptions options, IEnumerable<Change> devices, List<UnknownPart> unknown)
    {
        this.input = input;
        this.options = options;
        this.unknown = unknown;
        source = options.Direction.Source();
        target = options.Direction.Target();
        foreach (var change in devices.Where(c => c.Action == ChangeAction.Update && c.Target is null && c.DependsOn.Count > 0 && KindTable.DeviceKinds.Contains(c.Kind)))
        {
            addresses[change.Source!.Value] = change.Address;
            creators[change.Address] = change.DependsOn[0];
        }

        var references = input.Translator(addresses);
        reader = new LeafReader(references, options.Naming, options.Categories, new PathPool());
        merge = new PropertyMerge(references, options);
        scope = new SiteItemScope(input.View(source), options, k => references.IsManaged(source, k));
    }

    public List<Change> Plan()
    {
        foreach (var kind in KindTable.SiteKinds.Where(k => input.IsSynchronised(k, options.Categories) && MembersAreRead(k)))
        {
            // Parents come first: what is made below one that is made waits for it.
            foreach (var item in input.View(source).OfKind(kind).Where(scope.Covers).OrderBy(Depth).ThenBy(SiteItemPairing.PathOf, StringComparer.Ordinal))
            {
                if (input.Pairs.Find(source, item.Key) is { } pair)
                {
                    Compare(item, pair.On(target));
                }
                else
                {
                    PlanMissing(item);
                }
            }
        }

        return changes;
    }

    /// <summary>False where the switch of the devices is off, so that a group's members are not known: such a group is left alone.</summary>
    private bool MembersAreRead(ItemKind kind)
        => KindTable.Of(kind).Properties.FirstOrDefault(p => p.IsMembership)?.Members[0].Target is not { } members
            || input.View(source).Sites.Concat(input.View(target).Sites).All(s => s.PartOf(members).State != PartState.NotRead);

    private static int Depth(Item item) => SiteItemPairing.PathOf(item).Count(c => c == '/');

    private string AddressOf(Item item) => AddressBook.SiteItem(target, item.Key.Kind, SiteItemPairing.PathOf(item));

    private void Compare(Item ours, Item theirs)
    {
        var address = AddressOf(theirs);
        if (IsUnread(source, ours.Key, address) | IsUnread(target, theirs.Key, address))
        {
            return;
        }

        var remembered = input.Memory.Find(input.Pairs.Find(source, ours.Key)!);
        PropertyBag? bases = null;
        remembered?.Bases.TryGetValue(ours.Key.Kind, out bases);
        var outcome = merge.Merge(reader.Read(ours, source), reader.Read(theirs, target), bases, theirs, theirs.Key);
        if (!outcome.IsEmpty)
        {
            Emit(Template(ours, address, theirs.Key.Site) with { Target = theirs.Key }, outcome);
        }
    }

    private void PlanMissing(Item ours)
    {
        var address = AddressOf(ours);
        var site = TargetSites(ours.Key.Site);
        var create = Template(ours, address, site.FirstOrDefault() ?? string.Empty) with { Action = ChangeAction.Create, Method = WriteMethod.Create, Reason = ChangeReason.MissingOnTarget };
        if (site.Count != 1)
        {
            changes.Add(Refuse(create, ChangeReason.Ambiguous, $"site {ours.Key.Site} is linked with {site.Count} sites, so that nobody can tell on which one it belongs"));
            return;
        }

        if (IsUnread(source, ours.Key, address) | IsUnread(target, new ItemKey(create.Site, ours.Key.Kind, ours.Key.Id), address))
        {
            return;
        }

        if (ours.Parent is { } parent)
        {
            var isPending = addresses.TryGetValue(parent, out var parentAddress);
            if (options.WhyNotBelow(create.Site, ours.Key.Kind) is { } whyNot)
            {
                changes.Add(Refuse(create, ChangeReason.NotSupportedByTarget, whyNot));
                return;
            }

            if (!isPending && input.Pairs.Find(source, parent) is null)
            {
                changes.Add(Refuse(create, ChangeReason.NoCounterpart, "what it stands below cannot be made on the target"));
                return;
            }

            create = isPending ? create with { DependsOn = [creators[parentAddress!]] } : create;
        }

        addresses[ours.Key] = address;
        creators[address] = create.Id;
        var outcome = merge.Merge(reader.Read(ours, source), [], remembered: null, target: null, ours.Key);
        changes.Add(create with { Properties = outcome.Updates.FindAll(u => PropertyPath.Parse(u.Path).Key is null) });
        outcome.Updates.RemoveAll(u => PropertyPath.Parse(u.Path).Key is null);
        Emit(Template(ours, address, create.Site) with { Id = address + "#update", Reason = ChangeReason.MissingOnTarget, DependsOn = [create.Id] }, outcome);
    }

    /// <summary>What waits for a device that this plan makes is a change of its own, so that one device that cannot be added holds nothing else up.</summary>
    private void Emit(Change template, MergeOutcome outcome)
    {
        foreach (var late in outcome.Updates.Where(u => u.After is PendingReference).GroupBy(u => creators[((PendingReference)u.After!).Address], StringComparer.Ordinal).ToList())
        {
            changes.Add(template with
            {
                Id = template.Address + "#after/" + late.Key,
                Reason = late.First().Reason,
                Properties = late.ToList(),
                DependsOn = [.. template.DependsOn, late.Key],
            });
        }

        outcome.Updates.RemoveAll(u => u.After is PendingReference);
        changes.AddRange(OutcomeChanges.From(template, outcome));
    }

    private Change Template(Item ours, string address, string site) => new()
    {
        Id = address,
        Address = address,
        Kind = ours.Key.Kind,
        Name = ours.Name,
        Action = ChangeAction.Update,
        Reason = ChangeReason.FirstSight,
        Site = site,
        Source = ours.Key,
        Stage = KindTable.Of(ours.Key.Kind).Stage,
        Method = WriteMethod.Patch,
    };

    private static Change Refuse(Change create, ChangeReason reason, string detail)
        => create with { Id = create.Id + "#unsupported", Action = ChangeAction.Unsupported, Reason = reason, Method = WriteMethod.None, Detail = detail };

    private List<string> TargetSites(string site)
        => input.Topology.Links
            .Where(l => string.Equals((source == Side.Primary ? l.Primary : l.Secondary).Site, site, StringComparison.Ordinal))
            .Select(l => (source == Side.Primary ? l.Secondary : l.Primary).Site).Distinct(StringComparer.Ordinal).ToList();

    private bool IsUnread(Side side, ItemKey key, string address)
    {
        var reading = input.View(side).PartOf(key);
        if (input.WhyUnknown(reading, key) is not { } why)
        {
            return false;
        }

        unknown.Add(new UnknownPart(key, address, reading.TakenAt, why));
        return true;
    }
}
