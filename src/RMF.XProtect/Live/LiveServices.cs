using RMF.XProtect.Http;
using RMF.XProtect.Identity;

namespace RMF.XProtect.Live;

/// <summary>What the streams of one site share. Thread-safe.</summary>
/// <param name="Session">The site.</param>
/// <param name="Timing">Time-outs and pauses.</param>
/// <param name="Gate">Decides on recorders' certificates as on the site's.</param>
/// <param name="Tokens">The tokens that recorders ask for.</param>
/// <param name="Addresses">Where recorders listen.</param>
internal sealed record LiveServices(SiteSession Session, LiveTiming Timing, CertificateGate Gate, TokenSource Tokens, RecorderAddresses Addresses)
{
    public TimeProvider Time => Session.Time;

    /// <summary>What time it is at the site.</summary>
    public DateTimeOffset SiteNow => Time.GetUtcNow() + Session.Gateway.Link.ServerClock.Ahead;

    /// <summary>Something that the management server is asked for, with an end to the waiting. Null where it did not answer in time.</summary>
    public async Task<T?> AskAsync<T>(Func<CancellationToken, Task<T>> question, CancellationToken stopping)
        where T : class
    {
        using var patience = Clock.CancelAfter(Time, Timing.ManagementTimeout);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, stopping);
        try
        {
            return await question(both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            return null;
        }
    }
}
