using System.Globalization;
using RMF.Engine.Ports;

namespace RMF.XProtect.Http;

/// <summary>Decides after each sending of a read whether it is sent again: on 429, 502, 503, 504, time-outs and broken connections. Not thread-safe; one for each read.</summary>
/// <param name="link">The wire, its time and its chance.</param>
/// <param name="retryUnreachable">True inside a session: a service that restarts refuses connections for a while. False at log-in: a wrong address shall say so at once.</param>
internal struct Retries(SiteLink link, bool retryUnreachable)
{
    private int attempts;
    private int timeouts;

    /// <summary>The pause before the next sending; null when this reply is final. A reply that is not final is used up.</summary>
    public TimeSpan? After(Reply reply)
    {
        attempts++;
        var again = reply.Answer is { } answer ? RetrySchedule.IsWorthRetrying(answer.Status) : IsWorthRetrying(reply.Error!);
        if (!again || attempts >= RetrySchedule.MaxAttempts)
        {
            return null;
        }

        var delay = RetrySchedule.DelayAfter(attempts, link.Jitter.Factor(), reply.Answer?.RetryAfter);
        var end = reply.Answer?.Status.ToString(CultureInfo.InvariantCulture) ?? reply.Error!.Kind.ToString();
        link.Say(FormattableString.Invariant($"attempt {attempts} ended with {end}; again in {delay.TotalSeconds:0.0} s"));
        reply.Answer?.Dispose();
        return delay;
    }

    private bool IsWorthRetrying(SiteError error) => error.Kind switch
    {
        SiteErrorKind.ConnectionLost or SiteErrorKind.ServerError => true,
        SiteErrorKind.Timeout => ++timeouts < RetrySchedule.MaxTimeouts,
        SiteErrorKind.Unreachable => retryUnreachable,
        _ => false,
    };
}
