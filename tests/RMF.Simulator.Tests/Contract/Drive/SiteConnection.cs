using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace RMF.Simulator.Tests.Contract;

/// <summary>A client of the plainest kind: it sends what it is told and keeps what came back.</summary>
internal sealed class SiteConnection(Uri site, string personality) : IDisposable
{
    private const string Root = "api/rest/v1";

    private readonly HttpClient client = new() { BaseAddress = site, Timeout = TimeSpan.FromSeconds(60) };
    private readonly List<Exchange> exchanges = [];

    /// <summary>Every exchange so far, in order.</summary>
    public IReadOnlyList<Exchange> Exchanges => exchanges;

    public async Task LogInAsync(string user, string password)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = "password",
            ["username"] = user,
            ["password"] = password,
            ["client_id"] = "GrantValidatorClient",
        });
        using var answer = await client.PostAsync(new Uri("API/IDP/connect/token", UriKind.Relative), form);
        answer.EnsureSuccessStatusCode();
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        client.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Bearer", json.RootElement.GetProperty("access_token").GetString());
    }

    public void ForgetToken() => client.DefaultRequestHeaders.Authorization = null;

    public Task<Exchange> GetAsync(string path, string query = "") => SendAsync("GET", path, query, body: null);

    public async Task<Exchange> SendAsync(string verb, string path, string query, string? body)
    {
        var target = new Uri(Root + path + (query.Length == 0 ? "" : "?" + query), UriKind.Relative);
        using var request = new HttpRequestMessage(new HttpMethod(verb), target);
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        using var answer = await client.SendAsync(request);
        var exchange = new Exchange(
            personality,
            verb,
            path,
            query,
            (int)answer.StatusCode,
            answer.Content.Headers.ContentType?.MediaType ?? "",
            await answer.Content.ReadAsStringAsync());
        exchanges.Add(exchange);
        return exchange;
    }

    public void Dispose() => client.Dispose();
}
