namespace RMF.Policy;

/// <summary>How hard a site is worked.</summary>
public sealed record PerformancePolicy
{
    /// <summary>Connections at a time to one site. Default 8, 1 to 32.</summary>
    public int Connections { get; init; } = 8;

    /// <summary>Items of one page of a bulk read. Default 500, 10 to 10000.</summary>
    public int PageSize { get; init; } = 500;

    /// <summary>The longest wait for one answer. Default 180 s, 5 s to 30 min.</summary>
    public TimeSpan ReadTimeout { get; init; } = TimeSpan.FromSeconds(180);
}
