using RMF.Policy.Description;

namespace RMF.Policy;

/// <summary>
/// A whole policy, with all defaults in place. Immutable and thread-safe. Two policies of the same content have the same
/// <see cref="PolicyHash"/>; the records themselves compare lists by reference.
/// </summary>
public sealed record RedundancyPolicy
{
    /// <summary>The version of the format that this library reads and writes.</summary>
    public const string ApiVersion = "rmf/v1";

    /// <summary>The only kind of file there is.</summary>
    public const string Kind = "RedundancyPolicy";

    private readonly Lazy<string> hash;

    /// <summary>Makes the policy of defaults; it is not valid before it names sites, recorders and a link.</summary>
    public RedundancyPolicy() => hash = new(() => CanonicalText.Hash(this));

    private RedundancyPolicy(RedundancyPolicy other)
    {
        Name = other.Name;
        Architecture = other.Architecture;
        Mode = other.Mode;
        Direction = other.Direction;
        Sites = other.Sites;
        Recorders = other.Recorders;
        Links = other.Links;
        Cameras = other.Cameras;
        Naming = other.Naming;
        HardwareCredentials = other.HardwareCredentials;
        State = other.State;
        Manage = other.Manage;
        Lifecycle = other.Lifecycle;
        Synchronize = other.Synchronize;
        Conflicts = other.Conflicts;
        Guards = other.Guards;
        Live = other.Live;
        Playback = other.Playback;
        Ptz = other.Ptz;
        Recording = other.Recording;
        Schedule = other.Schedule;
        Performance = other.Performance;
        hash = new(() => CanonicalText.Hash(this));
    }

    /// <summary>The policy's name. Default: the name of its file without the extension.</summary>
    public string Name { get; init; } = "policy";

    /// <summary>How the sides are laid out. Default federated.</summary>
    public Architecture Architecture { get; init; } = Architecture.Federated;

    /// <summary>How cameras find their counterpart. Default auto.</summary>
    public PairingMode Mode { get; init; } = PairingMode.Auto;

    /// <summary>Which side overwrites which. Default backup: primary to secondary.</summary>
    public SyncDirection Direction { get; init; } = SyncDirection.Backup;

    /// <summary>The sites by name. Required in the file.</summary>
    public IReadOnlyDictionary<string, SitePolicy> Sites { get; init; } = new Dictionary<string, SitePolicy>(StringComparer.Ordinal);

    /// <summary>The recorders that take part. Required in the file.</summary>
    public RecorderLabels Recorders { get; init; } = new();

    /// <summary>Recorder pairs and their storages. In mode auto each primary stands in exactly one.</summary>
    public IReadOnlyList<RecorderLink> Links { get; init; } = [];

    /// <summary>Cameras one by one, in mode manual alone. Default none.</summary>
    public IReadOnlyList<CameraMapping> Cameras { get; init; } = [];

    /// <summary>How the sides' names belong together.</summary>
    public NamingPolicy Naming { get; init; } = new();

    /// <summary>Log-ins of cameras; the first that matches is used. Default none.</summary>
    public IReadOnlyList<HardwareCredential> HardwareCredentials { get; init; } = [];

    /// <summary>Where state is kept.</summary>
    public StatePolicy State { get; init; } = new();

    /// <summary>What may be touched. Default everything on labelled recorders.</summary>
    public ManagePolicy Manage { get; init; } = new();

    /// <summary>Add, replace, move, delete.</summary>
    public LifecyclePolicy Lifecycle { get; init; } = new();

    /// <summary>What is kept equal.</summary>
    public SynchronizePolicy Synchronize { get; init; } = new();

    /// <summary>What happens when both sides changed the same property. Default refuse.</summary>
    public ConflictRule Conflicts { get; init; } = ConflictRule.Refuse;

    /// <summary>The limits at which a run stops and asks.</summary>
    public GuardPolicy Guards { get; init; } = new();

    /// <summary>Live video.</summary>
    public LivePolicy Live { get; init; } = new();

    /// <summary>Recorded video.</summary>
    public PlaybackPolicy Playback { get; init; } = new();

    /// <summary>PTZ presets.</summary>
    public PtzPolicy Ptz { get; init; } = new();

    /// <summary>Manual recording.</summary>
    public RecordingPolicy Recording { get; init; } = new();

    /// <summary>Runs of the service.</summary>
    public SchedulePolicy Schedule { get; init; } = new();

    /// <summary>Load on the sites.</summary>
    public PerformancePolicy Performance { get; init; } = new();

    /// <summary>The state file, relative to the policy file's folder: <see cref="StatePolicy.Path"/> or <c>./{name}.rmfstate.json</c>.</summary>
    public string StatePath => State.Path ?? $"./{Name}.rmfstate.json";

    /// <summary>
    /// SHA-256 of the canonical content, 64 lower-case hexadecimal digits. Comments, order of keys, spelling of values and
    /// defaults that are written out do not change it.
    /// </summary>
    public string PolicyHash => hash.Value;

    /// <summary>Compares by content, through <see cref="PolicyHash"/>.</summary>
    public bool Equals(RedundancyPolicy? other)
        => other is not null && (ReferenceEquals(this, other) || string.Equals(PolicyHash, other.PolicyHash, StringComparison.Ordinal));

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(PolicyHash);
}
