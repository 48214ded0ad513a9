using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace RMF.XProtect.Tests.Fakes;

/// <summary>
/// Answers exactly what a test says, in XProtect's shapes. Routes are tried last first, so a test can put its own over the usual ones.
/// It knows nothing of the product. Thread-safe after set-up.
/// </summary>
internal sealed class ScriptedSite : HttpMessageHandler
{
    public const string Host = "https://vms.example.net";
    public const string Token = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ0ZXN0In0.c2ln";

    private readonly List<(string Method, Regex Path, Func<Call, HttpResponseMessage> Answer)> routes = [];
    private readonly List<Call> calls = [];

    public ScriptedSite()
    {
        Json("GET", "^/api/\\.well-known/uris$", $$"""{"ProductVersion":"25.1.1804.1","IdentityProvider":"{{Host}}/IDP","ApiGateways":["{{Host}}/API/"]}""");
        Json("GET", "^/IDP/\\.well-known/openid-configuration$", $$"""{"issuer":"{{Host}}/IDP","server_version":"25"}""");
        Json("POST", "^/IDP/connect/token$", $$"""{"access_token":"{{Token}}","expires_in":3600,"token_type":"Bearer","scope":"managementserver"}""");
        Json("GET", "^/api/rest/v1/sites$", """{ "array" : [ {"displayName":"VMS-A","id":"00645AF0-DB75-40C2-82CC-2AD2E820ACA9","name":"VMS-A","version":"24.2.0.1"} ] }""");
        Json("GET", "^/api/rest/v1/(recordingServers|hardware|cameras|cameraGroups)\\?", """{"array":[]}""");
    }

    public IReadOnlyList<Call> Calls
    {
        get
        {
            lock (calls)
            {
                return [.. calls];
            }
        }
    }

    public int CountOf(string method, string pathAndQuery) => Calls.Count(c => c.Method == method && c.Target == pathAndQuery);

    public ScriptedSite On(string method, string path, Func<Call, HttpResponseMessage> answer)
    {
        routes.Add((method, new Regex(path, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)), answer));
        return this;
    }

    public ScriptedSite Json(string method, string path, string body, int status = 200) => On(method, path, _ => Answer(body, status));

    /// <summary>A collection served by page and size, as the API does it.</summary>
    public ScriptedSite Collection(string resource, params IReadOnlyList<string> objects) => On("GET", $"^/api/rest/v1/{resource}(\\?|$)", call =>
    {
        var page = Number(call.Target, "page", 0);
        var size = Number(call.Target, "size", 100);
        return Answer("{ \"array\" : [ " + string.Join(",", objects.Skip(page * size).Take(size)) + " ] }");
    });

    public static HttpResponseMessage Answer(string body, int status = 200, string type = "application/json")
        => new((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, type) };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var call = new Call(request.Method.Method, request.RequestUri!, body, request.Headers.Authorization?.Parameter, request.Content?.Headers.ContentType?.MediaType);
        lock (calls)
        {
            calls.Add(call);
        }

        for (var i = routes.Count - 1; i >= 0; i--)
        {
            var (method, path, answer) = routes[i];
            if (method == call.Method && path.IsMatch(call.Target))
            {
                var response = answer(call);
                if (response.Content is SilentContent silent)
                {
                    await silent.WaitAsync(cancellationToken);
                }

                return response;
            }
        }

        return Answer("""{"error":{"httpCode":404,"details":[{"errorText":"Unknown resource: X"}]}}""".Replace("X", call.Target), 404);
    }

    private static int Number(string target, string name, int fallback)
        => Regex.Match(target, $"[?&]{name}=(\\d+)", RegexOptions.None, TimeSpan.FromSeconds(1)) is { Success: true } match ? int.Parse(match.Groups[1].Value) : fallback;

    internal sealed record Call(string Method, Uri Url, string Body, string? Token, string? ContentType)
    {
        public string Target => Url.PathAndQuery;
    }
}
