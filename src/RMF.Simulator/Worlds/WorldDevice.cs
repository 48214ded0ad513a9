namespace RMF.Simulator;

/// <summary>
/// What a world says of one camera, microphone, speaker, input, output or metadata device beyond what its model gives.
/// A device that is not listed exists all the same, with its model's values.
/// </summary>
public sealed record WorldDevice
{
    private static readonly IReadOnlyDictionary<string, object> None = new Dictionary<string, object>(StringComparer.Ordinal);

    /// <summary>Position of the device in its hardware, from 0.</summary>
    public required int Channel { get; init; }

    /// <summary>Default: the hardware's name, a dash, the kind and its number, as XProtect names new devices.</summary>
    public string? Name { get; init; }

    /// <summary>Default: cameras and microphones are enabled, the others are not.</summary>
    public bool? Enabled { get; init; }

    /// <summary>Name of a storage of the same recorder. Default: the recorder's default storage.</summary>
    public string? Storage { get; init; }

    /// <summary>Fields of the device's resource by API name (<c>shortName</c>, <c>recordingFramerate</c>, ...), as string, bool, long or double.</summary>
    public IReadOnlyDictionary<string, object> Properties { get; init; } = None;

    /// <summary>General settings by API name, within the model's definitions.</summary>
    public IReadOnlyDictionary<string, object> General { get; init; } = None;

    /// <summary>PTZ settings by API name.</summary>
    public IReadOnlyDictionary<string, object> PtzSettings { get; init; } = None;

    /// <summary>Settings by stream, in the model's order of streams; shorter than that order when the rest keeps its defaults.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, object>> StreamSettings { get; init; } = [];

    /// <summary>Which streams are used and for what. Empty: the first stream, live and recorded.</summary>
    public IReadOnlyList<WorldStreamUse> Streams { get; init; } = [];

    public IReadOnlyList<WorldPreset> Presets { get; init; } = [];

    public IReadOnlyList<WorldPatrolling> Patrolling { get; init; } = [];

    /// <summary>What is recorded of it. Default null: everything, for as long as its storage keeps it.</summary>
    public WorldRecordings? Recordings { get; init; }

    /// <summary>Motion detection by API name.</summary>
    public IReadOnlyDictionary<string, object> Motion { get; init; } = None;

    /// <summary>Privacy mask by API name.</summary>
    public IReadOnlyDictionary<string, object> Privacy { get; init; } = None;
}
