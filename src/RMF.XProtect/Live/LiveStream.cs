using RMF.Engine.Ports;
using RMF.XProtect.Http;
using RMF.XProtect.Identity;

namespace RMF.XProtect.Live;

/// <summary>A stream that is opened again whenever it is lost: one loop that visits the recorder, tells how that ended, and pauses.</summary>
internal sealed class LiveStream : IFrameStream
{
    private readonly CancellationTokenSource stopping = new();
    private readonly object gate = new();
    private readonly LiveServices services;
    private readonly Teller teller;
    private readonly Task running;
    private CancellationTokenSource? pause;
    private BearerToken? refused;
    private bool isStale;
    private bool wasReached;
    private int failures;

    public LiveStream(LiveServices services, FrameRequest request, IFrameObserver observer)
    {
        this.services = services;
        Request = request;
        teller = new Teller(observer, services.Time, services.Session.Gateway.Link.Say);
        running = Task.Run(RunAsync);
    }

    public FrameRequest Request { get; }

    public void Wake()
    {
        lock (gate)
        {
            pause?.Cancel();
        }
    }

    public async ValueTask DisposeAsync()
    {
        teller.Silence();
        lock (gate)
        {
            if (!stopping.IsCancellationRequested)
            {
                stopping.Cancel();
            }
        }

        if (!teller.IsTelling)
        {
            await running.ConfigureAwait(false);
        }
    }

    private async Task RunAsync()
    {
        var unreachable = 0;
        var isFallback = false;
        try
        {
            while (!stopping.IsCancellationRequested)
            {
                StreamEnd? end;
                bool hadFrames;
                if (Request.Transport == FrameTransport.Pictures || (Request.Transport == FrameTransport.Auto && !wasReached && unreachable >= LiveLimits.AttemptsBeforeFallback))
                {
                    if (!isFallback && Request.Transport == FrameTransport.Auto)
                    {
                        teller.Status(StreamStatusKind.FellBack);
                    }

                    var pictures = new PictureVisit(services, Request, teller);
                    end = await pictures.RunAsync(Request.Transport == FrameTransport.Auto ? services.Timing.FallbackFor : null, stopping.Token).ConfigureAwait(false);
                    hadFrames = pictures.HadFrames;
                    isFallback = end is null;
                    unreachable = end is null ? LiveLimits.AttemptsBeforeFallback - 1 : 0;
                }
                else
                {
                    (end, hadFrames) = await VisitAsync().ConfigureAwait(false);
                    unreachable = end.Kind == StreamLossKind.Unreachable ? unreachable + 1 : 0;
                    if (isFallback && unreachable > 0)
                    {
                        // Pictures come another way: that the stream is still out of reach is no loss.
                        continue;
                    }
                }

                if (end is not null && !stopping.IsCancellationRequested)
                {
                    isFallback = false;
                    teller.Loss(end.Kind, end.Reason);
                    failures = hadFrames ? 1 : failures + 1;
                    await PauseAsync().ConfigureAwait(false);
                }
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Disposed.
        }
        catch (Exception bug)
        {
            teller.Loss(StreamLossKind.ConnectionLost, $"The stream failed: {bug.GetType().Name}.");
            services.Session.Gateway.Link.Say($"a live stream failed: {bug}");
        }
    }

    private async Task<(StreamEnd End, bool HadFrames)> VisitAsync()
    {
        var address = await services.AskAsync(
            async c => new Boxed<Uri>(await services.Addresses.GetAsync(Request.RecorderId, isStale, c).ConfigureAwait(false)), stopping.Token).ConfigureAwait(false);
        if (address is null || !address.Outcome.TryGet(out var uri))
        {
            return (EndOf(address?.Outcome.Error, "where the recorder listens"), false);
        }

        var answer = await services.AskAsync(
            async c => new Boxed<BearerToken>(await services.Tokens.GetAsync(refused, c).ConfigureAwait(false)), stopping.Token).ConfigureAwait(false);
        if (answer is null || !answer.Outcome.TryGet(out var token))
        {
            return (EndOf(answer?.Outcome.Error, "a token"), false);
        }

        teller.Status(StreamStatusKind.Connecting, uri.GetLeftPart(UriPartial.Authority));
        var (connection, failure) = await RecorderConnection.OpenAsync(uri, services, stopping.Token).ConfigureAwait(false);
        isStale = failure is not null;
        if (connection is null)
        {
            return (failure!, false);
        }

        wasReached = true;
        using var visit = new StreamVisit(services, Request, teller, connection, token, stopping.Token);
        var end = await visit.RunAsync().ConfigureAwait(false);
        refused = end.Refused;

        // A camera that was moved is unknown where it was; only the caller knows where it is now, but the recorder may have moved as well.
        isStale = end.Kind == StreamLossKind.Refused;
        return (end, visit.HadFrames);
    }

    private static StreamEnd EndOf(SiteError? error, string what)
        => error is null ? new StreamEnd(StreamLossKind.Unreachable, $"The management server did not say {what} in time.") : StreamEnd.Of(error);

    private async Task PauseAsync()
    {
        var timing = services.Timing;
        const int MostDoublings = 16;
        var factor = services.Session.Gateway.Link.Jitter.Factor();
        var wait = Math.Min(timing.FirstPause.TotalMilliseconds * Math.Pow(2, Math.Min(failures - 1, MostDoublings)), timing.LongestPause.TotalMilliseconds) * factor;
        teller.Status(StreamStatusKind.Waiting, $"{wait:0} ms");
        using var own = CancellationTokenSource.CreateLinkedTokenSource(stopping.Token);
        lock (gate)
        {
            pause = own;
        }

        try
        {
            await Clock.DelayAsync(services.Time, TimeSpan.FromMilliseconds(wait), own.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            // Woken: go on at once.
        }
        finally
        {
            lock (gate)
            {
                pause = null;
            }
        }
    }
}
