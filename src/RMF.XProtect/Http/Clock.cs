namespace RMF.XProtect.Http;

/// <summary>Waiting on a TimeProvider, spelled the same on both frameworks.</summary>
internal static class Clock
{
    public static Task DelayAsync(TimeProvider time, TimeSpan delay, CancellationToken cancellationToken)
#if NET8_0_OR_GREATER
        => Task.Delay(delay, time, cancellationToken);
#else
        => time.Delay(delay, cancellationToken);
#endif

    /// <summary>Cancels itself after <paramref name="delay"/>.</summary>
    public static CancellationTokenSource CancelAfter(TimeProvider time, TimeSpan delay)
#if NET8_0_OR_GREATER
        => new(delay, time);
#else
        => time.CreateCancellationTokenSource(delay);
#endif
}
