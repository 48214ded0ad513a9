using RMF.Core.Kinds;
using RMF.Core.Planning;
using RMF.Core.Planning.Guards;
using RMF.Policy;
using ConflictRule = RMF.Core.Planning.ConflictRule;
using SyncDirection = RMF.Core.Planning.SyncDirection;

namespace RMF.Engine.Runs.Setup;

/// <summary>What planning needs, out of a policy. The one place where the policy's switches meet the kind table's categories.</summary>
public static class PolicyMapping
{
    public static PlanningOptions ToOptions(RedundancyPolicy policy, IManagedSet managed, IReadOnlyCollection<SyncCategory>? only = null)
    {
        var categories = Categories(policy);
        return new PlanningOptions
        {
            Direction = Direction(policy),
            Categories = only is null ? categories : categories.Where(only.Contains).ToList(),
            Lifecycle = new LifecycleOptions(policy.Lifecycle.Add, policy.Lifecycle.Replace, policy.Lifecycle.Move, policy.Lifecycle.Delete),
            Conflicts = policy.Conflicts switch
            {
                RMF.Policy.ConflictRule.SourceWins => ConflictRule.SourceWins,
                RMF.Policy.ConflictRule.TargetWins => ConflictRule.TargetWins,
                _ => ConflictRule.Refuse,
            },
            Naming = Naming(policy),
            Managed = managed,
            IsManual = policy.Mode == PairingMode.Manual,
        };
    }

    /// <summary>The freeze window that is open at a moment, for people; null when none is. Times of day are those of the moment's own offset.</summary>
    public static string? OpenFreezeWindow(RedundancyPolicy policy, DateTimeOffset now)
        => policy.Guards.Freeze.FirstOrDefault(w => w.Contains(now)) is { } open
            ? $"{open.From} to {open.To}" + (open.Reason is null ? string.Empty : $" ({open.Reason})")
            : null;

    public static GuardLimits ToLimits(RedundancyPolicy policy) => new(policy.Guards.DeletePercent, policy.Guards.UpdatePercent, policy.Guards.DeleteCount);

    public static SyncDirection Direction(RedundancyPolicy policy)
        => policy.Direction == RMF.Policy.SyncDirection.Backup ? SyncDirection.Backup : SyncDirection.Restore;

    public static INaming Naming(RedundancyPolicy policy)
        => policy.Naming.Secondary.IsIdentity ? SameNames.Instance : new PatternNaming(policy.Naming.Secondary);

    public static IReadOnlyList<SyncCategory> Categories(RedundancyPolicy policy)
    {
        var sync = policy.Synchronize;
        var cameras = sync.Cameras;
        var switches = new (bool On, SyncCategory Category)[]
        {
            (sync.Hardware is { Enabled: true, General: true }, SyncCategory.Hardware),
            (sync.Hardware is { Enabled: true, DriverSettings: true }, SyncCategory.HardwareDriver),
            (sync.Hardware is { Enabled: true, PtzPorts: true }, SyncCategory.HardwarePtz),
            (cameras.Enabled && cameras.General, SyncCategory.CameraGeneral),
            (cameras.Enabled && cameras.Recording, SyncCategory.CameraRecording),
            (cameras.Enabled && cameras.Streams, SyncCategory.Streams),
            (cameras.Enabled && cameras.StreamSelection, SyncCategory.StreamSelection),
            (cameras.Enabled && cameras.Motion, SyncCategory.Motion),
            (cameras.Enabled && cameras.Presets, SyncCategory.Presets),
            (cameras.Enabled && cameras.Patrolling, SyncCategory.Patrolling),
            (cameras.Enabled && cameras.Privacy, SyncCategory.Privacy),
            (cameras.Enabled && cameras.Fisheye, SyncCategory.Fisheye),
            (cameras.Enabled && cameras.Events, SyncCategory.Events),
            (cameras.Enabled && cameras.ClientSettings, SyncCategory.ClientSettings),
            (cameras.Enabled && cameras.CustomProperties, SyncCategory.CustomProperties),
            (sync.Microphones is { Enabled: true, General: true }, SyncCategory.MicrophoneGeneral),
            (sync.Microphones is { Enabled: true, Recording: true }, SyncCategory.MicrophoneRecording),
            (sync.Speakers is { Enabled: true, General: true }, SyncCategory.SpeakerGeneral),
            (sync.Speakers is { Enabled: true, Recording: true }, SyncCategory.SpeakerRecording),
            (sync.Metadata is { Enabled: true, General: true }, SyncCategory.MetadataGeneral),
            (sync.Metadata is { Enabled: true, Recording: true }, SyncCategory.MetadataRecording),
            (sync.Inputs, SyncCategory.InputGeneral),
            (sync.Outputs, SyncCategory.OutputGeneral),
            (sync.Groups, SyncCategory.Groups),
            (sync.Roles.Enabled, SyncCategory.Roles),
            (sync.Roles is { Enabled: true, OtherDevices: true }, SyncCategory.RoleDevices),
            (sync.Views.Native, SyncCategory.Views),
            (sync.Views.Native || IsMakingHighAvailabilityViews(policy), SyncCategory.ViewGroups),
            (IsMakingHighAvailabilityViews(policy), SyncCategory.HighAvailabilityViews),
        };
        return switches.Where(s => s.On).Select(s => s.Category).ToList();
    }

    /// <summary>They are made on the secondary out of the primary's views, so that only a backup makes them.</summary>
    private static bool IsMakingHighAvailabilityViews(RedundancyPolicy policy) => policy.Synchronize.Views.HighAvailability && policy.Direction == RMF.Policy.SyncDirection.Backup;

    private sealed class PatternNaming(NamingPattern pattern) : INaming
    {
        public string ToSecondary(string primaryName) => pattern.Apply(primaryName);

        public bool TryToPrimary(string secondaryName, out string primaryName) => pattern.TryInvert(secondaryName, out primaryName);
    }
}
