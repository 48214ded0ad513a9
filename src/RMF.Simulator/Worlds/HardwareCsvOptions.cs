namespace RMF.Simulator;

/// <summary>How a hardware list becomes a world.</summary>
public sealed record HardwareCsvOptions
{
    /// <summary>Name of the site. Default: the file's name without its ending.</summary>
    public string? SiteName { get; init; }

    /// <summary>The recording server of rows that name none. Default: such a row is an error.</summary>
    public string? RecordingServer { get; init; }

    /// <summary>
    /// Default: true, the world has a second site (name of the first and <c>-dr</c>, side secondary) with a recorder for
    /// each recorder of the list, the same storages, and no hardware yet.
    /// </summary>
    public bool AddEmptySecondary { get; init; } = true;

    public int Seed { get; init; } = World.DefaultSeed;
}
