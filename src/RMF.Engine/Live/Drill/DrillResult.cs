namespace RMF.Engine.Live.Drill;

/// <summary>What a drill measured. Immutable.</summary>
/// <param name="Rows">One for each tile and round.</param>
/// <param name="NotReady">Tiles that did not have pictures of both sides; they took no part.</param>
/// <param name="FalseSwitches">Switches that nothing had caused.</param>
/// <param name="Options">How it was made.</param>
public sealed record DrillResult(IReadOnlyList<DrillRow> Rows, IReadOnlyList<string> NotReady, int FalseSwitches, DrillOptions Options)
{
    /// <summary>Tiles that took part.</summary>
    public int Tiles => Rows.Select(r => r.Tile).Distinct(StringComparer.Ordinal).Count();

    /// <summary>How often a tile switched.</summary>
    public int Switched => Rows.Count(r => r.Gap is not null);

    /// <summary>How often a tile was home again after its round.</summary>
    public int WentHome => Rows.Count(r => r.WentHome);

    /// <summary>The gaps, shortest first.</summary>
    public IReadOnlyList<TimeSpan> Gaps { get; } = Rows.Where(r => r.Gap is not null).Select(r => r.Gap!.Value).OrderBy(g => g).ToList();

    /// <summary>The gap that this share of all switches did not exceed, by the nearest rank. Null = nothing switched.</summary>
    /// <param name="share">Above 0, up to 1: 0.99 for the 99th percentile.</param>
    public TimeSpan? Percentile(double share) => Gaps.Count == 0 ? null : Gaps[Math.Min(Math.Max((int)Math.Ceiling(share * Gaps.Count) - 1, 0), Gaps.Count - 1)];
}
