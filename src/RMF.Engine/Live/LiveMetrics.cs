#if NET8_0_OR_GREATER
using System.Diagnostics.Metrics;
#endif
using RMF.Core.Inventory;

namespace RMF.Engine.Live;

/// <summary>
/// What the tiles of this process do, for any listener of the meter <see cref="Name"/>: <c>rmf.live.frames</c> by side, <c>rmf.live.switches</c>
/// by cause, <c>rmf.live.gap</c> in milliseconds. Windows PowerShell's build has no meters.
/// </summary>
public static class LiveMetrics
{
    /// <summary>The meter's name.</summary>
    public const string Name = "RMF.Live";

#if NET8_0_OR_GREATER
    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Frames = Meter.CreateCounter<long>("rmf.live.frames", "{frame}", "Frames of live streams.");
    private static readonly Counter<long> Switches = Meter.CreateCounter<long>("rmf.live.switches", "{switch}", "Tiles that changed their side or lost their picture.");
    private static readonly Histogram<double> Gaps = Meter.CreateHistogram<double>("rmf.live.gap", "ms", "From the last picture of the side before a switch to the first one after it.");
    private static readonly KeyValuePair<string, object?>[] Sides = [new("side", "primary"), new("side", "secondary")];

    internal static void Frame(Side side) => Frames.Add(1, Sides[(int)side]);

    internal static void Moved(TileSwitch moved) => Switches.Add(1, new KeyValuePair<string, object?>("cause", moved.Cause.ToString()));

    internal static void Picture(TimeSpan gap) => Gaps.Record(gap.TotalMilliseconds);
#else
    internal static void Frame(Side side) => _ = side;

    internal static void Moved(TileSwitch moved) => _ = moved;

    internal static void Picture(TimeSpan gap) => _ = gap;
#endif
}
