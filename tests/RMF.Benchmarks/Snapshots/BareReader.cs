using System.Net.Http.Headers;
using System.Text.Json;
using RMF.Simulator;

namespace RMF.Benchmarks.Snapshots;

/// <summary>The yardstick: the same requests on as many connections, each answer parsed by JsonDocument and thrown away.</summary>
public sealed class BareReader : IDisposable
{
    private readonly HttpClient client;
    private readonly int connections;

    private BareReader(HttpClient client, int connections)
    {
        this.client = client;
        this.connections = connections;
    }

    public static async Task<BareReader> LogInAsync(SimulatedSite site, int connections)
    {
        var made = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = connections, UseCookies = false }) { BaseAddress = site.BaseUri };
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = "password",
            ["username"] = site.BasicUser,
            ["password"] = site.Password,
            ["client_id"] = "GrantValidatorClient",
        });
        using var answer = await made.PostAsync(new Uri("API/IDP/connect/token", UriKind.Relative), form);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        made.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", json.RootElement.GetProperty("access_token").GetString());
        return new BareReader(made, connections);
    }

    /// <returns>Bytes of all answers.</returns>
    public async Task<long> ReadAsync(IReadOnlyList<string> targets)
    {
        var next = -1;
        var bytes = 0L;
        async Task WorkAsync()
        {
            for (var i = Interlocked.Increment(ref next); i < targets.Count; i = Interlocked.Increment(ref next))
            {
                var body = await client.GetByteArrayAsync(new Uri(targets[i], UriKind.Relative));
                using var json = JsonDocument.Parse(body);
                Interlocked.Add(ref bytes, body.Length);
            }
        }

        await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => WorkAsync()));
        return bytes;
    }

    public void Dispose() => client.Dispose();
}
