using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using RMF.Testing;

namespace RMF.Simulator.Tests;

/// <summary>One simulated site with a logged-in client, in process or on a socket.</summary>
internal sealed class TestSite : IAsyncDisposable
{
    public const string Rest = "api/rest/v1/";

    private TestSite(SimulatedSite site, HttpClient client, ManualTimeProvider time)
    {
        Site = site;
        Client = client;
        Time = time;
    }

    public SimulatedSite Site { get; }

    public HttpClient Client { get; }

    public ManualTimeProvider Time { get; }

    public static async Task<TestSite> StartAsync(
        string side = "primary", World? world = null, bool socket = false, bool login = true, Func<SimulatorOptions, SimulatorOptions>? options = null)
    {
        var time = new ManualTimeProvider();
        var given = new SimulatorOptions { TimeProvider = time };
        var site = new SimulatedSite((world ?? World.Load("minimal")).Site(side), options?.Invoke(given) ?? given);
        if (socket)
        {
            await site.ListenAsync();
        }

        var client = socket ? new HttpClient { BaseAddress = site.BaseUri } : site.CreateClient();
        var test = new TestSite(site, client, time);
        if (login)
        {
            await test.LoginAsync();
        }

        return test;
    }

    public async Task LoginAsync()
    {
        using var answer = await TokenAsync(Site.Password);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", json.RootElement.GetProperty("access_token").GetString());
    }

    public Task<HttpResponseMessage> TokenAsync(string password, string path = "API/IDP/connect/token", string? user = null) =>
        Client.PostAsync(new Uri(path, UriKind.Relative), new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = "password",
            ["username"] = user ?? Site.BasicUser,
            ["password"] = password,
            ["client_id"] = "GrantValidatorClient",
        }));

    public async Task<(HttpStatusCode Status, JsonElement Json)> SendAsync(HttpMethod method, string path, string? body = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(Rest + path, UriKind.Relative));
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        using var answer = await Client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        using var json = JsonDocument.Parse(text);
        return (answer.StatusCode, json.RootElement.Clone());
    }

    public Task<(HttpStatusCode Status, JsonElement Json)> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<(HttpStatusCode Status, JsonElement Json)> PostAsync(string path, string? body = null) => SendAsync(HttpMethod.Post, path, body);

    public Task<(HttpStatusCode Status, JsonElement Json)> PatchAsync(string path, string body) => SendAsync(HttpMethod.Patch, path, body);

    public Task<(HttpStatusCode Status, JsonElement Json)> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path);

    public async Task<List<JsonElement>> ListAsync(string path)
    {
        var (status, json) = await GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, status);
        return [.. json.GetProperty("array").EnumerateArray()];
    }

    /// <summary>The id of an object by its name.</summary>
    public async Task<string> IdAsync(string resource, string name)
    {
        var found = (await ListAsync($"{resource}?disabled")).Single(i => i.GetProperty("name").GetString() == name);
        return found.GetProperty("id").GetString()!;
    }

    public async Task<JsonElement> DataAsync(string path)
    {
        var (status, json) = await GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, status);
        return json.GetProperty("data");
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Site.DisposeAsync();
    }
}
