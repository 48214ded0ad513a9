namespace RMF.Simulator;

/// <summary>How large a generated world is, and how far its second sites are from their first ones. Same shape, same world.</summary>
public sealed record WorldShape
{
    /// <summary>Most cameras of one site.</summary>
    public const int CamerasLimit = 100_000;

    /// <summary>Most sites of one world.</summary>
    public const int SitesLimit = 50;

    /// <summary>Cameras of one recorder where <see cref="RecordersPerSite"/> is left to the generator; large sites run about so many.</summary>
    public const int CamerasPerRecorder = 120;

    /// <summary>Cameras of each site, 1 to 100,000.</summary>
    public required int Cameras { get; init; }

    /// <summary>
    /// Sites, 1 to 50. They come in pairs of a primary and a secondary that reach the same devices; each pair has devices of
    /// its own.
    /// </summary>
    public int Sites { get; init; } = 2;

    /// <summary>Recorders of each site. Default: 0, one for each 120 cameras.</summary>
    public int RecordersPerSite { get; init; }

    public int Seed { get; init; } = World.DefaultSeed;

    /// <summary>Share of the hardware that secondaries do not have yet, 0 to 1. Default: 0.</summary>
    public double Missing { get; init; }

    /// <summary>Share of the hardware that secondaries have set up differently, 0 to 1. Default: 0.</summary>
    public double Drift { get; init; }

    internal int Recorders => RecordersPerSite > 0 ? RecordersPerSite : (Cameras + CamerasPerRecorder - 1) / CamerasPerRecorder;

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Cameras, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Cameras, CamerasLimit);
        ArgumentOutOfRangeException.ThrowIfLessThan(Sites, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Sites, SitesLimit);
        ArgumentOutOfRangeException.ThrowIfNegative(RecordersPerSite);
        Share(Missing, nameof(Missing));
        Share(Drift, nameof(Drift));
    }

    private static void Share(double value, string name)
    {
        if (value is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(name, value, "A share lies between 0 and 1.");
        }
    }
}
