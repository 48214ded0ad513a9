using System.Net;
using System.Net.Sockets;
using RMF.Simulator.Api;
using RMF.Simulator.Http;
using RMF.Simulator.Soap;

namespace RMF.Simulator.Server;

/// <summary>The transport without sockets: a handler for HttpClient that asks the site directly. Broken deliveries become the exceptions a socket would give.</summary>
internal sealed class SimulatorHandler(SiteApplication application, Func<Uri, RecorderCommandService?> findRecorder) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        var headers = request.Headers.Concat(request.Content?.Headers.AsEnumerable() ?? []);
        var recorder = findRecorder(request.RequestUri!);
        if (recorder is { Services: { IsDead: true } or { IsShut: true } })
        {
            throw new HttpRequestException(HttpRequestError.ConnectionError, "Connection refused.", new SocketException((int)SocketError.ConnectionRefused));
        }

        Func<SimRequest, CancellationToken, Task<SimResponse>> ask = recorder is null ? application.HandleAsync : recorder.HandleAsync;
        var answer = await ask(
            new SimRequest
            {
                Method = request.Method.Method,
                Target = request.RequestUri!.PathAndQuery,
                Headers = headers.GroupBy(h => h.Key, StringComparer.OrdinalIgnoreCase).ToDictionary(h => h.Key, h => string.Join(", ", h.SelectMany(v => v.Value)), StringComparer.OrdinalIgnoreCase),
                Body = body,
            },
            cancellationToken).ConfigureAwait(false);

        if (answer.Delivery == Delivery.Reset)
        {
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "The connection was reset.", new IOException("Connection reset by peer."));
        }

        if (answer.Delivery == Delivery.Nothing)
        {
            await new TaskCompletionSource().Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        var response = new HttpResponseMessage((HttpStatusCode)answer.Status) { RequestMessage = request, Content = Content(answer) };
        foreach (var (name, value) in answer.Headers)
        {
            if (!response.Headers.TryAddWithoutValidation(name, value))
            {
                response.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return response;
    }

    private static HttpContent Content(SimResponse answer)
    {
        HttpContent content = answer.Delivery == Delivery.Whole
            ? new ReadOnlyMemoryContent(answer.Body)
            : new StreamContent(new BrokenStream(answer.Body[..(answer.Body.Length / 2)], stalls: answer.Delivery == Delivery.Stall));
        content.Headers.TryAddWithoutValidation("Content-Type", answer.ContentType);
        return content;
    }
}
