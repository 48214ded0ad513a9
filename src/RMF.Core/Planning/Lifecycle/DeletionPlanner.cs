using RMF.Core.Inventory;
using RMF.Core.Kinds;
using RMF.Core.Pairing;

namespace RMF.Core.Planning.Lifecycle;

/// <summary>
/// Plans the deletes: the target's hardware whose twin the source had and has no more. Only of remembered pairs that RMF owns, only when
/// the source says of the very object that it does not exist, only when the policy covers every camera of it. Never at first sight.
/// </summary>
internal sealed class DeletionPlanner
{
    private readonly PlanningInput input;
    private readonly PlanningOptions options;
    private readonly Side source;
    private readonly Side target;

    public DeletionPlanner(PlanningInput input, PlanningOptions options)
    {
        this.input = input;
        this.options = options;
        source = options.Direction.Source();
        target = options.Direction.Target();
    }

    public List<Change> Plan(IReadOnlyList<PairFinding> findings)
    {
        var result = new List<Change>();
        if (!options.Lifecycle.Delete || input.Gone.Count == 0)
        {
            return result;
        }

        var ambiguous = new HashSet<ItemKey>(findings.Where(f => f.State == PairState.Ambiguous).Select(f => f.Item.Key));
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var remembered in input.Memory.Pairs.Where(p => p.Primary.Kind == ItemKind.Hardware && p.Ownership != Ownership.None))
        {
            if (!input.Gone.Contains(remembered.On(source))
                || input.View(source).Find(remembered.On(source)) is not null
                || input.View(target).Find(remembered.On(target)) is not { } hardware
                || input.Pairs.Find(target, hardware.Key) is not null
                || ambiguous.Contains(hardware.Key)
                || input.RecorderOf(target, hardware) is not { } recorder)
            {
                continue;
            }

            var address = AddressBook.Hardware(target, recorder, hardware);
            var foreign = input.View(target).ChildrenOf(hardware.Key, ItemKind.Camera).FirstOrDefault(c => !IsOurs(c));
            var change = new Change
            {
                Id = ids.Add(address) ? address + "#delete" : address + "~" + hardware.Key.Id + "#delete",
                Address = address,
                Kind = ItemKind.Hardware,
                Name = hardware.Name,
                Action = ChangeAction.Delete,
                Reason = ChangeReason.SourceDeleted,
                Site = hardware.Key.Site,
                Source = remembered.On(source),
                Target = hardware.Key,
                TargetRecorder = recorder.Key,
                Stage = SyncStage.Lifecycle,
                Method = WriteMethod.Task,
                Detail = input.Tombstones.TryGetValue(hardware.Key, out var since)
                    ? FormattableString.Invariant($"deleted on the source, known since {since:yyyy-MM-dd HH:mm} UTC; its recordings on this recording server go with it")
                    : "deleted on the source; its recordings on this recording server go with it",
            };
            result.Add(foreign is null
                ? change
                : change with { Action = ChangeAction.Unsupported, Method = WriteMethod.None, Detail = $"deleted on the source, but RMF does not own its camera '{foreign.Name}', or the policy does not manage it" });
        }

        return result;
    }

    private bool IsOurs(Item camera)
        => input.Memory.Find(target, camera.Key) is { Ownership: not Ownership.None } && options.Managed.CoversCamera(camera, input.View(target));
}
