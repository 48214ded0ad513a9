using System.Net;
using RMF.Simulator.Api;
using RMF.Simulator.Http;

namespace RMF.Simulator.Server;

/// <summary>The transport without sockets: a handler for HttpClient that asks the site directly. Broken deliveries become the exceptions a socket would give.</summary>
internal sealed class SimulatorHandler(SiteApplication application) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        var headers = request.Headers.Concat(request.Content?.Headers.AsEnumerable() ?? []);
        var answer = await application.HandleAsync(
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
