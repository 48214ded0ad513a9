using RMF.Core.Inventory;

namespace RMF.Core.Live;

/// <summary>
/// What the policy says of one tile, overrides applied. Immutable. The policy's reader checks the ranges; the reducer is total for any values,
/// negative ones count as zero.
/// </summary>
public sealed record TileSettings
{
    /// <summary>The side that the tile prefers. Default primary.</summary>
    public Side Priority { get; init; } = Side.Primary;

    /// <summary>How long without a frame is lost, for a stream that sends more often than three times in that time. Default 1 s.</summary>
    public TimeSpan ReactionTime { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The way back. Default <see cref="FailbackMode.Validated"/>.</summary>
    public FailbackMode Failback { get; init; } = FailbackMode.Validated;

    /// <summary>How long a side that was lost must be good before it is trusted. Default 10 s.</summary>
    public TimeSpan ValidateFor { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The wait after validation, for <see cref="FailbackMode.Delayed"/>. Default 0 s.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>The shortest stay after a switch. Leaving a dead picture does not wait for it. Default 5 s.</summary>
    public TimeSpan Dwell { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The time over which failovers are counted. Default 60 s.</summary>
    public TimeSpan FlapWindow { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How many failovers in the window are flapping. Default 3.</summary>
    public int FlapLimit { get; init; } = 3;

    /// <summary>The longest time that flapping holds a tile away. Default 5 min.</summary>
    public TimeSpan HoldMax { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// How much later than others this tile goes home, so that a recording server that is back is not asked by all at once. The host draws it
    /// once for each tile, from 0 to <see cref="JitterLimit"/>. Default 0 s.
    /// </summary>
    public TimeSpan Jitter { get; init; }

    /// <summary>The most that <see cref="Jitter"/> should be: a tenth of the validation, 2 s at most.</summary>
    public TimeSpan JitterLimit => TimeSpan.FromTicks(Math.Min(ValidateFor.Ticks / 10, TimeSpan.TicksPerSecond * 2));
}
