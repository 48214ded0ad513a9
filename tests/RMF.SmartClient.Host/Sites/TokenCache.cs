using System.Text.Json;
using RMF.Simulator;
using VideoOS.Platform.OAuth;

namespace RMF.SmartClient.Host.Sites;

/// <summary>The operator's bearer token, logged in anew when the old one nears its end. Thread-safe.</summary>
internal sealed class TokenCache : IMipTokenCache, IDisposable
{
    private static readonly TimeSpan LogInTimeout = TimeSpan.FromSeconds(5);
    private readonly SimulatedSite server;
    private readonly HttpClient http = new() { Timeout = LogInTimeout };
    private readonly Lock gate = new();
    private string token = "";
    private DateTime renewAt = DateTime.MinValue;

    public TokenCache(SimulatedSite server) => this.server = server;

    /// <summary>The token of now; the old one where the site does not answer.</summary>
    public string Token
    {
        get
        {
            lock (gate)
            {
                if (DateTime.UtcNow >= renewAt)
                {
                    Renew();
                }

                return token;
            }
        }
    }

    public void Dispose() => http.Dispose();

    private void Renew()
    {
        try
        {
            using var form = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["grant_type"] = "password", ["username"] = server.BasicUser, ["password"] = server.Password, ["client_id"] = "GrantValidatorClient",
            });
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server.BaseUri, "/IDP/connect/token")) { Content = form };
            using var answer = http.Send(request);
            using var document = JsonDocument.Parse(answer.Content.ReadAsStream());
            token = document.RootElement.GetProperty("access_token").GetString() ?? "";
            renewAt = DateTime.UtcNow.AddSeconds(document.RootElement.GetProperty("expires_in").GetDouble() * 0.8);
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException or JsonException or KeyNotFoundException)
        {
            renewAt = DateTime.UtcNow.AddSeconds(1);
        }
    }
}
