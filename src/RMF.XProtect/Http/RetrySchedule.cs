namespace RMF.XProtect.Http;

/// <summary>
/// When a read is sent again: exponential back-off with jitter, bounded. Writes are never sent again.
/// 502, 503 and 504 come from the gateway and its front end while a service behind it restarts.
/// </summary>
internal static class RetrySchedule
{
    /// <summary>Sendings of one read, the first included.</summary>
    public const int MaxAttempts = 6;

    /// <summary>Sendings that may end in a time-out: one answer may take minutes, so a second silence is enough.</summary>
    public const int MaxTimeouts = 2;

    public static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(250);

    public static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(15);

    /// <summary>The longest wait that a server's Retry-After may ask for.</summary>
    public static readonly TimeSpan LongestRetryAfter = TimeSpan.FromSeconds(60);

    public static bool IsWorthRetrying(int status) => status is 429 or 502 or 503 or 504;

    /// <param name="attempt">Sendings so far, from 1.</param>
    /// <param name="factor">The jitter, 0.5 to 1.5.</param>
    /// <param name="retryAfter">What the server asked for, if it did.</param>
    public static TimeSpan DelayAfter(int attempt, double factor, TimeSpan? retryAfter)
    {
        var exponential = FirstDelay.TotalMilliseconds * Math.Pow(2, attempt - 1);
        var delay = TimeSpan.FromMilliseconds(Math.Min(exponential, LongestDelay.TotalMilliseconds) * factor);
        var asked = retryAfter is { } wish && wish < LongestRetryAfter ? wish : retryAfter is null ? TimeSpan.Zero : LongestRetryAfter;
        return delay > asked ? delay : asked;
    }
}
