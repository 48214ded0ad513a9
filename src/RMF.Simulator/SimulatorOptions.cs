namespace RMF.Simulator;

/// <summary>How a simulated site behaves. Set before the site is made.</summary>
public sealed record SimulatorOptions
{
    internal const double DefaultFramesPerSecond = 25;

    /// <summary>All waiting, token expiry and task progress run on it. The caller hands in the real or a virtual clock.</summary>
    public required TimeProvider TimeProvider { get; init; }

    /// <summary>Makes ids and chances. Default: the world's seed.</summary>
    public int? Seed { get; init; }

    /// <summary>
    /// Makes the ids of what requests make. RMF remembers pairs by ids, and its state may outlive a simulated site: then no two runs may give one id,
    /// as no two real sites do. Thread-safe. Default null: the seed makes them, and the same requests in the same order have the same ids.
    /// </summary>
    public Func<Guid>? NewId { get; init; }

    /// <summary>Default: 2025 R2.</summary>
    public Personality Personality { get; init; } = Personality.V2025R2;

    /// <summary>How long a token lives. Default: an hour, as the real identity provider's. A token cannot be refreshed.</summary>
    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromSeconds(3600);

    /// <summary>How long a token for recorders lives. Default: 4 hours, as the server command service says. Logging in again gives another one.</summary>
    public TimeSpan ConnectionTokenLifetime { get; init; } = TimeSpan.FromHours(4);

    /// <summary>Frames a second of every camera, 0.02 to 240. Default null: what the settings of its live stream say, or 25.</summary>
    public double? FramesPerSecond { get; init; }

    /// <summary>How long a queued task runs, give or take a fifth. Default: 200 ms; a real recorder takes seconds per device.</summary>
    public TimeSpan TaskDuration { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>What happens to the windows_credentials grant. Default: the connection must negotiate.</summary>
    public WindowsLogin WindowsLogin { get; init; } = WindowsLogin.RequireNegotiate;

    /// <summary>What PATCH does with a read-only or unknown property. Default: it refuses.</summary>
    public ReadOnlyWrites ReadOnlyWrites { get; init; } = ReadOnlyWrites.Reject;

    /// <summary>Takes one line per request and per event of the site; never a secret. Default: nothing.</summary>
    public Action<string>? Log { get; init; }
}
