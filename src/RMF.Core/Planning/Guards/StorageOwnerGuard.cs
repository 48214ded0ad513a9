using RMF.Core.Inventory;
using RMF.Core.Words;

namespace RMF.Core.Planning.Guards;

/// <summary>
/// Refuses a plan that would put a device on a storage of another recording server: XProtect takes it and records nothing. The planner translates
/// storages within the link and never makes such a change; this looks at what it made all the same.
/// </summary>
public sealed class StorageOwnerGuard : IGuard
{
    private const string Storage = "recordingStorage";

    public string Name => "StorageOwner";

    public string Purpose => "A device on a storage of another recording server is recorded nowhere.";

    public GuardResult? Check(GuardContext context)
    {
        var target = context.Input.View(context.Options.Direction.Target());
        var moved = context.Draft.Changes.Where(c => c.Action == ChangeAction.Move && c.Target is not null).ToDictionary(c => c.Target!.Value, c => c.TargetRecorder);
        var refused = context.Draft.Changes.Where(c => c.Writes && c.Properties.Any(p => p.Path == Storage && p.After is Reference storage && IsElsewhere(storage.Target, c))).Select(c => c.Id).ToList();
        return refused.Count == 0
            ? null
            : new GuardResult(
                Name,
                FormattableString.Invariant($"The plan puts {Counted.Of(refused.Count, "device")} on a storage of another recording server, the first is {refused[0]}; the limit is 0. Look at the storage map of the policy's links; if that is wanted, allow it with -AllowGuard {Name}."),
                refused);

        bool IsElsewhere(ItemKey storage, Change change)
            => target.Find(storage)?.Parent is { } owner && RecorderOf(change) is { } recorder && owner != recorder;

        ItemKey? RecorderOf(Change change)
        {
            if (change.Target is not { } device)
            {
                return change.TargetRecorder;
            }

            return target.Find(device)?.Parent is { } hardware && moved.TryGetValue(hardware, out var to) && to is { } there ? there : target.RecorderOf(device)?.Key;
        }
    }
}
