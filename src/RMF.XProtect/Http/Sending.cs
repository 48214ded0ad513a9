using RMF.Engine.Ports;

namespace RMF.XProtect.Http;

/// <summary>Sends what may be sent again: with back-off on 429, 502, 503, 504, time-outs and broken connections.</summary>
internal static class Sending
{
    /// <param name="link">The wire.</param>
    /// <param name="retryUnreachable">True inside a session: a service that restarts refuses connections for a while. False at log-in: a wrong address shall say so at once.</param>
    /// <param name="send">Sends once.</param>
    /// <param name="cancellationToken">Ends the waiting too.</param>
    public static async Task<Reply> WithRetriesAsync(SiteLink link, bool retryUnreachable, Func<Task<Reply>> send, CancellationToken cancellationToken)
    {
        var timeouts = 0;
        for (var attempt = 1; ; attempt++)
        {
            var reply = await send().ConfigureAwait(false);
            var again = reply.Answer is { } answer
                ? RetrySchedule.IsWorthRetrying(answer.Status)
                : IsWorthRetrying(reply.Error!, retryUnreachable, ref timeouts);
            if (!again || attempt >= RetrySchedule.MaxAttempts)
            {
                return reply;
            }

            var delay = RetrySchedule.DelayAfter(attempt, link.Jitter.Factor(), reply.Answer?.RetryAfter);
            link.Say($"attempt {attempt} ended with {reply.Answer?.Status.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? reply.Error!.Kind.ToString()}; again in {delay.TotalSeconds:0.0} s");
            reply.Answer?.Dispose();
            await Clock.DelayAsync(link.Time, delay, cancellationToken).ConfigureAwait(false);
        }
    }

    private static bool IsWorthRetrying(SiteError error, bool retryUnreachable, ref int timeouts) => error.Kind switch
    {
        SiteErrorKind.ConnectionLost or SiteErrorKind.ServerError => true,
        SiteErrorKind.Timeout => ++timeouts < RetrySchedule.MaxTimeouts,
        SiteErrorKind.Unreachable => retryUnreachable,
        _ => false,
    };
}
