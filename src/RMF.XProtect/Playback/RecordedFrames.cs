using RMF.Engine.Ports;
using RMF.Engine.Secrets;
using RMF.XProtect.Http;
using RMF.XProtect.Identity;
using RMF.XProtect.Live;

namespace RMF.XProtect.Playback;

/// <summary>
/// Recorded pictures of one camera over one connection to its recorder's image server. Each is asked for by its time. The token is prolonged
/// between two pictures when it is due. A connection on which something went wrong answers nothing any more. One call at a time.
/// </summary>
internal sealed class RecordedFrames : IRecordedFrames
{
    private const string Operation = "read recorded pictures";

    private readonly LiveServices services;
    private readonly FrameRequest request;
    private readonly RecorderConnection connection;
    private readonly WireBuffer buffer = new();
    private BearerToken token;
    private SiteError? broken;
    private int requests;

    private RecordedFrames(LiveServices services, RecordedCamera camera, RecorderConnection connection, BearerToken token)
    {
        this.services = services;
        this.connection = connection;
        this.token = token;
        request = new FrameRequest(camera.CameraId, camera.RecorderId);
    }

    /// <summary>Opens a connection. A recorder that cannot be reached is looked up again, a token that it refuses is renewed, each once.</summary>
    public static async Task<Outcome<RecordedFrames>> OpenAsync(LiveServices services, RecordedCamera camera, CancellationToken cancellationToken)
    {
        var isStale = false;
        BearerToken? refused = null;
        while (true)
        {
            var address = await services.Addresses.GetAsync(camera.RecorderId, isStale, cancellationToken).ConfigureAwait(false);
            if (!address.TryGet(out var uri))
            {
                return address.Error!;
            }

            var had = await services.Tokens.GetAsync(refused, cancellationToken).ConfigureAwait(false);
            if (!had.TryGet(out var token))
            {
                return had.Error!;
            }

            var (connection, failure) = await RecorderConnection.OpenAsync(uri, services, cancellationToken).ConfigureAwait(false);
            if (connection is null)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (!isStale && failure!.Kind == StreamLossKind.Unreachable)
                {
                    isStale = true;
                    continue;
                }

                var kind = failure!.Kind == StreamLossKind.Unreachable ? SiteErrorKind.Unreachable : SiteErrorKind.CertificateNotTrusted;
                return services.Session.Errors.Make(kind, Operation, failure.Reason);
            }

            var frames = new RecordedFrames(services, camera, connection, token);
            SiteError? refusal;
            var isOpen = false;
            try
            {
                refusal = await frames.ConnectAsync(Requests.Connect(++frames.requests, frames.request, token.Value), cancellationToken).ConfigureAwait(false);
                isOpen = refusal is null;
            }
            finally
            {
                if (!isOpen)
                {
                    await frames.DisposeAsync().ConfigureAwait(false);
                }
            }

            if (refusal is null)
            {
                return frames;
            }

            if (refusal.Kind != SiteErrorKind.Unauthorized || refused is not null)
            {
                return refusal;
            }

            refused = token;
        }
    }

    /// <inheritdoc/>
    public async Task<Outcome<RecordedFrame?>> GotoAsync(DateTimeOffset time, CancellationToken cancellationToken)
    {
        if (broken is not null)
        {
            return broken;
        }

        if (services.Time.GetUtcNow() >= token.RenewAt && await ProlongAsync(cancellationToken).ConfigureAwait(false) is { } refused)
        {
            return refused;
        }

        var (answer, error) = await AskAsync(Requests.Goto(++requests, Math.Max(0, time.ToUnixTimeMilliseconds())), isFrameWanted: true, cancellationToken).ConfigureAwait(false);
        if (error is not null)
        {
            return error;
        }

        if (answer!.IsFrame)
        {
            return Read(answer);
        }

        // Any other words are no word on the recordings: a recorder that cannot say must not pass for one that has nothing.
        var words = answer.Message!.Reason;
        return words.Length == 0 || words.StartsWith("No ", StringComparison.OrdinalIgnoreCase)
            ? Outcome<RecordedFrame?>.Of(null)
            : services.Session.Errors.Make(SiteErrorKind.UnexpectedAnswer, Operation, $"{services.Session.Site}: the recorder gave no picture: {Redactor.Clean(words, [new Secret(token.Value)])}.");
    }

    public ValueTask DisposeAsync()
    {
        broken ??= services.Session.Errors.Make(SiteErrorKind.ConnectionLost, Operation, "The connection was closed here.");
        connection.Dispose();
        buffer.Dispose();
        return default;
    }

    private Outcome<RecordedFrame?> Read(RecorderAnswer answer)
        => answer.Head.TimeMs is { } taken && FrameBody.TryGetJpeg(answer.Body, out var jpeg)
            ? new RecordedFrame(At(taken), At(answer.Head.PreviousMs), At(answer.Head.NextMs), jpeg.Length == answer.Body.Length ? answer.Body : jpeg.ToArray())
            : services.Session.Errors.Make(SiteErrorKind.UnexpectedAnswer, Operation, $"{services.Session.Site}: the recorder sent something that is no picture.");

    private static DateTimeOffset At(long ms) => DateTimeOffset.FromUnixTimeMilliseconds(ms);

    private static DateTimeOffset? At(long? ms) => ms is { } known ? At(known) : null;

    private async Task<SiteError?> ProlongAsync(CancellationToken cancellationToken)
    {
        var had = await services.Tokens.GetAsync(null, cancellationToken).ConfigureAwait(false);
        if (!had.TryGet(out var next))
        {
            // The old one still does for a while; the recorder says when it does no more.
            return null;
        }

        var isNew = next.Value != token.Value;
        token = next;
        return isNew ? await ConnectAsync(Requests.ConnectUpdate(++requests, request, next.Value), cancellationToken).ConfigureAwait(false) : null;
    }

    /// <summary>Null where the recorder takes the token.</summary>
    private async Task<SiteError?> ConnectAsync(byte[] bytes, CancellationToken cancellationToken)
    {
        var (answer, error) = await AskAsync(bytes, isFrameWanted: false, cancellationToken).ConfigureAwait(false);
        if (error is not null || answer!.Message?.IsConnected == true)
        {
            return error;
        }

        var why = Redactor.Clean(answer.Message?.Reason ?? string.Empty, [new Secret(token.Value)]);
        var kind = why.IndexOf("token", StringComparison.OrdinalIgnoreCase) >= 0 ? SiteErrorKind.Unauthorized : SiteErrorKind.BadRequest;
        return broken = services.Session.Errors.Make(kind, Operation, why.Length == 0 ? $"{services.Session.Site}: the recorder refused the connection." : $"{services.Session.Site}: the recorder refused the connection: {why}.");
    }

    /// <summary>Sends a request and waits for its answer. Silence, the caller's end and every broken answer end the connection.</summary>
    private async Task<(RecorderAnswer? Answer, SiteError? Error)> AskAsync(byte[] bytes, bool isFrameWanted, CancellationToken cancellationToken)
    {
        var timeout = isFrameWanted ? services.Timing.PictureTimeout : services.Timing.AnswerTimeout;
        using var patience = Clock.CancelAfter(services.Time, timeout);
        using var late = patience.Token.Register(static c => ((RecorderConnection)c!).Dispose(), connection);
        using var stop = cancellationToken.Register(static c => ((RecorderConnection)c!).Dispose(), connection);
        try
        {
            await connection.SendAsync(bytes).ConfigureAwait(false);
            for (var passed = 0; passed < PlaybackLimits.MaxMessages;)
            {
                var next = RecorderAnswer.Take(buffer, isFrameWanted, out var problem);
                if (problem is not null)
                {
                    return (null, End(SiteErrorKind.UnexpectedAnswer, $"{services.Session.Site}: the recorder sent {problem}."));
                }

                if (next is { IsAside: false })
                {
                    return (next, null);
                }

                if (next is not null)
                {
                    passed++;
                    continue;
                }

                var read = await connection.ReadAsync(buffer.Free()).ConfigureAwait(false);
                if (read == 0)
                {
                    // A socket that was closed on this side can end a read in order, too.
                    break;
                }

                buffer.Added(read);
            }
        }
        catch (Exception exception) when (RecorderConnection.IsWire(exception))
        {
            // Said below.
        }

        if (cancellationToken.IsCancellationRequested)
        {
            End(SiteErrorKind.ConnectionLost, "The connection was given up with the call before.");
            cancellationToken.ThrowIfCancellationRequested();
        }

        return (null, patience.IsCancellationRequested
            ? End(SiteErrorKind.Timeout, FormattableString.Invariant($"{services.Session.Site}: the recorder was silent for {timeout.TotalSeconds:0.#} s."))
            : End(SiteErrorKind.ConnectionLost, $"{services.Session.Site}: the connection to the recorder broke."));
    }

    private SiteError End(SiteErrorKind kind, string message)
    {
        broken = services.Session.Errors.Make(kind, Operation, message);
        connection.Dispose();
        return broken;
    }
}
