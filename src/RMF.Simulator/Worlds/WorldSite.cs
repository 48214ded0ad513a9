namespace RMF.Simulator;

/// <summary>One XProtect site (management server) as it stands when it is started. Immutable.</summary>
public sealed record WorldSite
{
    internal const int MostLicenses = 1_000_000;
    internal const string Corporate = "Corporate";

    public required string Name { get; init; }

    /// <summary>What the host's <c>--site</c> may say instead of the name: <c>primary</c> or <c>secondary</c>, usually. The site itself knows no sides.</summary>
    public string? Side { get; init; }

    public string Description { get; init; } = "";

    public string TimeZone { get; init; } = "Romance Standard Time";

    /// <summary>The basic user who may log in.</summary>
    public string BasicUser { get; init; } = "rmf";

    public string Password { get; init; } = "Simulated-1";

    /// <summary>Which XProtect it is, as its licence says it. Evidence locks are Corporate's alone; nothing else depends on it.</summary>
    public string Product { get; init; } = Corporate;

    /// <summary>Device licences that the site owns, 0 to 1,000,000. A device that is added beyond them runs in its time of grace.</summary>
    public int DeviceLicenses { get; init; } = MostLicenses;

    public IReadOnlyList<WorldRecorder> Recorders { get; init; } = [];

    public IReadOnlyList<WorldGroup> CameraGroups { get; init; } = [];

    public IReadOnlyList<WorldGroup> MicrophoneGroups { get; init; } = [];

    public IReadOnlyList<WorldGroup> SpeakerGroups { get; init; } = [];

    public IReadOnlyList<WorldGroup> InputEventGroups { get; init; } = [];

    public IReadOnlyList<WorldGroup> OutputGroups { get; init; } = [];

    public IReadOnlyList<WorldGroup> MetadataGroups { get; init; } = [];

    public IReadOnlyList<WorldRole> Roles { get; init; } = [];

    /// <summary>Shared view groups with their views.</summary>
    public IReadOnlyList<WorldViewGroup> ViewGroups { get; init; } = [];

    /// <summary>What keeps recordings from being deleted.</summary>
    public IReadOnlyList<WorldEvidenceLock> EvidenceLocks { get; init; } = [];

    /// <summary>The site above it in a federation, which lists it among its child sites; null = it stands alone or at the top.</summary>
    public string? Parent { get; init; }

    /// <summary>True: a token of the parent is good here too. Default: false, each site has its own identity provider.</summary>
    public bool AcceptsParentToken { get; init; }

    /// <summary>The federation of its world; <see cref="World"/> gives all its sites the same one.</summary>
    public Federation Federation { get; init; } = new();

    /// <summary>The network its recorders reach; <see cref="World"/> gives all its sites the same one.</summary>
    public DeviceNetwork Network { get; init; } = new();

    /// <summary>The models its recorders have drivers for.</summary>
    public ModelCatalogue Models { get; init; } = ModelCatalogue.Default;

    /// <summary>The world's seed: with the site's name and an object's path it makes the object's id.</summary>
    public int Seed { get; init; } = 1;

    public int CameraCount => Recorders.Sum(r => r.Hardware.Sum(h => h.Model.Cameras));

    public override string ToString() => Name;
}
