using RMF.Core.Inventory;
using RMF.Core.Kinds;
using RMF.Core.Pairing;
using RMF.Core.Planning.Merging;

namespace RMF.Core.Planning;

/// <summary>Compares the two items of a pair and the parts that hang on them, and adds what differs to the plan. Used by one plan at a time.</summary>
internal sealed class ItemComparison
{
    private readonly PlanningInput input;
    private readonly PropertyMerge merge;
    private readonly LeafReader reader;
    private readonly SingleHolders holders;
    private readonly Side source;
    private readonly Side target;
    private readonly List<Change> changes;
    private readonly List<UnknownPart> unknown;
    private readonly List<Leaf> ourLeaves = [];
    private readonly List<Leaf> theirLeaves = [];
    private readonly HashSet<ItemKind> synchronised;

    /// <param name="changes">Where changes go.</param>
    /// <param name="unknown">Where parts go that were not read.</param>
    public ItemComparison(PlanningInput input, PlanningOptions options, LeafReader reader, PropertyMerge merge, List<Change> changes, List<UnknownPart> unknown)
    {
        this.input = input;
        this.reader = reader;
        this.merge = merge;
        this.changes = changes;
        this.unknown = unknown;
        source = options.Direction.Source();
        target = options.Direction.Target();
        synchronised = new HashSet<ItemKind>(KindTable.All.Select(k => k.Kind).Where(k => input.IsSynchronised(k, options.Categories)));
        holders = new SingleHolders(reader, options.Categories, source, target);
    }

    /// <summary>Ids of the changes that every value waits for: the move of its hardware, for one.</summary>
    public IReadOnlyList<string> DependsOn { get; set; } = [];

    public void Compare(ItemPair pair, string address, Item recorder, SyncStage stage)
        => Emit(pair.On(source), pair.On(target), address, recorder, stage, input.Memory.Find(pair));

    public void ComparePart(ItemPair pair, ItemKind part, string address, Item recorder)
    {
        if (!synchronised.Contains(part))
        {
            return;
        }

        var ours = input.View(source).Find(pair.On(source).Key.Part(part));
        var theirs = input.View(target).Find(pair.On(target).Key.Part(part));
        if (ours is not null && theirs is not null)
        {
            if (ReportUnreadNames(source, ours, address) | ReportUnreadNames(target, theirs, address))
            {
                return;
            }

            Emit(ours, theirs, address, recorder, KindTable.Of(part).Stage, input.Memory.Find(pair));
            return;
        }

        var isUnknown = (ours is null && ReportUnknown(source, pair, part, address)) | (theirs is null && ReportUnknown(target, pair, part, address));
        if (ours is not null && !isUnknown && reader.Read(ours, source).Count > 0)
        {
            // A part that holds nothing has nothing to lose: a fixed camera's empty list of presets.
            ReportMissingPart(ours, pair, address, recorder);
        }
    }

    private bool ReportUnreadNames(Side side, Item item, string address)
    {
        if (!input.HasUnreadNames(side, item))
        {
            return false;
        }

        unknown.Add(new UnknownPart(item.Key, address, input.View(side).PartOf(item.Key).TakenAt, "the names of its streams were not read"));
        return true;
    }

    private bool ReportUnknown(Side side, ItemPair pair, ItemKind part, string address)
    {
        var missing = pair.On(side).Key.Part(part);
        var reading = input.View(side).PartOf(missing);
        if (input.WhyUnknown(reading, missing) is not { } why)
        {
            return false;
        }

        unknown.Add(new UnknownPart(missing, address, reading.TakenAt, why));
        return true;
    }

    private void Emit(Item ours, Item theirs, string address, Item recorder, SyncStage stage, RememberedPair? remembered)
    {
        PropertyBag? bases = null;
        remembered?.Bases.TryGetValue(ours.Key.Kind, out bases);
        reader.Read(ours, source, ourLeaves);
        reader.Read(theirs, target, theirLeaves);
        foreach (var list in reader.ListsMadeByPeople(ours.Key.Kind))
        {
            if (ours.Properties[list.Name] is not ListValue)
            {
                // A list that the source did not send is not an empty one.
                theirLeaves.RemoveAll(l => l.Path.Key is not null && string.Equals(l.Path.Property, list.Name, StringComparison.Ordinal));
            }
        }

        var outcome = merge.Merge(ourLeaves, theirLeaves, bases, theirs, recorder.Key);
        if (KindTable.Of(ours.Key.Kind).IsShownOnly)
        {
            outcome.Report("XProtect's REST interface shows it and has no request that sets it; set it in the Management Client");
        }

        if (outcome.IsEmpty)
        {
            return;
        }

        holders.Settle(ours, theirs, outcome.Updates);
        var template = new Change
        {
            Id = address,
            Address = address,
            Kind = ours.Key.Kind,
            Name = input.NameOf(source, ours),
            Action = ChangeAction.Update,
            Reason = ChangeReason.FirstSight,
            Site = theirs.Key.Site,
            Source = ours.Key,
            Target = theirs.Key,
            TargetRecorder = recorder.Key,
            Stage = stage,
            Method = WriteMethod.Patch,
            DependsOn = DependsOn,
        };
        changes.AddRange(OutcomeChanges.From(template, outcome));
    }

    private void ReportMissingPart(Item ours, ItemPair pair, string address, Item recorder)
        => changes.Add(new Change
        {
            Id = address + "#unsupported",
            Address = address,
            Kind = ours.Key.Kind,
            Name = pair.On(source).Name,
            Action = ChangeAction.Unsupported,
            Reason = ChangeReason.NotSupportedByTarget,
            Site = pair.On(target).Key.Site,
            Source = ours.Key,
            TargetRecorder = recorder.Key,
            Stage = SyncStage.DevicePart,
            Detail = $"the target's device has no {KindTable.Of(ours.Key.Kind).Label}",
        });
}
