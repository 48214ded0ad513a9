namespace RMF.Core.Live;

/// <summary>
/// How often a stream sends frames, learned from its frames. A stream of one frame a second, or of key frames alone, must not look lost
/// between two of them. Immutable.
/// </summary>
public readonly record struct Rhythm
{
    /// <summary>
    /// Taken as the interval of a stream that was just opened; the mean comes down from here. Servers send the frame that they hold and the next
    /// one shortly after, so the first gap says little.
    /// </summary>
    public static readonly TimeSpan Assumed = TimeSpan.FromSeconds(1);

    /// <summary>The slowest rhythm that is learned. A frame that comes less often is an outage each time.</summary>
    public static readonly TimeSpan Slowest = TimeSpan.FromSeconds(10);

    /// <summary>Frames that may fail to come before their absence means something.</summary>
    public const int Factor = 3;

    // The share of a new gap in the mean: at 25 frames a second the first second of a stream is enough to know it.
    private const int Weight = 8;

    private readonly TimeSpan mean;
    private readonly TimeSpan longGap;

    private Rhythm(TimeSpan mean, TimeSpan longGap)
    {
        this.mean = mean;
        this.longGap = longGap;
    }

    /// <summary>The mean time between frames; <see cref="Assumed"/> until it is known.</summary>
    public TimeSpan Interval => mean == TimeSpan.Zero ? Assumed : mean;

    /// <summary>Takes in the time since the frame before.</summary>
    /// <param name="gap">The time between the two frames, 0 or more.</param>
    /// <param name="threshold">What would have been lost. A gap beyond it is an outage, unless the next is as long: then it is the rhythm.</param>
    internal Rhythm After(TimeSpan gap, TimeSpan threshold)
    {
        if (gap <= threshold)
        {
            // An eighth of what is there is never all of it, so the mean stays above zero.
            return new Rhythm(TimeSpan.FromTicks(Interval.Ticks + ((gap.Ticks - Interval.Ticks) / Weight)), TimeSpan.Zero);
        }

        return longGap > TimeSpan.Zero && gap <= Slowest && gap.Ticks <= longGap.Ticks * 2 && longGap.Ticks <= gap.Ticks * 2
            ? new Rhythm(TimeSpan.FromTicks((gap.Ticks / 2) + (longGap.Ticks / 2)), TimeSpan.Zero)
            : new Rhythm(mean, gap);
    }
}
