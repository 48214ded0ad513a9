using System.Diagnostics;
using System.Net;

namespace RMF.Simulator.Tests.Faults;

/// <summary>Each fault on both transports: what a client of HttpClient sees must be the same kind of thing.</summary>
public sealed class FaultTests
{
    public static TheoryData<bool> Transports => new(false, true);

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task Error_status_strikes_the_given_number_of_times_without_effect(bool socket)
    {
        await using var test = await TestSite.StartAsync(socket: socket);
        var camera = await test.IdAsync("cameras", "Yard PTZ");
        var fault = test.Site.Faults.Add(Fault.Error(503, count: 2));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await test.PatchAsync($"cameras/{camera}", """{"description":"x"}""")).Status);
        Assert.Equal(503, (await test.GetAsync("cameras")).Json.GetProperty("error").GetProperty("httpCode").GetInt32());
        Assert.Equal("", (await test.DataAsync($"cameras/{camera}")).GetProperty("description").GetString());
        Assert.Equal(2, fault.Struck);
    }

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task Error_may_be_a_page_for_people(bool socket)
    {
        await using var test = await TestSite.StartAsync(socket: socket);
        test.Site.Faults.Add(Fault.Error(502, html: true));

        using var answer = await test.Client.GetAsync(new Uri("api/rest/v1/sites", UriKind.Relative));

        Assert.Equal(HttpStatusCode.BadGateway, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task Reset_before_the_effect_leaves_nothing_done(bool socket)
    {
        await using var test = await TestSite.StartAsync(socket: socket);
        test.Site.Faults.Add(Fault.On(FaultKind.ResetBeforeEffect, "POST", "/cameraGroups", count: null));

        await Assert.ThrowsAsync<HttpRequestException>(() => test.PostAsync("cameraGroups", """{"name":"G"}"""));

        Assert.Null(test.Site.Data.Find("cameraGroups", "G"));
    }

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task Reset_after_the_effect_leaves_it_done(bool socket)
    {
        await using var test = await TestSite.StartAsync(socket: socket);
        test.Site.Faults.Add(Fault.On(FaultKind.ResetAfterEffect, "POST", "/cameraGroups", count: null));

        await Assert.ThrowsAsync<HttpRequestException>(() => test.PostAsync("cameraGroups", """{"name":"G"}"""));

        Assert.NotNull(test.Site.Data.Find("cameraGroups", "G"));
        Assert.Equal(0, test.Site.Requests.Writes().Last(r => r.Route == "POST /cameraGroups").Status);
    }

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task Half_an_answer_is_an_error_in_the_middle_of_the_body(bool socket)
    {
        await using var test = await TestSite.StartAsync(socket: socket);
        test.Site.Faults.Add(Fault.On(FaultKind.HalfAnswer, "GET", "/cameras"));

        using var answer = await test.Client.GetAsync(new Uri("api/rest/v1/cameras", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await Assert.ThrowsAnyAsync<Exception>(async () => await answer.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task Stalled_answer_ends_with_the_clients_patience(bool socket)
    {
        await using var test = await TestSite.StartAsync(socket: socket);
        test.Site.Faults.Add(Fault.On(FaultKind.Stall, "GET", "/cameras"));
        using var answer = await test.Client.GetAsync(new Uri("api/rest/v1/cameras", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        using var patience = new CancellationTokenSource();

        var reading = answer.Content.ReadAsByteArrayAsync(patience.Token);
        await Task.Yield();
        Assert.False(reading.IsCompleted);
        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
    }

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task Expired_tokens_answer_401_until_the_next_login(bool socket)
    {
        await using var test = await TestSite.StartAsync(socket: socket);
        test.Site.Faults.Add(Fault.On(FaultKind.ExpireTokens, path: "/cameras", skip: 1));

        Assert.Equal(HttpStatusCode.OK, (await test.GetAsync("cameras")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await test.GetAsync("cameras")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await test.GetAsync("sites")).Status);
        await test.LoginAsync();
        Assert.Equal(HttpStatusCode.OK, (await test.GetAsync("cameras")).Status);
    }

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task Lists_may_lie_with_200(bool socket)
    {
        await using var test = await TestSite.StartAsync(socket: socket);
        test.Site.Faults.Add(Fault.On(FaultKind.EmptyList, path: "/cameras"));
        test.Site.Faults.Add(Fault.On(FaultKind.PartialPage, path: "/hardware*"));

        Assert.Empty(await test.ListAsync("cameras"));
        Assert.Equal(2, (await test.ListAsync("cameras")).Count);
        Assert.Single(await test.ListAsync("hardware"));
        Assert.Equal(2, (await test.ListAsync("hardware")).Count);
    }

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task Page_for_people_comes_with_200(bool socket)
    {
        await using var test = await TestSite.StartAsync(socket: socket);
        test.Site.Faults.Add(Fault.On(FaultKind.HtmlPage));

        using var answer = await test.Client.GetAsync(new Uri("api/rest/v1/sites", UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.StartsWith("<!DOCTYPE", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task Latency_runs_on_the_sites_clock(bool socket)
    {
        // The clock runs far while a socket is slow; the token must not end on the way.
        await using var test = await TestSite.StartAsync(socket: socket, options: o => o with { TokenLifetime = TimeSpan.FromDays(100_000) });
        test.Site.Faults.Add(Fault.Latency(TimeSpan.FromMinutes(10)) with { Path = "/sites" });

        var waiting = test.GetAsync("sites");
        var started = Stopwatch.GetTimestamp();
        while (!waiting.IsCompleted)
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(30), "The answer never came.");
            test.Time.Advance(TimeSpan.FromMinutes(1));
            await Task.Yield();
        }

        Assert.Equal(HttpStatusCode.OK, (await waiting).Status);
        Assert.True(test.Time.GetUtcNow() >= new DateTimeOffset(2026, 1, 1, 0, 10, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task Bulk_read_costs_time_per_object()
    {
        var time = new Testing.ManualTimeProvider { AutoAdvance = true };
        await using var site = new SimulatedSite(World.Generate(40, sites: 1).Sites[0], new SimulatorOptions { TimeProvider = time });
        using var client = site.CreateClient();
        site.Faults.Add(Fault.SlowBulkRead(TimeSpan.FromSeconds(1)));
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = "password", ["username"] = site.BasicUser, ["password"] = site.Password, ["client_id"] = "GrantValidatorClient",
        });
        using var login = await client.PostAsync(new Uri("IDP/connect/token", UriKind.Relative), form);
        using var token = System.Text.Json.JsonDocument.Parse(await login.Content.ReadAsStringAsync());
        client.DefaultRequestHeaders.Authorization = new("Bearer", token.RootElement.GetProperty("access_token").GetString());
        var before = time.GetUtcNow();

        await client.GetStringAsync(new Uri("api/rest/v1/cameras?disabled", UriKind.Relative));

        Assert.Equal(TimeSpan.FromSeconds(site.Data.List("cameras").Count), time.GetUtcNow() - before);
    }

    [Fact]
    public async Task Wrong_clock_shows_in_headers_and_in_what_is_written()
    {
        await using var test = await TestSite.StartAsync();
        var camera = await test.IdAsync("cameras", "Yard PTZ");
        test.Site.Faults.Add(Fault.ClockSkew(TimeSpan.FromHours(-2)));

        var (_, json) = await test.PatchAsync($"cameras/{camera}", """{"description":"x"}""");

        Assert.Equal("2025-12-31T22:00:00.0000000Z", json.GetProperty("data").GetProperty("lastModified").GetString());
        Assert.Equal(HttpStatusCode.OK, (await test.GetAsync("sites")).Status);
        test.Site.Faults.Clear();
        using var answer = await test.Client.GetAsync(new Uri("api/rest/v1/sites", UriKind.Relative));
        Assert.Equal(test.Time.GetUtcNow(), answer.Headers.Date);
    }

    [Fact]
    public async Task Offline_recorder_hides_what_lives_in_its_devices_alone()
    {
        await using var test = await TestSite.StartAsync();
        var (camera, hardware) = (await test.IdAsync("cameras", "Yard PTZ"), await test.IdAsync("hardware", "Yard"));
        test.Site.Faults.Add(Fault.RecorderOffline("REC-N1"));

        foreach (var path in new[] { $"settings/{camera}", $"streams/{camera}", $"hardwareDriverSettings/{hardware}", $"cameras/{camera}/settings" })
        {
            Assert.Equal(HttpStatusCode.BadGateway, (await test.GetAsync(path)).Status);
        }

        Assert.Equal(HttpStatusCode.BadGateway, (await test.PatchAsync($"settings/{camera}", "{}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await test.GetAsync($"cameras/{camera}")).Status);
        Assert.Equal(2, (await test.ListAsync("hardware")).Count);
    }

    [Fact]
    public async Task Chance_comes_from_the_seed()
    {
        var patterns = new List<string>();
        foreach (var seed in new[] { 7, 7, 8 })
        {
            await using var test = await TestSite.StartAsync(options: o => o with { Seed = seed });
            test.Site.Faults.Add(Fault.Error(503) with { Probability = 0.5 });
            var drawn = new List<HttpStatusCode>();
            for (var i = 0; i < 40; i++)
            {
                drawn.Add((await test.GetAsync("sites")).Status);
            }

            patterns.Add(string.Concat(drawn.Select(s => s == HttpStatusCode.OK ? '.' : 'x')));
        }

        Assert.Equal(patterns[0], patterns[1]);
        Assert.NotEqual(patterns[0], patterns[2]);
        Assert.Contains('.', patterns[0]);
        Assert.Contains('x', patterns[0]);
    }

    [Theory]
    [InlineData("/cameras/*", "GET", "cameras/1", true)]
    [InlineData("/cameras/*", "GET", "cameras", false)]
    [InlineData("/CAMERAS", "GET", "cameras?disabled", true)]
    [InlineData("*task=AddHardware", "GET", "cameras?task=AddHardware", false)]
    [InlineData("/cameras?*", "GET", "cameras?disabled", true)]
    [InlineData("/cameras", "PATCH", "cameras", false)]
    public async Task Pattern_picks_the_requests(string pattern, string method, string path, bool strikes)
    {
        await using var test = await TestSite.StartAsync();
        test.Site.Faults.Add(Fault.Error(504) with { Path = pattern, Method = method });

        Assert.Equal(strikes, (await test.GetAsync(path)).Status == HttpStatusCode.GatewayTimeout);
    }
}
