using RMF.Core.Inventory;
using RMF.Core.Kinds;
using RMF.Core.Pairing;
using RMF.Core.Planning.Merging;

namespace RMF.Core.Planning;

/// <summary>
/// Plans a device that the target does not have: adding it, then every value of it and of its cameras, then enabling them. All of it is in
/// the plan before the first write. New hardware and its devices arrive disabled, so enabling comes last.
/// </summary>
internal sealed class CreationPlanner
{
    private const string EnablePhase = "#enable";
    private const string UpdatePhase = "#update";

    private readonly PlanningInput input;
    private readonly PlanningOptions options;
    private readonly LeafReader reader;
    private readonly LeafReader streams;
    private readonly PropertyMerge merge;
    private readonly Side source;
    private readonly Side target;
    private readonly LeafReader lifecycle;
    private readonly List<UnknownPart> unknown;

    /// <param name="unknown">Where parts go that were not read.</param>
    public CreationPlanner(PlanningInput input, PlanningOptions options, LeafReader reader, PropertyMerge merge, List<UnknownPart> unknown)
    {
        this.unknown = unknown;
        lifecycle = new LeafReader(input.Translator(new Dictionary<ItemKey, string>()), options.Naming, [SyncCategory.Lifecycle], new PathPool());
        streams = options.Categories.Contains(SyncCategory.Streams)
            ? new LeafReader(input.Translator(new Dictionary<ItemKey, string>()), options.Naming, [SyncCategory.Streams, SyncCategory.StreamSelection], new PathPool())
            : reader;
        this.input = input;
        this.options = options;
        this.reader = reader;
        this.merge = merge;
        source = options.Direction.Source();
        target = options.Direction.Target();
    }

    /// <summary>The hardware that may be added, each with the recording server that gets it.</summary>
    public List<(Item Hardware, Item Recorder)> Candidates(IEnumerable<PairFinding> findings)
    {
        var result = new List<(Item Hardware, Item Recorder)>();
        if (!options.Lifecycle.Add)
        {
            return result;
        }

        foreach (var finding in findings)
        {
            if (finding.State == PairState.MissingOnTarget
                && finding.Item.Key.Kind == ItemKind.Hardware
                && input.RecorderOf(source, finding.Item) is { } sourceRecorder
                && TargetRecorder(sourceRecorder) is { } recorder)
            {
                result.Add((finding.Item, recorder));
            }
        }

        return result;
    }

    public IEnumerable<Change> Plan(Item hardware, Item recorder, HardwareAddresses addresses)
    {
        var address = addresses.Of(recorder, hardware);
        var reading = input.View(target).PartOf(recorder.Key.Part(ItemKind.Hardware));
        if (reading.State != PartState.Whole)
        {
            // What was not read may be there: adding it again would make two of it.
            unknown.Add(new UnknownPart(hardware.Key, address, reading.TakenAt, "the target's hardware was not read in full: " + (reading.Reason ?? "no reason given")));
            return [];
        }

        var create = new Change
        {
            Id = address,
            Address = address,
            Kind = ItemKind.Hardware,
            Name = hardware.Name,
            Action = ChangeAction.Create,
            Reason = ChangeReason.MissingOnTarget,
            Site = recorder.Key.Site,
            Source = hardware.Key,
            TargetRecorder = recorder.Key,
            Stage = SyncStage.Lifecycle,
            Method = WriteMethod.Task,
            Properties = CreationValues(hardware, recorder, out var unresolved),
        };
        if (addresses.IsShared(recorder, hardware))
        {
            return [Refuse(create, ChangeReason.Ambiguous, $"several devices would have this address on recording server '{recorder.Name}', which takes an address once")];
        }

        return unresolved is null ? PlanHardware(hardware, create) : [Refuse(create, ChangeReason.NoCounterpart, unresolved)];
    }

    /// <summary>Every value of a device that a replacement put in place: like a new one it came with its driver's own.</summary>
    /// <param name="dependsOn">What must be confirmed first, the replacement before all.</param>
    public IEnumerable<Change> PlanRewriting(Item hardware, Change replacement, IReadOnlyList<string> dependsOn)
        => PlanHardware(hardware, replacement).Skip(1).Select(c => c with
        {
            Reason = c.Reason == ChangeReason.MissingOnTarget ? ChangeReason.DeviceReplaced : c.Reason,
            DependsOn = [.. c.DependsOn, .. dependsOn.Where(d => !c.DependsOn.Contains(d, StringComparer.Ordinal))],
        });

    private static Change Refuse(Change create, ChangeReason reason, string detail)
        => create with { Id = create.Id + "#unsupported", Action = ChangeAction.Unsupported, Reason = reason, Method = WriteMethod.None, Detail = detail };

    private Item? TargetRecorder(Item sourceRecorder)
    {
        var link = input.Topology.IsManual ? null : source == Side.Primary ? input.Topology.LinkOfPrimary(sourceRecorder.Key) : input.Topology.LinksOfSecondary(sourceRecorder.Key).FirstOrDefault();
        if (link is null || !LifecycleMatrix.CanAdd(options.Direction, options.IsManual, manyToOne: input.Topology.LinksOfSecondary(link.Secondary).Count > 1))
        {
            return null;
        }

        return input.View(target).Find(target == Side.Primary ? link.Primary : link.Secondary);
    }

