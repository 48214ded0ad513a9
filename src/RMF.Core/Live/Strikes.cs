namespace RMF.Core.Live;

/// <summary>
/// How often a home side was lost of late. Each failover adds one; time at home takes one away for each window divided by its limit, so a side
/// that fails less often than the limit in the window never counts as flapping. Time that is spent away heals nothing. Immutable.
/// </summary>
public readonly record struct Strikes
{
    // The hold has reached any limit long before.
    private const int Most = 40;

    /// <summary>Failovers that still count.</summary>
    public int Count { get; init; }

    /// <summary>When the last one was. Null = never.</summary>
    public TimeSpan? LastFailover { get; init; }

    /// <summary>How long the tile stays away after the last failover: nothing below the limit, then doubling from the dwell up to the longest hold.</summary>
    public TimeSpan Hold(TileSettings settings)
    {
        var over = Count - settings.FlapLimit;
        if (over < 0 || LastFailover is null)
        {
            return TimeSpan.Zero;
        }

        var first = Math.Max(Math.Max(settings.Dwell.Ticks, settings.ValidateFor.Ticks), TimeSpan.TicksPerSecond);
        var hold = first * Math.Pow(2, over);
        return hold >= settings.HoldMax.Ticks ? settings.HoldMax : TimeSpan.FromTicks((long)hold);
    }

    internal bool IsHeld(TileSettings settings, TimeSpan now) => LastFailover is { } last && now - last < Hold(settings);

    /// <param name="settings">Say what counts.</param>
    /// <param name="cameHome">Since when the tile was at home.</param>
    /// <param name="now">The time of the failover.</param>
    internal Strikes AfterFailover(TileSettings settings, TimeSpan cameHome, TimeSpan now)
    {
        var heals = Math.Max(settings.FlapWindow.Ticks / Math.Max(settings.FlapLimit, 1), 1);
        var healed = Math.Min((now - cameHome).Ticks / heals, Most);
        return new Strikes { Count = Math.Min(Math.Max(Count - (int)Math.Max(healed, 0), 0) + 1, Most), LastFailover = now };
    }

    /// <summary>The last failover does not count: the other side was lost at the same time, so it was most likely this host.</summary>
    internal Strikes WithoutLast() => this with { Count = Math.Max(Count - 1, 0) };
}
