using RMF.Engine.Ports;
using RMF.XProtect.Errors;

namespace RMF.XProtect.Http;

/// <summary>
/// Sends one request once: takes one of the site's connections, keeps the time, reads the whole answer. Any HTTP status is an answer here.
/// Thread-safe.
/// </summary>
internal sealed class SiteLink : IDisposable
{
    // Without HttpClient in between: its own time-out, cancellation and base address would be made and thrown away for each of many thousand requests.
    private readonly HttpMessageInvoker wire;
    private readonly CancellationTokenSource closing = new();
    private readonly SemaphoreSlim connections;
    private readonly CertificateGate gate;
    private readonly XProtectOptions options;

    /// <param name="connection">The site, with the time-outs that count here.</param>
    /// <param name="options">Time, chance, who listens to what is said.</param>
    /// <param name="gate">Knows what was wrong with a certificate.</param>
    /// <param name="handler">The wire; it is disposed with this.</param>
    /// <param name="requestsAtOnce">Requests under way; null = as many as the site takes.</param>
    public SiteLink(SiteConnection connection, XProtectOptions options, CertificateGate gate, HttpMessageHandler handler, int? requestsAtOnce = null)
    {
        Connection = connection;
        this.options = options;
        this.gate = gate;
        Errors = new SiteErrors(connection.Name);
        Jitter = new Jitter(options.Seed);
        connections = new SemaphoreSlim(requestsAtOnce ?? HandlerMaker.ConnectionsOf(connection));
        wire = new HttpMessageInvoker(handler);
    }

    public SiteConnection Connection { get; }

    public SiteErrors Errors { get; }

    public Jitter Jitter { get; }

    public TimeProvider Time => options.Time;

    /// <summary>The server's clock against this host's.</summary>
    public ServerClock ServerClock { get; } = new();

    public void Say(string line) => options.Verbose?.Invoke($"{Connection.Name}: {line}");

    /// <param name="request">What is sent; its body, where there is one, is made by <paramref name="body"/>.</param>
    /// <param name="url">The whole address.</param>
    /// <param name="body">Makes the body; null = none.</param>
    /// <param name="authorization">The authorization header; null = none.</param>
    /// <param name="cancellationToken">The caller's; its cancellation is thrown, the time-out's is an error.</param>
    public async Task<Reply> SendAsync(WireRequest request, Uri url, Func<HttpContent>? body, string? authorization, CancellationToken cancellationToken)
    {
        await connections.WaitAsync(cancellationToken).ConfigureAwait(false);
        using var patience = Clock.CancelAfter(Time, Connection.ReadTimeout);
        using var given = cancellationToken.Register(Cancel, patience);
        using var closed = closing.Token.Register(Cancel, patience);
        try
        {
            var began = Time.GetTimestamp();
            using var message = MessageOf(request.Method, url, body, authorization);
            using var response = await wire.SendAsync(message, patience.Token).ConfigureAwait(false);
            ServerClock.Note(response.Headers.Date, Time.GetUtcNow(), Time.GetElapsedTime(began));
            var (buffer, length) = await BodyReader.ReadAsync(response.Content, patience.Token).ConfigureAwait(false);
            if (options.Verbose is not null)
            {
                Say($"{request.Method} {url.PathAndQuery} -> {(int)response.StatusCode}, {length} bytes, {Time.GetElapsedTime(began).TotalMilliseconds:0} ms");
            }

            return Reply.Of(new Answer((int)response.StatusCode, url, buffer, length) { RetryAfter = RetryAfterOf(response), Location = response.Headers.Location, Allow = AllowOf(response) });
        }
        catch (Exception exception) when (IsTransport(exception))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (error, mayHaveArrived) = exception is OperationCanceledException || patience.IsCancellationRequested
                ? OfSilence(url, request.Operation, patience.IsCancellationRequested)
                : TransportFailure.Read(exception, url, request.Operation, Errors, gate);
            Say($"{request.Method} {url.PathAndQuery} failed: {error.Message}");
            return Reply.Failed(error, mayHaveArrived);
        }
        finally
        {
            connections.Release();
        }
    }

    /// <summary>Sends what may be sent again, before there is a session: no token, and a refused connection is final.</summary>
    public async Task<Reply> SendReadAsync(WireRequest request, Uri url, Func<HttpContent>? body, CancellationToken cancellationToken)
    {
        var retries = new Retries(this, retryUnreachable: false);
        while (true)
        {
            var reply = await SendAsync(request, url, body, null, cancellationToken).ConfigureAwait(false);
            if (retries.After(reply) is not { } pause)
            {
                return reply;
            }

            await Clock.DelayAsync(Time, pause, cancellationToken).ConfigureAwait(false);
        }
    }

    public void Dispose()
    {
        closing.Cancel();
        wire.Dispose();
        connections.Dispose();
        closing.Dispose();
    }

    private static bool IsTransport(Exception exception)
        => exception is HttpRequestException or IOException or OperationCanceledException or InvalidDataException or ObjectDisposedException;

    private (SiteError Error, bool MayHaveArrived) OfSilence(Uri url, string operation, bool waitedForAnswer)
    {
        if (waitedForAnswer)
        {
            return (Errors.Timeout(operation, Connection.ReadTimeout), true);
        }

        var host = url.GetLeftPart(UriPartial.Authority);
        return (Errors.Make(SiteErrorKind.Unreachable, operation, FormattableString.Invariant($"No connection to {host} within {Connection.ConnectTimeout.TotalSeconds:0.#} s.")), false);
    }

    private static void Cancel(object? patience) => ((CancellationTokenSource)patience!).Cancel();

    /// <summary>Headers as they are sent: a parsed one is written anew for each request, and a token is a thousand characters long.</summary>
    private static HttpRequestMessage MessageOf(HttpMethod method, Uri url, Func<HttpContent>? body, string? authorization)
    {
        var message = new HttpRequestMessage(method, url) { Content = body?.Invoke() };
        message.Headers.TryAddWithoutValidation("Accept", "application/json");
        if (authorization is not null)
        {
            message.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        return message;
    }

    private static string[] AllowOf(HttpResponseMessage response) => response.Content?.Headers.Contains("Allow") == true ? [.. response.Content.Headers.Allow] : [];

    private TimeSpan? RetryAfterOf(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when date > Time.GetUtcNow() => date - Time.GetUtcNow(),
        _ => null,
    };
}