    private List<Change> PlanHardware(Item hardware, Change create)
    {
        var address = create.Address;
        var result = new List<Change> { create };
        AddUpdates(result, hardware, address, create, SyncStage.Hardware);
        var canEnable = result.Exists(c => string.Equals(c.Id, address + EnablePhase, StringComparison.Ordinal));
        foreach (var kind in KindTable.DeviceKinds.Where(k => k == ItemKind.Camera || input.IsSynchronised(k, options.Categories)))
        {
            var covered = input.View(source).ChildrenOf(hardware.Key, kind).Where(d => options.Managed.CoversDevice(d, input.View(source)));
            foreach (var device in covered.GroupBy(d => AddressBook.Device(address, d), StringComparer.Ordinal))
            {
                if (device.Count() == 1)
                {
                    PlanDevice(result, device.First(), device.Key, create, canEnable);
                }
                else
                {
                    result.AddRange(device.Select(d => Ambiguous(create, d, device.Key)));
                }
            }
        }

        return result;
    }

    private static Change Ambiguous(Change create, Item device, string address) => create with
    {
        Id = address + "#ambiguous/" + device.Key.Id,
        Address = address,
        Kind = device.Key.Kind,
        Name = device.Name,
        Action = ChangeAction.Unsupported,
        Reason = ChangeReason.Ambiguous,
        Source = device.Key,
        Method = WriteMethod.None,
        Properties = [],
        Detail = "several devices of the hardware have this channel; nothing tells them apart",
    };

    private void PlanDevice(List<Change> result, Item device, string address, Change create, bool hardwareIsEnabled)
    {
        AddUpdates(result, device, address, create, SyncStage.Device, hardwareIsEnabled);
        foreach (var part in KindTable.Of(device.Key.Kind).Parts.Where(p => KindTable.Of(p) is { Stage: < SyncStage.Group, IsShownOnly: false }))
        {
            // What can only be shown is compared when the device is there.
            var key = device.Key.Part(part);
            if (input.View(source).Find(key) is { } item)
            {
                AddUpdates(result, item, AddressBook.Part(address, part), create, KindTable.Of(part).Stage);
            }
            else if (input.IsSynchronised(part, options.Categories) && input.View(source).PartOf(key) is var reading && input.WhyUnknown(reading, key) is { } why)
            {
                unknown.Add(new UnknownPart(key, AddressBook.Part(address, part), reading.TakenAt, why));
            }
        }
    }

    private bool IsMissing(NamedReference driver, Item recorder)
        => driver.Kind == ItemKind.HardwareDriver
            && input.View(target).PartOf(recorder.Key.Part(ItemKind.HardwareDriver)).State == PartState.Whole
            && !input.View(target).ChildrenOf(recorder.Key, ItemKind.HardwareDriver).Any(d => string.Equals(d.Properties.TextOf("number"), driver.Name, StringComparison.Ordinal));

    private List<ChangedProperty> CreationValues(Item hardware, Item recorder, out string? unresolved)
    {
        var values = lifecycle.Read(hardware, source)
            .ConvertAll(leaf => new ChangedProperty(leaf.Path.Text, null, leaf.Raw is Reference ? leaf.Canonical : leaf.Raw, ChangeReason.MissingOnTarget));
        unresolved = values.Find(v => v.After is null) is { } lost ? $"its {lost.Path} is not known, so it cannot be added"
            : values.Select(v => v.After).OfType<NamedReference>().FirstOrDefault(n => IsMissing(n, recorder)) is { } driver ? $"recording server '{recorder.Name}' has no driver with number {driver.Name}; install the same device pack there"
            : null;
        return values;
    }

    private void AddUpdates(List<Change> changes, Item item, string address, Change create, SyncStage stage, bool hardwareIsEnabled = false)
    {
        // Nobody has chosen between a new device's streams yet, so it takes the source's choice with the source's streams, whole or not at all.
        var leaves = (item.Key.Kind == ItemKind.Streams ? streams : reader).Read(item, source);
        var outcome = merge.Merge(leaves, [], remembered: null, target: null, create.TargetRecorder!.Value);
        // What RMF adds it also enables, whether or not the switch of the device's other values is on: a camera that stays off protects nobody.
        var enable = KindTable.Of(item.Key.Kind).Properties
            .Where(p => p.IsEnabling && item.Properties.TryGet(p.Name, out _))
            .Select(p => new ChangedProperty(p.Name, null, item.Properties[p.Name], ChangeReason.MissingOnTarget))
            .ToList();
        outcome.Updates.RemoveAll(u => enable.Exists(e => string.Equals(e.Path, u.Path, StringComparison.Ordinal)));
        var template = new Change
        {
            Id = item.Key.Kind == ItemKind.Hardware ? address + UpdatePhase : address,
            Address = address,
            Kind = item.Key.Kind,
            Name = input.NameOf(source, item),
            Action = ChangeAction.Update,
            Reason = ChangeReason.MissingOnTarget,
            Site = create.Site,
            Source = item.Key,
            TargetRecorder = create.TargetRecorder,
            Stage = stage,
            Method = WriteMethod.Patch,
            DependsOn = [create.Id],
        };
        changes.AddRange(OutcomeChanges.From(template, outcome));
        if (enable.Count > 0)
        {
            // Devices before their hardware would be refused, so a device's enabling waits for its hardware's.
            changes.Add(template with
            {
                Id = address + EnablePhase,
                Stage = SyncStage.Enable,
                Properties = enable,
                DependsOn = hardwareIsEnabled ? [create.Id, create.Address + EnablePhase] : [create.Id],
            });
        }
    }
}
