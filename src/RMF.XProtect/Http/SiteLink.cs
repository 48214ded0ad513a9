using System.Net.Http.Headers;
using RMF.Engine.Ports;
using RMF.XProtect.Errors;

namespace RMF.XProtect.Http;

/// <summary>
/// Sends one request once: takes one of the site's connections, keeps the time, reads the whole answer. Any HTTP status is an answer here.
/// Thread-safe.
/// </summary>
internal sealed class SiteLink : IDisposable
{
    private readonly HttpClient client;
    private readonly SemaphoreSlim connections;
    private readonly CertificateGate gate;
    private readonly XProtectOptions options;

    public SiteLink(SiteConnection connection, XProtectOptions options, CertificateGate gate, HttpMessageHandler handler)
    {
        Connection = connection;
        this.options = options;
        this.gate = gate;
        Errors = new SiteErrors(connection.Name);
        Jitter = new Jitter(options.Seed);
        connections = new SemaphoreSlim(HandlerMaker.ConnectionsOf(connection));

        // The one time-out is kept below, on the TimeProvider.
        client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    public SiteConnection Connection { get; }

    public SiteErrors Errors { get; }

    public Jitter Jitter { get; }

    public TimeProvider Time => options.Time;

    public void Say(string line) => options.Verbose?.Invoke($"{Connection.Name}: {line}");

    /// <param name="method">The verb.</param>
    /// <param name="url">The whole address.</param>
    /// <param name="body">Makes the body; null = none.</param>
    /// <param name="token">Bearer token; null = none.</param>
    /// <param name="operation">For messages.</param>
    /// <param name="cancellationToken">The caller's; its cancellation is thrown, the time-out's is an error.</param>
    public async Task<Reply> SendAsync(HttpMethod method, Uri url, Func<HttpContent>? body, string? token, string operation, CancellationToken cancellationToken)
    {
        await connections.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            using var patience = Clock.CancelAfter(Time, Connection.ReadTimeout);
            using var given = cancellationToken.Register(static source => ((CancellationTokenSource)source!).Cancel(), patience);
            try
            {
                return Reply.Of(await ExchangeAsync(method, url, body, token, patience.Token).ConfigureAwait(false));
            }
            catch (Exception exception) when (IsTransport(exception))
            {
                cancellationToken.ThrowIfCancellationRequested();
                var (error, mayHaveArrived) = exception is OperationCanceledException
                    ? OfSilence(url, operation, patience.IsCancellationRequested)
                    : patience.IsCancellationRequested
                        ? OfSilence(url, operation, true)
                        : TransportFailure.Read(exception, url, operation, Errors, gate);
                Say($"{method} {url.PathAndQuery} failed: {error.Message}");
                return Reply.Failed(error, mayHaveArrived);
            }
        }
        finally
        {
            connections.Release();
        }
    }

    public void Dispose()
    {
        client.Dispose();
        connections.Dispose();
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
        return (Errors.Make(SiteErrorKind.Unreachable, operation, $"No connection to {host} within {Connection.ConnectTimeout.TotalSeconds:0.#} s."), false);
    }

    private async Task<Answer> ExchangeAsync(HttpMethod method, Uri url, Func<HttpContent>? body, string? token, CancellationToken cancellationToken)
    {
        var began = Time.GetTimestamp();
        using var request = new HttpRequestMessage(method, url);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        request.Content = body?.Invoke();
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        var (buffer, length) = await BodyReader.ReadAsync(response.Content, cancellationToken).ConfigureAwait(false);
        if (options.Verbose is not null)
        {
            Say($"{method} {url.PathAndQuery} -> {(int)response.StatusCode}, {length} bytes, {Time.GetElapsedTime(began).TotalMilliseconds:0} ms");
        }

        return new Answer((int)response.StatusCode, url, buffer, length) { RetryAfter = RetryAfterOf(response), Location = response.Headers.Location };
    }

    private TimeSpan? RetryAfterOf(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when date > Time.GetUtcNow() => date - Time.GetUtcNow(),
        _ => null,
    };
}
