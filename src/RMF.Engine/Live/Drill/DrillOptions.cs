using RMF.Core.Inventory;

namespace RMF.Engine.Live.Drill;

/// <summary>How a drill is made. Immutable.</summary>
public sealed record DrillOptions
{
    /// <summary>How often each tile loses its home. 1 to <see cref="MostRounds"/>. Default 3.</summary>
    public int Rounds { get; init; } = 3;

    /// <summary>What happens to the stream. Default <see cref="Obstruction.Silence"/>.</summary>
    public Obstruction Obstruction { get; init; } = Obstruction.Silence;

    /// <summary>The side that is lost. Null = the one that each tile prefers.</summary>
    public Side? Side { get; init; }

    /// <summary>How long the tiles have for their first pictures of both sides. Default 15 s.</summary>
    public TimeSpan Start { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long nothing is done before each round, to see that no tile moves by itself. Default 1 s.</summary>
    public TimeSpan Quiet { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How much longer than its threshold a tile may take before it counts as not switched. Default 5 s.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(5);

    public const int MostRounds = 1000;
}
