using RMF.Core.Inventory;
using RMF.Core.Kinds;
using RMF.Core.Pairing;
using RMF.Core.Planning.Merging;

namespace RMF.Core.Planning.SiteItems;

/// <summary>
/// Plans what belongs to a site: device groups, roles and shared views. A missing one is made, a paired one is merged like a device. Nothing is ever deleted
/// here. Used once.
/// </summary>
internal sealed class SiteItemPlanner
{
    private readonly PlanningInput input;
    private readonly PlanningOptions options;
    private readonly LateChanges late;
    private readonly Side source;
    private readonly Side target;
    private readonly SiteItemScope scope;

    public SiteItemPlanner(PlanningInput input, PlanningOptions options, LateChanges late)
    {
        this.input = input;
        this.options = options;
        this.late = late;
        source = options.Direction.Source();
        target = options.Direction.Target();
        scope = new SiteItemScope(input.View(source), options, k => late.References.IsManaged(source, k));
    }

    public void Plan()
    {
        foreach (var kind in KindTable.SiteKinds.Where(k => input.IsSynchronised(k, options.Categories) && MembersAreRead(k)))
        {
            // Parents come first: what is made below one that is made waits for it.
            foreach (var item in input.View(source).OfKind(kind).Where(scope.Covers).OrderBy(Depth).ThenBy(PathOf, StringComparer.Ordinal))
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
    }

    /// <summary>False where the switch of the devices is off, so that a group's members are not known: such a group is left alone.</summary>
    private bool MembersAreRead(ItemKind kind)
        => KindTable.Of(kind).Properties.FirstOrDefault(p => p.IsMembership)?.Members[0].Target is not { } members
            || input.View(source).Sites.Concat(input.View(target).Sites).All(s => s.PartOf(members).State != PartState.NotRead);

    private string PathOf(Item item) => SiteItemPairing.PathOf(item, input.View(source).Find(item.Key) is null ? input.View(target) : input.View(source));

    private int Depth(Item item) => PathOf(item).Count(c => c == '/');

    private string AddressOf(Item item) => AddressBook.SiteItem(target, item.Key.Kind, PathOf(item));

    private void Compare(Item ours, Item theirs)
    {
        var address = AddressOf(theirs);
        if (late.IsUnread(source, ours.Key, address) | late.IsUnread(target, theirs.Key, address))
        {
            return;
        }

        var outcome = late.Merge(ours, theirs, new RememberedBases(input.Memory.Find(input.Pairs.Find(source, ours.Key)!)));
        var template = LateChanges.Template(ours, ours.Name, address, theirs.Key.Site) with { Target = theirs.Key };
        RoleMembers.Protect(theirs, options.OwnAccount(theirs.Key.Site), outcome);
        late.Emit(template, outcome);
        late.Changes.AddRange(RoleMembers.Report(template, ours, theirs));
    }

    private void PlanMissing(Item ours)
    {
        var address = AddressOf(ours);
        var site = TargetSites(ours.Key.Site);
        var create = LateChanges.Template(ours, ours.Name, address, site.FirstOrDefault() ?? string.Empty) with { Action = ChangeAction.Create, Method = WriteMethod.Create, Reason = ChangeReason.MissingOnTarget };
        if (site.Count != 1)
        {
            late.Changes.Add(Refuse(create, ChangeReason.Ambiguous, $"site {ours.Key.Site} is linked with {site.Count} sites, so that nobody can tell on which one it belongs"));
            return;
        }

        if (late.IsUnread(source, ours.Key, address) | late.MayBeUnread(create.Site, ours.Key, address))
        {
            return;
        }

        if (ours.Parent is { } parent)
        {
            var isPending = late.Addresses.TryGetValue(parent, out var parentAddress);
            if (parent.Kind == ours.Key.Kind && options.WhyNotBelow(create.Site, ours.Key.Kind) is { } whyNot)
            {
                late.Changes.Add(Refuse(create, ChangeReason.NotSupportedByTarget, whyNot));
                return;
            }

            if (!isPending && input.Pairs.Find(source, parent) is null)
            {
                late.Changes.Add(Refuse(create, ChangeReason.NoCounterpart, "what it stands below cannot be made on the target"));
                return;
            }

            create = isPending ? create with { DependsOn = [late.CreatorOf(parentAddress!)] } : create;
        }

        late.Expect(ours.Key, address, create.Id, create.Site);
        var outcome = late.MergeNew(ours);
        late.Changes.Add(create with { Properties = outcome.Updates.FindAll(u => PropertyPath.Parse(u.Path).Key is null) });
        outcome.Updates.RemoveAll(u => PropertyPath.Parse(u.Path).Key is null);
        late.Emit(create with { Id = address + "#update", Action = ChangeAction.Update, Method = WriteMethod.Patch, Properties = [], DependsOn = [create.Id] }, outcome);
        late.Changes.AddRange(RoleMembers.Report(create, ours, null));
    }

    private static Change Refuse(Change create, ChangeReason reason, string detail)
        => create with { Id = create.Id + "#unsupported", Action = ChangeAction.Unsupported, Reason = reason, Method = WriteMethod.None, Detail = detail };

    private List<string> TargetSites(string site)
        => input.Topology.Links
            .Where(l => string.Equals((source == Side.Primary ? l.Primary : l.Secondary).Site, site, StringComparison.Ordinal))
            .Select(l => (source == Side.Primary ? l.Secondary : l.Primary).Site).Distinct(StringComparer.Ordinal).ToList();
}
