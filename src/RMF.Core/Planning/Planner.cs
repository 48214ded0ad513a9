using RMF.Core.Inventory;
using RMF.Core.Kinds;
using RMF.Core.Pairing;
using RMF.Core.Planning.Merging;
using RMF.Core.Planning.SiteItems;

namespace RMF.Core.Planning;

/// <summary>
/// Turns two sides and their pairs into the changes that make the target equal to the source. Pure and deterministic: the same input
/// gives the same plan. Linear in the number of values.
/// </summary>
public sealed class Planner
{
    private readonly PlanningInput input;
    private readonly PlanningOptions options;
    private readonly Side source;
    private readonly Side target;
    private readonly PropertyMerge merge;
    private readonly LeafReader reader;
    private readonly SingleHolders holders;
    private readonly List<Change> changes = [];
    private readonly List<UnknownPart> unknown = [];
    private readonly List<Leaf> ourLeaves = [];
    private readonly List<Leaf> theirLeaves = [];
    private readonly HashSet<ItemKind> synchronised;

    public Planner(PlanningInput input, PlanningOptions options)
    {
        this.input = input = input with { Managed = options.Managed };
        this.options = options;
        source = options.Direction.Source();
        target = options.Direction.Target();
        var references = input.Translator(new Dictionary<ItemKey, string>());
        merge = new PropertyMerge(references, options);
        synchronised = new HashSet<ItemKind>(KindTable.All.Select(k => k.Kind).Where(k => input.IsSynchronised(k, options.Categories)));
        reader = new LeafReader(references, options.Naming, options.Categories, new PathPool());
        holders = new SingleHolders(reader, options.Categories, source, target);
    }

    public PlanDraft Plan()
    {
        changes.Clear();
        unknown.Clear();
        var findings = input.Pairs.Findings.Where(IsCovered).ToList();
        var creations = new CreationPlanner(input, options, reader, merge, unknown);
        var missing = creations.Candidates(findings);
        var addresses = new HardwareAddresses(input, target, missing);
        var compared = 0;
        foreach (var hardware in input.Pairs.OfKind(ItemKind.Hardware))
        {
            if (input.RecorderOf(target, hardware.On(target)) is not { } recorder || !options.Managed.CoversHardware(hardware.On(source), input.View(source)))
            {
                continue;
            }

            var address = addresses.Of(recorder, hardware.On(target));
            if (hardware.State == PairState.Replaced)
            {
                // Not adopted either: what is remembered must stay what it was until the target has followed.
                ReportReplaced(hardware, address, recorder);
                continue;
            }

            Adopt(hardware, address);
            Compare(hardware, address, recorder, SyncStage.Hardware);
            compared += CompareDevices(hardware, address, recorder);
        }

        ReportAmbiguous(findings);
        foreach (var (hardware, recorder) in missing)
        {
            changes.AddRange(creations.Plan(hardware, recorder, addresses));
        }

        var late = new LateChanges(input, options, changes, unknown);
        new SiteItemPlanner(input, options, late).Plan();
        new PermissionPlanner(input, options, late, addresses).Plan();
        changes.AddRange(late.Changes);
        return new PlanDraft(
            changes.OrderBy(c => c.Stage).ThenBy(c => c.Id, StringComparer.Ordinal).ToList(),
            findings,
            unknown.OrderBy(u => u.Address, StringComparer.Ordinal).ThenBy(u => u.Key.Site, StringComparer.Ordinal).ToList(),
            compared);
    }

    private int CompareDevices(ItemPair hardware, string hardwareAddress, Item recorder)
    {
        var compared = 0;
        foreach (var kind in KindTable.DeviceKinds)
        {
            foreach (var device in input.View(source).ChildrenOf(hardware.On(source).Key, kind))
            {
                if (input.Pairs.Find(source, device.Key) is not { } pair || !options.Managed.CoversDevice(device, input.View(source)))
                {
                    continue;
                }

                compared++;
                var address = AddressBook.Device(hardwareAddress, pair.On(target));
                Compare(pair, address, recorder, SyncStage.Device);
                foreach (var part in KindTable.Of(kind).Parts.Where(p => KindTable.Of(p).Stage < SyncStage.Group))
                {
                    ComparePart(pair, part, AddressBook.Part(address, part), recorder);
                }
            }
        }

        return compared;
    }

    private void Compare(ItemPair pair, string address, Item recorder, SyncStage stage)
        => Emit(pair.On(source), pair.On(target), address, recorder, stage, input.Memory.Find(pair));

    private void ComparePart(ItemPair pair, ItemKind part, string address, Item recorder)
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

            Emit(ours, theirs, address, recorder, SyncStage.DevicePart, input.Memory.Find(pair));
            return;
        }

        var isUnknown = (ours is null && ReportUnknown(source, pair, part, address)) | (theirs is null && ReportUnknown(target, pair, part, address));
        if (ours is not null && !isUnknown)
        {
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
        };
        changes.AddRange(OutcomeChanges.From(template, outcome));
    }

    private void Adopt(ItemPair pair, string address)
    {
        if (input.Memory.Find(pair) is not null)
        {
            return;
        }

        changes.Add(new Change
        {
            Id = address + "#adopt",
            Address = address,
            Kind = pair.Kind,
            Name = pair.On(source).Name,
            Action = ChangeAction.Adopt,
            Reason = ChangeReason.PairFound,
            Site = pair.On(target).Key.Site,
            Source = pair.On(source).Key,
            Target = pair.On(target).Key,
            Stage = SyncStage.Lifecycle,
            Detail = $"paired by {pair.By}",
        });
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

    private void ReportReplaced(ItemPair pair, string address, Item recorder)
        => changes.Add(new Change
        {
            Id = address + "#replaced",
            Address = address,
            Kind = pair.Kind,
            Name = pair.On(source).Name,
            Action = ChangeAction.Unsupported,
            Reason = ChangeReason.DeviceReplaced,
            Site = pair.On(target).Key.Site,
            Source = pair.On(source).Key,
            Target = pair.On(target).Key,
            TargetRecorder = recorder.Key,
            Stage = SyncStage.Lifecycle,
            Detail = $"another device answers now ({pair.By}); its configuration is not compared until it is replaced on the target as well",
        });

    private void ReportAmbiguous(List<PairFinding> findings)
    {
        foreach (var finding in findings)
        {
            if (finding.State == PairState.Ambiguous && finding.Side == source && input.RecorderOf(source, finding.Item) is { } recorder)
            {
                var address = AddressBook.Hardware(source, recorder, finding.Item);
                changes.Add(new Change
                {
                    Id = address + "#ambiguous/" + finding.Item.Key.Id,
                    Address = address,
                    Kind = finding.Item.Key.Kind,
                    Name = finding.Item.Name,
                    Action = ChangeAction.Unsupported,
                    Reason = ChangeReason.Ambiguous,
                    Site = finding.Item.Key.Site,
                    Source = finding.Item.Key,
                    Stage = SyncStage.Lifecycle,
                    Detail = finding.Detail,
                });
            }
        }
    }

    private bool IsCovered(PairFinding finding) => finding.Item.Key.Kind switch
    {
        ItemKind.Hardware => finding.Side != source || options.Managed.CoversHardware(finding.Item, input.View(finding.Side)),
        var kind when KindTable.DeviceKinds.Contains(kind) => finding.Side != source || options.Managed.CoversDevice(finding.Item, input.View(finding.Side)),
        _ => true,
    };
}
