namespace RMF.Core.Planning;

/// <summary>
/// Which lifecycle operation is possible in which direction and mode. In manual mode nobody is added or moved, because the policy names
/// each camera; with several primaries on one secondary a restore cannot tell which primary a camera belongs to, so adds and moves are reported, not guessed.
/// Replaces and deletes follow the pair, which is one to one everywhere.
/// </summary>
public static class LifecycleMatrix
{
    public static bool CanAdd(SyncDirection direction, bool manual, bool manyToOne) => !manual && (direction == SyncDirection.Backup || !manyToOne);

    public static bool CanMove(SyncDirection direction, bool manual, bool manyToOne) => CanAdd(direction, manual, manyToOne);

    /// <summary>
    /// The order in which the steps of the lifecycle are carried out, 0 first: delete, make room, replace, move, add. What leaves a recording
    /// server makes room for what comes.
    /// </summary>
    public static int OrderOf(Change change) => change.Stage != Kinds.SyncStage.Lifecycle ? 0 : change.Action switch
    {
        ChangeAction.Update => 1,
        ChangeAction.Replace => 2,
        ChangeAction.Move => 3,
        ChangeAction.Create => 4,
        _ => 0,
    };
}
