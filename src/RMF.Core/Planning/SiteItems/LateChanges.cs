using RMF.Core.Inventory;
using RMF.Core.Kinds;
using RMF.Core.Planning.Merging;

namespace RMF.Core.Planning.SiteItems;

/// <summary>
/// Merges what may refer to items that the same plan makes: a reference to one is pending and waits for its creator. Not thread-safe; one per run.
/// </summary>
internal sealed class LateChanges
{
    private readonly PlanningInput input;
    private readonly Side source;
    private readonly Side target;
    private readonly Dictionary<ItemKey, string> addresses = [];
    private readonly Dictionary<string, (string Id, string Site)> creators = new(StringComparer.Ordinal);
    private readonly List<UnknownPart> unknown;
    private readonly LeafReader reader;
    private readonly PropertyMerge merge;

    /// <param name="devices">The changes that make devices: what they make may be referred to.</param>
    /// <param name="unknown">Where parts go that were not read.</param>
    public LateChanges(PlanningInput input, PlanningOptions options, IEnumerable<Change> devices, List<UnknownPart> unknown)
    {
        this.input = input;
        this.unknown = unknown;
        source = options.Direction.Source();
        target = options.Direction.Target();
        foreach (var change in devices.Where(c => c.Action == ChangeAction.Update && c.Target is null && c.DependsOn.Count > 0 && KindTable.DeviceKinds.Contains(c.Kind)))
        {
            Expect(change.Source!.Value, change.Address, change.DependsOn[0], change.Site);
        }

        References = input.Translator(addresses);
        reader = new LeafReader(References, options.Naming, options.Categories, new PathPool());
        merge = new PropertyMerge(References, options);
    }

    public List<Change> Changes { get; } = [];

    public ReferenceTranslator References { get; }

    /// <summary>The devices that the plan makes, by their source.</summary>
    public IReadOnlyDictionary<ItemKey, string> Addresses => addresses;

    /// <param name="sourceKey">What is made anew on the target.</param>
    /// <param name="address">Where it will stand.</param>
    /// <param name="creator">The change that makes it.</param>
    /// <param name="site">The target's site.</param>
    public void Expect(ItemKey sourceKey, string address, string creator, string site)
    {
        addresses[sourceKey] = address;
        creators[address] = (creator, site);
    }

    /// <summary>The change that makes what will stand at an address.</summary>
    public string CreatorOf(string address) => creators[address].Id;

    /// <summary>The site on which it will stand.</summary>
    public string SiteOf(string address) => creators[address].Site;

    public MergeOutcome Merge(Item ours, Item theirs, RememberedBases bases)
    {
        var ourLeaves = reader.Read(ours, source);
        var theirLeaves = reader.Read(theirs, target);
        foreach (var list in reader.ListsMadeByPeople(ours.Key.Kind).Where(l => ours.Properties[l.Name] is not ListValue || theirs.Properties[l.Name] is not ListValue))
        {
            // A list that one side did not send is not an empty one.
            ourLeaves.RemoveAll(l => string.Equals(l.Path.Property, list.Name, StringComparison.Ordinal));
            theirLeaves.RemoveAll(l => string.Equals(l.Path.Property, list.Name, StringComparison.Ordinal));
        }

        return merge.Merge(ourLeaves, theirLeaves, bases.Of(ours.Key.Kind), theirs, theirs.Key);
    }

    /// <summary>All values of an item that the target does not have yet.</summary>
    public MergeOutcome MergeNew(Item ours) => merge.Merge(reader.Read(ours, source), [], remembered: null, target: null, ours.Key);

    /// <summary>What waits for something that this plan makes is a change of its own, so that one device that cannot be added holds nothing else up.</summary>
    public void Emit(Change template, MergeOutcome outcome)
    {
        var late = outcome.Updates.Where(u => u.After is PendingReference)
            .ToDictionary(u => EntryOf(u.Path), u => CreatorOf(((PendingReference)u.After!).Address), StringComparer.Ordinal);
        if (late.Count > 0)
        {
            foreach (var group in outcome.Updates.Where(u => late.ContainsKey(EntryOf(u.Path))).GroupBy(u => late[EntryOf(u.Path)], StringComparer.Ordinal).ToList())
            {
                Changes.Add(template with
                {
                    Id = template.Address + "#after/" + group.Key,
                    Reason = group.First().Reason,
                    Properties = group.ToList(),
                    DependsOn = [.. template.DependsOn, group.Key],
                });
            }

            outcome.Updates.RemoveAll(u => late.ContainsKey(EntryOf(u.Path)));
        }

        Changes.AddRange(OutcomeChanges.From(template, outcome));
    }

    public static Change Template(Item ours, string name, string address, string site) => new()
    {
        Id = address,
        Address = address,
        Kind = ours.Key.Kind,
        Name = name,
        Action = ChangeAction.Update,
        Reason = ChangeReason.FirstSight,
        Site = site,
        Source = ours.Key,
        Stage = KindTable.Of(ours.Key.Kind).Stage,
        Method = KindTable.Of(ours.Key.Kind).Stage == SyncStage.Permission ? WriteMethod.Task : WriteMethod.Patch,
    };

    public bool IsUnread(Side side, ItemKey key, string address)
    {
        var reading = input.View(side).PartOf(key);
        if (input.WhyUnknown(reading, key) is not { } why)
        {
            return false;
        }

        unknown.Add(new UnknownPart(key, address, reading.TakenAt, why));
        return true;
    }

    /// <summary>True when an item that has no counterpart may have one among those of its kind that the target did not tell: made again it would stand twice.</summary>
    public bool MayBeUnread(string site, ItemKey ours, string address)
    {
        var reading = input.View(target).PartOf(new ItemKey(site, ours.Kind, ours.Id));
        if (reading.State == PartState.Whole && reading.Unread.Count == 0)
        {
            return false;
        }

        unknown.Add(new UnknownPart(ours, address, reading.TakenAt, "the target's were not read in full: " + (reading.Reason ?? "no reason given")));
        return true;
    }

    private static string EntryOf(string path) => PropertyPath.Parse(path) is { Key: { } key } parsed ? parsed.Property + "[" + key : path;
}
