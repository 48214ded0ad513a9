using RMF.Core.Inventory;
using RMF.Core.Kinds;
using RMF.Core.Pairing;
using RMF.Core.Planning.Lifecycle;
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
    private readonly ItemComparison comparison;
    private readonly List<Change> changes = [];
    private readonly List<UnknownPart> unknown = [];

    public Planner(PlanningInput input, PlanningOptions options)
    {
        this.input = input = input with { Managed = options.Managed };
        this.options = options;
        source = options.Direction.Source();
        target = options.Direction.Target();
        var references = input.Translator(new Dictionary<ItemKey, string>());
        merge = new PropertyMerge(references, options);
        reader = new LeafReader(references, options.Naming, options.Categories, new PathPool());
        comparison = new ItemComparison(input, options, reader, merge, changes, unknown);
    }

    public PlanDraft Plan()
    {
        changes.Clear();
        unknown.Clear();
        var findings = input.Pairs.Findings.Where(IsCovered).ToList();
        var creations = new CreationPlanner(input, options, reader, merge, unknown);
        var missing = creations.Candidates(findings);
        var addresses = new HardwareAddresses(input, target, missing);
        var lifecycle = new DeviceLifecycle(input, options);
        changes.AddRange(new DeletionPlanner(input, options).Plan(findings));
        var compared = KindTable.DeviceKinds.ToDictionary(k => k, _ => 0);
        foreach (var hardware in input.Pairs.OfKind(ItemKind.Hardware))
        {
            if (input.RecorderOf(target, hardware.On(target)) is not { } recorder || !options.Managed.CoversHardware(hardware.On(source), input.View(source)))
            {
                continue;
            }

            var address = addresses.Of(recorder, hardware.On(target));
            var step = lifecycle.Of(hardware, address, recorder);
            changes.AddRange(step.Changes);
            if (step.Rewrites is { } replacement)
            {
                changes.AddRange(creations.PlanRewriting(hardware.On(source), replacement with { TargetRecorder = step.Recorder.Key }, step.DependsOn));
            }

            if (step.IsHeld || step.Rewrites is not null)
            {
                // Not adopted either: what is remembered must stay what it was until the target has followed.
                continue;
            }

            Adopt(hardware, address);
            comparison.DependsOn = step.DependsOn;
            comparison.Compare(hardware, address, step.Recorder, SyncStage.Hardware);
            foreach (var part in KindTable.Of(ItemKind.Hardware).Parts)
            {
                comparison.ComparePart(hardware, part, AddressBook.Part(address, part), step.Recorder);
            }

            CompareDevices(hardware, address, step.Recorder, compared);
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
            ChangeOrder.Of(changes),
            findings.ConvertAll(f => f.State == PairState.OrphanOnTarget && input.Tombstones.ContainsKey(f.Item.Key) ? f with { State = PairState.Tombstoned } : f),
            unknown.OrderBy(u => u.Address, StringComparer.Ordinal).ThenBy(u => u.Key.Site, StringComparer.Ordinal).ToList(),
            compared[ItemKind.Camera]) { Pairs = compared };
    }

    private void CompareDevices(ItemPair hardware, string hardwareAddress, Item recorder, Dictionary<ItemKind, int> compared)
    {
        foreach (var kind in KindTable.DeviceKinds)
        {
            foreach (var device in input.View(source).ChildrenOf(hardware.On(source).Key, kind))
            {
                if (input.Pairs.Find(source, device.Key) is not { } pair || !options.Managed.CoversDevice(device, input.View(source)))
                {
                    continue;
                }

                compared[kind]++;
                var address = AddressBook.Device(hardwareAddress, pair.On(target));
                comparison.Compare(pair, address, recorder, SyncStage.Device);
                foreach (var part in KindTable.Of(kind).Parts.Where(p => KindTable.Of(p).Stage < SyncStage.Group))
                {
                    comparison.ComparePart(pair, part, AddressBook.Part(address, part), recorder);
                }
            }
        }
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
