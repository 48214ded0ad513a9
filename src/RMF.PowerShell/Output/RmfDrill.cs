using RMF.Engine.Live.Drill;

namespace RMF.PowerShell;

/// <summary>What a failover drill measured. Times are milliseconds without a new picture.</summary>
public sealed class RmfDrill
{
    /// <summary>Tiles that took part.</summary>
    public int Tiles { get; internal init; }

    /// <summary>How often each lost its side.</summary>
    public int Rounds { get; internal init; }

    /// <summary>Silence or Cut.</summary>
    public string Method { get; internal init; } = "";

    /// <summary>How often a tile switched; tiles times rounds when all did.</summary>
    public int Switched { get; internal init; }

    /// <summary>How often a tile was home again after its round.</summary>
    public int WentHome { get; internal init; }

    /// <summary>Switches that nothing had caused.</summary>
    public int FalseSwitches { get; internal init; }

    /// <summary>The gap that half of the switches did not exceed.</summary>
    public double? GapMsP50 { get; internal init; }

    /// <summary>The gap that 99 of 100 switches did not exceed.</summary>
    public double? GapMsP99 { get; internal init; }

    /// <summary>The longest gap.</summary>
    public double? GapMsMax { get; internal init; }

    /// <summary>Cameras that did not show pictures of both sides and took no part.</summary>
    public IReadOnlyList<string> NotReady { get; internal init; } = [];

    /// <inheritdoc/>
    public override string ToString() => $"{Switched} switches of {Tiles} tiles, p99 {GapMsP99} ms, {FalseSwitches} false";

    internal static RmfDrill Of(DrillResult result) => new()
    {
        Tiles = result.Tiles,
        Rounds = result.Options.Rounds,
        Method = result.Options.Obstruction.ToString(),
        Switched = result.Switched,
        WentHome = result.WentHome,
        FalseSwitches = result.FalseSwitches,
        GapMsP50 = Milliseconds(result.Percentile(0.5)),
        GapMsP99 = Milliseconds(result.Percentile(0.99)),
        GapMsMax = Milliseconds(result.Percentile(1)),
        NotReady = result.NotReady,
    };

    private static double? Milliseconds(TimeSpan? gap) => gap is { } value ? Math.Round(value.TotalMilliseconds, 1) : null;
}
