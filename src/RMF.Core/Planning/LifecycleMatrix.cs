namespace RMF.Core.Planning;

/// <summary>
/// Which lifecycle operation is possible in which direction and mode. In manual mode nobody is added or moved, because the policy names
/// each camera; with several primaries on one secondary a restore cannot tell which primary a camera belongs to, so adds and moves are reported, not guessed.
/// </summary>
public static class LifecycleMatrix
{
    public static bool CanAdd(SyncDirection direction, bool manual, bool manyToOne) => !manual && (direction == SyncDirection.Backup || !manyToOne);

    public static bool CanMove(SyncDirection direction, bool manual, bool manyToOne) => CanAdd(direction, manual, manyToOne);
}
