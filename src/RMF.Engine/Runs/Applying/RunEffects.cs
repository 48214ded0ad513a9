using RMF.Core.Inventory;
using RMF.Core.Planning;

namespace RMF.Engine.Runs.Applying;

/// <summary>What a run did to whole devices of the target, for the state. Noted from many threads, read when the run is over.</summary>
internal sealed class RunEffects
{
    private readonly HashSet<ItemKey> created = [];
    private readonly HashSet<ItemKey> deleted = [];
    private readonly HashSet<ItemKey> replaced = [];
    private readonly List<Change> undeleted = [];

    public static RunEffects None { get; } = new();

    /// <summary>Hardware that this run made; what was there already is not in it.</summary>
    public IReadOnlyCollection<ItemKey> Created => created;

    public IReadOnlyCollection<ItemKey> Deleted => deleted;

    /// <summary>Hardware behind which this run put another device.</summary>
    public IReadOnlyCollection<ItemKey> Replaced => replaced;

    /// <summary>Deletes that were wanted and did not come about.</summary>
    public IReadOnlyCollection<Change> Undeleted => undeleted;

    public void Note(Change change, ChangeResult result)
    {
        var isDone = result.Status is ChangeStatus.Verified or ChangeStatus.Confirmed;
        lock (created)
        {
            switch (change.Action)
            {
                case ChangeAction.Create when isDone && !result.WasThere && result.Target is { } key:
                    created.Add(key);
                    break;
                case ChangeAction.Delete when isDone:
                    deleted.Add(change.Target!.Value);
                    break;
                case ChangeAction.Delete:
                    undeleted.Add(change);
                    break;
                case ChangeAction.Replace when isDone:
                    replaced.Add(change.Target!.Value);
                    break;
            }
        }
    }
}
