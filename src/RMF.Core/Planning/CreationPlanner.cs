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
    private readonly PropertyMerge merge;
    private readonly Side source;
    private readonly Side target;

    public CreationPlanner(PlanningInput input, PlanningOptions options, LeafReader reader, PropertyMerge merge)
    {
        this.input = input;
        this.options = options;
        this.reader = reader;
        this.merge = merge;
        source = options.Direction.Source();
        target = options.Direction.Target();
    }

    public IEnumerable<Change> Plan(PairFinding finding)
    {
        if (!options.Lifecycle.Add
            || finding.State != PairState.MissingOnTarget
            || finding.Item.Key.Kind != ItemKind.Hardware
            || input.RecorderOf(source, finding.Item) is not { } sourceRecorder
            || TargetRecorder(sourceRecorder) is not { } recorder)
        {
            return [];
        }

        return PlanHardware(finding.Item, recorder);
    }

    private Item? TargetRecorder(Item sourceRecorder)
    {
        var link = source == Side.Primary ? input.Topology.LinkOfPrimary(sourceRecorder.Key) : input.Topology.LinksOfSecondary(sourceRecorder.Key).FirstOrDefault();
        if (link is null || !LifecycleMatrix.CanAdd(options.Direction, options.IsManual, manyToOne: input.Topology.LinksOfSecondary(link.Secondary).Count > 1))
        {
            return null;
        }

        return input.View(target).Find(target == Side.Primary ? link.Primary : link.Secondary);
    }

    private List<Change> PlanHardware(Item hardware, Item recorder)
    {
        var address = AddressBook.Hardware(target, recorder, hardware);
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
            Properties = CreationValues(hardware),
        };
        var result = new List<Change> { create };
        AddUpdates(result, hardware.Name, hardware, address, address, recorder, SyncStage.Hardware);
        foreach (var kind in KindTable.DeviceKinds)
        {
            foreach (var device in input.View(source).ChildrenOf(hardware.Key, kind))
            {
                if (kind == ItemKind.Camera && !options.Managed.CoversCamera(device, input.View(source)))
                {
                    continue;
                }

                var deviceAddress = AddressBook.Device(address, device);
                AddUpdates(result, device.Name, device, deviceAddress, address, recorder, SyncStage.Device);
                foreach (var part in KindTable.Of(kind).Parts)
                {
                    if (input.View(source).Find(device.Key.Part(part)) is { } item)
                    {
                        AddUpdates(result, device.Name, item, AddressBook.Part(deviceAddress, part), address, recorder, SyncStage.DevicePart);
                    }
                }
            }
        }

        return result;
    }

    private List<ChangedProperty> CreationValues(Item hardware)
    {
        var lifecycle = new LeafReader(input.Translator(new Dictionary<ItemKey, string>()), options.Naming, [SyncCategory.Lifecycle], new PathPool());
        return lifecycle.Read(hardware, source)
            .ConvertAll(leaf => new ChangedProperty(leaf.Path.Text, null, leaf.Raw is Reference ? leaf.Canonical : leaf.Raw, ChangeReason.MissingOnTarget));
    }

    private void AddUpdates(List<Change> changes, string name, Item item, string address, string creator, Item recorder, SyncStage stage)
    {
        var outcome = merge.Merge(reader.Read(item, source), [], remembered: null, target: null, recorder.Key);
        var enabling = KindTable.Of(item.Key.Kind).Properties.Where(p => p.IsEnabling).Select(p => p.Name).ToList();
        var enable = outcome.Updates.Where(u => enabling.Contains(u.Path, StringComparer.Ordinal)).ToList();
        outcome.Updates.RemoveAll(enable.Contains);
        var template = new Change
        {
            Id = item.Key.Kind == ItemKind.Hardware ? address + UpdatePhase : address,
            Address = address,
            Kind = item.Key.Kind,
            Name = name,
            Action = ChangeAction.Update,
            Reason = ChangeReason.MissingOnTarget,
            Site = recorder.Key.Site,
            Source = item.Key,
            TargetRecorder = recorder.Key,
            Stage = stage,
            Method = WriteMethod.Patch,
            DependsOn = [creator],
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
                DependsOn = item.Key.Kind == ItemKind.Hardware ? [creator] : [creator, creator + EnablePhase],
            });
        }
    }
}
