using System.Net;
using System.Text;
using System.Text.Json;

namespace RMF.Simulation.Tests.Secrets;

/// <summary>A server at its worst: it refuses some requests and quotes in its answer what it was sent, in the spelling that the test says.</summary>
internal sealed class EchoingHandler(HttpMessageHandler inner, Func<HttpRequestMessage, bool> isRefused, string spelling) : DelegatingHandler(inner)
{
    private int refused;

    public int Refused => Volatile.Read(ref refused);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!isRefused(request))
        {
            return await base.SendAsync(request, cancellationToken);
        }

        Interlocked.Increment(ref refused);
        var sent = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var words = $"refused {request.Headers.Authorization} {sent}";
        return spelling switch
        {
            "text" => Answer(words, "text/plain"),
            "page" => Answer("<html><body>" + words + "</body></html>", "text/html"),
            "form" => Answer(JsonSerializer.Serialize(new { error = "invalid_request", error_description = WebUtility.UrlDecode(words) }), "application/json"),
            _ => Answer(JsonSerializer.Serialize(new { error = new { httpCode = 400, details = new[] { new { errorText = words, property = "password" } } } }), "application/json"),
        };
    }

    private static HttpResponseMessage Answer(string body, string type) => new(HttpStatusCode.BadRequest) { Content = new StringContent(body, Encoding.UTF8, type) };
}
