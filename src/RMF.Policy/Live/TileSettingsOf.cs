using RMF.Core.Inventory;
using RMF.Core.Live;

namespace RMF.Policy.Live;

/// <summary>What the policy says of a tile, in the words of the decision. Every host asks here, so that the policy means the same in all of them.</summary>
public static class TileSettingsOf
{
    /// <summary>The settings of one tile.</summary>
    /// <param name="live">The live part of the policy, with this tile's override applied (<see cref="LivePolicy.For"/>).</param>
    /// <param name="chance">The tile's own number from 0 up to 1, drawn once: it spreads the ways home of many tiles.</param>
    public static TileSettings Policy(LivePolicy live, double chance)
    {
        var settings = new TileSettings
        {
            Priority = live.Priority == PreferredSide.Primary ? Side.Primary : Side.Secondary,
            ReactionTime = live.ReactionTime,
            Failback = live.Failback.Policy switch
            {
                FailbackRule.Immediate => FailbackMode.Immediate,
                FailbackRule.Delayed => FailbackMode.Delayed,
                FailbackRule.Manual => FailbackMode.Manual,
                FailbackRule.Never => FailbackMode.Never,
                _ => FailbackMode.Validated,
            },
            ValidateFor = live.Failback.ValidateFor,
            Delay = live.Failback.Delay,
            Dwell = live.Dwell,
            FlapWindow = live.Flapping.Window,
            FlapLimit = live.Flapping.Limit,
            HoldMax = live.Flapping.HoldMax,
        };
        return settings with { Jitter = TimeSpan.FromTicks((long)(settings.JitterLimit.Ticks * Math.Min(Math.Max(chance, 0), 1))) };
    }
}
