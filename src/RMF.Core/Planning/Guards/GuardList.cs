namespace RMF.Core.Planning.Guards;

/// <summary>All guards, in the order in which they are shown.</summary>
public static class GuardList
{
    public static IReadOnlyList<IGuard> All { get; } =
    [
        new FreezeWindowGuard(),
        new DirectionChangedGuard(),
        new IncompleteSnapshotGuard(),
        new SourceShrankGuard(),
        new RecorderFailedOverGuard(),
        new RecorderWithEvidenceLockGuard(),
        new StorageOwnerGuard(),
        new VersionTooOldGuard(),
        new LicenseShortageGuard(),
        new DeletePercentGuard(),
        new DeleteCountGuard(),
        new UpdatePercentGuard(),
    ];

    /// <summary>What refuses the plan; overrides are the caller's business.</summary>
    public static IReadOnlyList<GuardResult> Check(GuardContext context)
        => All.Select(g => g.Check(context)).OfType<GuardResult>().ToList();
}
