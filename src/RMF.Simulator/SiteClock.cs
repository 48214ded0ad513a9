namespace RMF.Simulator;

/// <summary>The site's own clock: the given time provider's, wrong by what a fault says.</summary>
internal sealed class SiteClock(TimeProvider provider)
{
    private long skewTicks;

    public TimeProvider Provider => provider;

    public TimeSpan Skew
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref skewTicks));
        set => Interlocked.Exchange(ref skewTicks, value.Ticks);
    }

    public DateTimeOffset Now => provider.GetUtcNow() + Skew;
}
