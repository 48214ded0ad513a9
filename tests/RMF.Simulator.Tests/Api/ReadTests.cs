using System.Net;

namespace RMF.Simulator.Tests.Api;

public sealed class ReadTests
{
    [Fact]
    public async Task Answer_is_spaced_and_headed_as_the_gateway_does_it()
    {
        await using var test = await TestSite.StartAsync();

        using var answer = await test.Client.GetAsync(new Uri("API/REST/v1/Sites", UriKind.Relative));
        var text = await answer.Content.ReadAsStringAsync();

        Assert.StartsWith("""{ "array" : [ { "displayName" : "North", "id" : """, text, StringComparison.Ordinal);
        Assert.Contains("Microsoft-IIS/10.0", answer.Headers.Server.ToString(), StringComparison.Ordinal);
        Assert.Equal("4.0.30319", answer.Headers.GetValues("X-AspNet-Version").Single());
        Assert.Equal("application/json; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal(test.Time.GetUtcNow(), answer.Headers.Date);
    }

    [Fact]
    public async Task Camera_has_the_fields_of_a_live_site_in_their_order()
    {
        await using var test = await TestSite.StartAsync();

        var camera = (await test.ListAsync("cameras"))[0];

        Assert.Equal(
            "displayName enabled id name channel description createdDate lastModified gisPoint shortName icon coverageDirection coverageDepth "
            + "coverageFieldOfView recordingFramerate recordKeyframesOnly recordOnRelatedDevices ptzEnabled recordingEnabled prebufferEnabled "
            + "prebufferInMemory prebufferSeconds edgeStorageEnabled edgeStoragePlaybackEnabled manualRecordingTimeoutEnabled "
            + "manualRecordingTimeoutMinutes recordingStorage failoverSetting relations",
            string.Join(' ', camera.EnumerateObject().Select(p => p.Name)));
        Assert.Equal("FD", camera.GetProperty("shortName").GetString());
        Assert.Equal("0001-01-01T00:00:00.0000000", camera.GetProperty("createdDate").GetString());
        Assert.Equal("2026-01-01T00:00:00.0000000Z", camera.GetProperty("lastModified").GetString());
        Assert.Equal("hardware", camera.GetProperty("relations").GetProperty("parent").GetProperty("type").GetString());
    }

    [Fact]
    public async Task Tree_is_walked_from_site_to_stream_settings()
    {
        await using var test = await TestSite.StartAsync();

        var recorder = (await test.ListAsync("recordingServers"))[0].GetProperty("id").GetString();
        var storages = await test.ListAsync($"recordingServers/{recorder}/storages");
        var hardware = await test.ListAsync($"recordingServers/{recorder}/hardware");
        var camera = (await test.ListAsync($"hardware/{hardware[0].GetProperty("id")}/cameras"))[0];
        var settings = await test.DataAsync($"settings/{camera.GetProperty("id")}");
        var streams = await test.DataAsync($"streams/{camera.GetProperty("id")}");

        Assert.Equal(["Local default", "30 days"], storages.Select(s => s.GetProperty("name").GetString()));
        Assert.Equal(storages[1].GetProperty("id").GetString(), camera.GetProperty("recordingStorage").GetProperty("id").GetString());
        Assert.Equal(60, settings.GetProperty("generalSettings")[0].GetProperty("brightness").GetInt32());
        Assert.Equal(12, settings.GetProperty("stream")[0].GetProperty("FPS").GetDouble());
        Assert.Equal(3, settings.GetProperty("stream").GetArrayLength());
        Assert.Equal(2, streams.GetProperty("stream").GetArrayLength());
        Assert.Equal(settings.GetProperty("stream")[1].GetProperty("streamReferenceId").GetString(), streams.GetProperty("stream")[1].GetProperty("streamReferenceId").GetString());
        Assert.False(settings.TryGetProperty("ptz", out _));
    }

    [Fact]
    public async Task Both_transports_give_the_same_answer()
    {
        await using var direct = await TestSite.StartAsync();
        await using var socket = await TestSite.StartAsync(socket: true);

        Assert.Equal((await direct.GetAsync("cameras?disabled")).Json.GetRawText(), (await socket.GetAsync("cameras?disabled")).Json.GetRawText());
    }

    [Fact]
    public async Task Without_a_token_nothing_but_401()
    {
        await using var test = await TestSite.StartAsync(login: false);

        var (status, json) = await test.GetAsync("sites");

        Assert.Equal(HttpStatusCode.Unauthorized, status);
        Assert.Equal(401, json.GetProperty("error").GetProperty("httpCode").GetInt32());
        Assert.StartsWith("Token validation failed", json.GetProperty("error").GetProperty("details")[0].GetProperty("errorText").GetString(), StringComparison.Ordinal);
    }
}
