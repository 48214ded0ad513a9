using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using RMF.Testing;
using Xunit.Abstractions;

namespace RMF.Simulator.Tests.Worlds;

/// <summary>A site as large as the largest that are known. Seconds are printed, not asserted: a busy machine would break that.</summary>
[Trait("Proof", "scale")]
public sealed class LargeSiteTests(ITestOutputHelper output)
{
    private const int Cameras = 12_000;
    private const long MemoryLimit = 1L << 30;

    [Fact]
    public async Task A_site_of_twelve_thousand_cameras_stays_under_a_gigabyte()
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var started = Stopwatch.GetTimestamp();
        var world = World.Generate(Cameras, sites: 1);
        var generated = Stopwatch.GetElapsedTime(started);
        await using var site = new SimulatedSite(world.Sites[0], new SimulatorOptions { TimeProvider = new ManualTimeProvider() });
        var loaded = Stopwatch.GetElapsedTime(started);
        var memory = GC.GetTotalMemory(forceFullCollection: true) - before;
        using var process = Process.GetCurrentProcess();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Cameras} cameras: generated in {generated.TotalSeconds:0.0} s, loaded in {loaded.TotalSeconds:0.0} s, {memory >> 20} MB managed, {process.WorkingSet64 >> 20} MB working set"));

        Assert.InRange(memory, 1, MemoryLimit);
        using var client = await LogInAsync(site);
        var hardware = world.Sites[0].Recorders.Sum(recorder => recorder.Hardware.Count);
        Assert.Equal(Cameras, await CountAsync(client, "cameras?disabled"));
        Assert.Equal(hardware, await CountAsync(client, "hardware?disabled"));
        Assert.Equal(world.Sites[0].Recorders.Count, await CountAsync(client, "recordingServers"));
        var last = await FirstAsync(client, "cameras?disabled&page=11999&size=1");
        Assert.NotEqual(0, await CountAsync(client, $"streams/{last}", "data", "stream"));
        Assert.NotEqual(0, await CountAsync(client, $"settings/{last}", "data", "stream"));
    }

    private static async Task<HttpClient> LogInAsync(SimulatedSite site)
    {
        var client = site.CreateClient();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = "password",
            ["username"] = site.BasicUser,
            ["password"] = site.Password,
            ["client_id"] = "GrantValidatorClient",
        });
        using var answer = await client.PostAsync(new Uri("API/IDP/connect/token", UriKind.Relative), form);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", json.RootElement.GetProperty("access_token").GetString());
        return client;
    }

    private static async Task<JsonDocument> GetAsync(HttpClient client, string path)
    {
        await using var body = await client.GetStreamAsync(new Uri("api/rest/v1/" + path, UriKind.Relative));
        return await JsonDocument.ParseAsync(body);
    }

    private static async Task<int> CountAsync(HttpClient client, string path, params string[] members)
    {
        using var json = await GetAsync(client, path);
        var list = json.RootElement;
        foreach (var member in members.DefaultIfEmpty("array"))
        {
            list = list.GetProperty(member);
        }

        return list.GetArrayLength();
    }

    private static async Task<string> FirstAsync(HttpClient client, string path)
    {
        using var json = await GetAsync(client, path);
        return json.RootElement.GetProperty("array")[0].GetProperty("id").GetString()!;
    }
}
