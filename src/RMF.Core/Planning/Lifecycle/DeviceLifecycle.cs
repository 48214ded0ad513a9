using RMF.Core.Inventory;
using RMF.Core.Pairing;

namespace RMF.Core.Planning.Lifecycle;

/// <summary>Plans replace and move of hardware that both sides have. A device that was replaced and moved is replaced first, where it stands.</summary>
internal sealed class DeviceLifecycle
{
    private readonly PlanningInput input;
    private readonly PlanningOptions options;
    private readonly Side source;
    private readonly Side target;
    private readonly ReplacementPlanner replacements;

    public DeviceLifecycle(PlanningInput input, PlanningOptions options)
    {
        this.input = input;
        this.options = options;
        source = options.Direction.Source();
        target = options.Direction.Target();
        replacements = new ReplacementPlanner(input, options);
    }

    /// <param name="recorder">Where the target's hardware hangs now.</param>
    public LifecycleStep Of(ItemPair hardware, string address, Item recorder)
    {
        var template = new Change
        {
            Id = address,
            Address = address,
            Kind = ItemKind.Hardware,
            Name = hardware.On(source).Name,
            Action = ChangeAction.None,
            Reason = ChangeReason.DeviceReplaced,
            Site = hardware.On(target).Key.Site,
            Source = hardware.On(source).Key,
            Target = hardware.On(target).Key,
            TargetRecorder = recorder.Key,
            Stage = Kinds.SyncStage.Lifecycle,
        };
        var changes = new List<Change>();
        if (hardware.State == PairState.Replaced)
        {
            changes.AddRange(replacements.Plan(hardware, recorder, template));
            if (!changes.Exists(c => c.Writes))
            {
                return new LifecycleStep(changes, recorder, IsHeld: true, null);
            }
        }

        var rewrites = changes.Find(c => c is { Action: ChangeAction.Replace, Method: WriteMethod.Task });
        if (Move(hardware, recorder, template) is { } move)
        {
            changes.Add(move with { DependsOn = changes.Where(c => c.Action == ChangeAction.Replace).Select(c => c.Id).ToList() });
            if (move.Writes && input.View(target).Find(move.TargetRecorder!.Value) is { } wanted)
            {
                return new LifecycleStep(changes, wanted, IsHeld: false, rewrites);
            }
        }

        return new LifecycleStep(changes, recorder, IsHeld: false, rewrites);
    }

    private Change? Move(ItemPair hardware, Item recorder, Change template)
    {
        if (input.RecorderOf(source, hardware.On(source)) is not { } from || LinkOf(hardware) is not { } link || link.Secondary == SecondaryRecorder(hardware))
        {
            return null;
        }

        var candidates = target == Side.Secondary ? [link.Secondary] : input.Topology.LinksOfSecondary(from.Key).Select(l => l.Primary).ToList();
        var secondary = target == Side.Secondary ? link.Secondary : from.Key;
        var manyToOne = input.Topology.LinksOfSecondary(secondary).Count > 1;
        var wanted = candidates.Count == 1 ? input.View(target).Find(candidates[0]) : null;
        var why = !LifecycleMatrix.CanMove(options.Direction, input.Topology.IsManual || options.IsManual, manyToOne)
                ? input.Topology.IsManual || options.IsManual ? "in mode manual nothing is moved" : $"several primaries are linked to '{from.Name}', so it is not known to which one it belongs"
            : !options.Lifecycle.Move ? "lifecycle.move is off in the policy"
            : wanted is null ? $"no recording server is linked to '{from.Name}'"
            : replacements.WhyNoDriver(hardware.On(source), wanted);
        return why is null
            ? template with
            {
                Id = template.Address + "#move",
                Action = ChangeAction.Move,
                Reason = ChangeReason.DeviceMoved,
                Method = WriteMethod.Task,
                TargetRecorder = wanted!.Key,
                Detail = $"from recording server '{recorder.Name}' to '{wanted.Name}'",
            }
            : template with
            {
                Id = template.Address + "#moved",
                Action = ChangeAction.Unsupported,
                Reason = ChangeReason.DeviceMoved,
                Detail = $"the {source.ToString().ToLowerInvariant()} device hangs on recording server '{from.Name}' now, this one on '{recorder.Name}'; {why}",
            };
    }

    private RecorderLink? LinkOf(ItemPair hardware)
        => input.RecorderOf(Side.Primary, hardware.Primary) is { } recorder ? input.Topology.LinkOf(recorder.Key, hardware.Primary.Key) : null;

    private ItemKey? SecondaryRecorder(ItemPair hardware) => input.RecorderOf(Side.Secondary, hardware.Secondary)?.Key;
}
