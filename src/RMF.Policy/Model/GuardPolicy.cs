namespace RMF.Policy;

/// <summary>The limits at which a run stops and asks.</summary>
public sealed record GuardPolicy
{
    /// <summary>The largest share of items that one run may delete. Default 30, 0 to 100, percent.</summary>
    public int DeletePercent { get; init; } = 30;

    /// <summary>The largest share of items that one run may update. Default 30, 0 to 100, percent.</summary>
    public int UpdatePercent { get; init; } = 30;

    /// <summary>The largest number of items that one run may delete. Default 50, 0 to 100000.</summary>
    public int DeleteCount { get; init; } = 50;

    /// <summary>Times at which nothing is written. Default none.</summary>
    public IReadOnlyList<FreezeWindow> Freeze { get; init; } = [];
}
