using System.Net;
using System.Text.Json;

namespace RMF.Simulator.Tests.Api;

public sealed class UpdateTests
{
    [Fact]
    public async Task Patch_changes_what_it_names_and_moves_lastModified()
    {
        await using var test = await TestSite.StartAsync();
        var camera = await test.IdAsync("cameras", "Yard PTZ");
        test.Time.Advance(TimeSpan.FromMinutes(5));

        var (status, json) = await test.PatchAsync($"cameras/{camera.ToUpperInvariant()}", """{"name":"Yard","enabled":false,"recordingFramerate":"7.5","prebufferSeconds":10}""");

        Assert.Equal(HttpStatusCode.OK, status);
        var data = json.GetProperty("data");
        Assert.Equal("Yard", data.GetProperty("name").GetString());
        Assert.Equal("Yard", data.GetProperty("displayName").GetString());
        Assert.False(data.GetProperty("enabled").GetBoolean());
        Assert.Equal(7.5, data.GetProperty("recordingFramerate").GetDouble());
        Assert.Equal(10, data.GetProperty("prebufferSeconds").GetInt32());
        Assert.Equal("2026-01-01T00:05:00.0000000Z", data.GetProperty("lastModified").GetString());
        Assert.Equal(data.GetRawText(), (await test.DataAsync($"cameras/{camera}")).GetRawText());
        Assert.Single(await test.ListAsync("cameras?disabled&lastModified=gt:'2026-01-01T00:04:00Z'"));
    }

    [Theory]
    [InlineData("failoverSetting", "\"Sometimes\"")]
    [InlineData("prebufferSeconds", "-1")]
    [InlineData("prebufferSeconds", "1.5")]
    [InlineData("prebufferSeconds", "\"many\"")]
    [InlineData("enabled", "\"maybe\"")]
    [InlineData("name", "\" \"")]
    [InlineData("channel", "3")]
    [InlineData("id", "\"00000000-0000-4000-8000-000000000000\"")]
    [InlineData("nonsense", "1")]
    [InlineData("recordingStorage", "{\"type\":\"storages\",\"id\":\"00000000-0000-4000-8000-000000000000\"}")]
    public async Task Wrong_value_is_refused_with_its_property_and_nothing_changes(string property, string value)
    {
        await using var test = await TestSite.StartAsync();
        var camera = await test.IdAsync("cameras", "Yard PTZ");
        var before = (await test.DataAsync($"cameras/{camera}")).GetRawText();

        var (status, json) = await test.PatchAsync($"cameras/{camera}", $$"""{"description":"new","{{property}}":{{value}}}""");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal(property, json.GetProperty("error").GetProperty("details")[0].GetProperty("property").GetString());
        Assert.Equal(before, (await test.DataAsync($"cameras/{camera}")).GetRawText());
    }

    [Fact]
    public async Task Put_takes_back_the_whole_object_and_passes_over_what_is_read_only()
    {
        await using var test = await TestSite.StartAsync();
        var camera = await test.IdAsync("cameras", "Yard PTZ");
        var whole = (await test.DataAsync($"cameras/{camera}")).GetRawText().Replace("\"channel\" : 0", "\"channel\" : 9", StringComparison.Ordinal);

        var (status, json) = await test.SendAsync(HttpMethod.Put, $"cameras/{camera}", whole);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(0, json.GetProperty("data").GetProperty("channel").GetInt32());
        Assert.Equal(HttpStatusCode.OK, (await test.PatchAsync($"cameras/{camera}", whole.Replace("\"channel\" : 9", "\"channel\" : 0", StringComparison.Ordinal))).Status);
    }

    [Fact]
    public async Task Site_that_ignores_read_only_writes_answers_200_and_changes_nothing()
    {
        await using var test = await TestSite.StartAsync(options: o => o with { ReadOnlyWrites = ReadOnlyWrites.Ignore });
        var camera = await test.IdAsync("cameras", "Yard PTZ");

        var (status, json) = await test.PatchAsync($"cameras/{camera}", """{"channel":3,"nonsense":1}""");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(0, json.GetProperty("data").GetProperty("channel").GetInt32());
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("")]
    [InlineData("1")]
    public async Task Body_that_is_no_object_is_refused(string body)
    {
        await using var test = await TestSite.StartAsync();

        Assert.Equal(HttpStatusCode.BadRequest, (await test.PatchAsync($"cameras/{await test.IdAsync("cameras", "Yard PTZ")}", body)).Status);
    }

    [Fact]
    public async Task Settings_change_stream_by_stream_without_moving_the_cameras_lastModified()
    {
        await using var test = await TestSite.StartAsync();
        var camera = await test.IdAsync("cameras", "Yard PTZ");
        var streams = (await test.DataAsync($"settings/{camera}")).GetProperty("stream");
        var second = streams[1].GetProperty("streamReferenceId").GetString()!.ToLowerInvariant();
        test.Time.Advance(TimeSpan.FromMinutes(5));

        var (status, json) = await test.PatchAsync($"settings/{camera}", $$"""
            {"stream":[{"streamReferenceId":"{{second}}","FPS":3}],"generalSettings":[{"brightness":70}],"ptz":{"ptzDeviceID":7},"ptzSessionTimeouts":{"manualPTZTimeout":30} }
            """);

        Assert.Equal(HttpStatusCode.OK, status);
        var data = json.GetProperty("data");
        Assert.Equal([25, 3], data.GetProperty("stream").EnumerateArray().Select(s => s.GetProperty("FPS").GetInt32()));
        Assert.Equal(70, data.GetProperty("generalSettings")[0].GetProperty("brightness").GetInt32());
        Assert.Equal(7, data.GetProperty("ptz").GetProperty("ptzDeviceID").GetInt32());
        Assert.Equal(30, data.GetProperty("ptzSessionTimeouts").GetProperty("manualPTZTimeout").GetInt32());
        Assert.Equal("2026-01-01T00:00:00.0000000Z", (await test.DataAsync($"cameras/{camera}")).GetProperty("lastModified").GetString());
    }

    [Theory]
    [InlineData("""{"stream":[{"FPS":31}]}""", "FPS")]
    [InlineData("""{"stream":[{},{},{}]}""", "stream")]
    [InlineData("""{"stream":[{"streamReferenceId":"28DC44C3-079E-4C94-8EC9-60363451EB40","FPS":3}]}""", "streamReferenceId")]
    [InlineData("""{"stream":{"FPS":3}}""", "stream")]
    [InlineData("""{"generalSettings":[{"rotation":"45"}]}""", "rotation")]
    [InlineData("""{"generalSettings":[{"noSuch":1}]}""", "noSuch")]
    [InlineData("""{"ptz":{"ptzIpix":true}}""", "ptzIpix")]
    public async Task Setting_outside_its_definition_is_refused_with_its_property(string body, string property)
    {
        await using var test = await TestSite.StartAsync();

        var (status, json) = await test.PatchAsync($"settings/{await test.IdAsync("cameras", "Yard PTZ")}", body);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal(property, json.GetProperty("error").GetProperty("details")[0].GetProperty("property").GetString());
    }

    [Fact]
    public async Task Stream_table_is_written_whole_and_names_streams_of_its_own_camera_alone()
    {
        await using var test = await TestSite.StartAsync();
        var camera = await test.IdAsync("cameras", "Front door camera");
        var rows = (await test.DataAsync($"streams/{camera}")).GetProperty("stream").EnumerateArray().Select(r => r.GetProperty("streamReferenceId").GetString()!).ToList();
        var third = (await test.DataAsync($"settings/{camera}")).GetProperty("stream")[2].GetProperty("streamReferenceId").GetString()!;
        var foreign = (await test.DataAsync($"streams/{await test.IdAsync("cameras", "Yard PTZ")}")).GetProperty("stream")[0].GetProperty("streamReferenceId").GetString()!;

        var good = await Table(test, camera, (rows[0], true, "16ce3aa1-5f93-458a-abe5-5c95d9ed1372"), (third, false, "84fff8b9-8cd1-46b2-a451-c4a87d4cbbb0"));

        Assert.Equal(HttpStatusCode.OK, good.Status);
        Assert.Equal(third, good.Json.GetProperty("data").GetProperty("stream")[1].GetProperty("streamReferenceId").GetString());
        Assert.Equal("streamReferenceId", Property(await Table(test, camera, (rows[0], true, ""), (foreign, false, ""))));
        Assert.Equal("streamReferenceId", Property(await Table(test, camera, (rows[0], true, ""), (rows[0], false, ""))));
        Assert.Equal("liveDefault", Property(await Table(test, camera, (rows[0], true, ""), (rows[1], true, ""))));
        Assert.Equal("recordTo", Property(await Table(test, camera, (rows[0], true, "nowhere"), (rows[1], false, ""))));
        Assert.Equal("recordTo", Property(await Table(test, camera, (rows[0], true, "16ce3aa1-5f93-458a-abe5-5c95d9ed1372"), (rows[1], false, "16ce3aa1-5f93-458a-abe5-5c95d9ed1372"))));
        Assert.Equal("stream", Property(await Table(test, camera, (rows[0], true, ""))));
    }

    [Fact]
    public async Task Motion_privacy_and_driver_settings_change_by_their_devices_id()
    {
        await using var test = await TestSite.StartAsync();
        var camera = await test.IdAsync("cameras", "Yard PTZ");
        var hardware = await test.IdAsync("hardware", "Yard");

        Assert.Equal(HttpStatusCode.OK, (await test.PatchAsync($"motionDetections/{camera}", """{"threshold":1500,"gridSize":"Grid8X8"}""")).Status);
        Assert.Equal(1500, (await test.ListAsync($"cameras/{camera}/motionDetections"))[0].GetProperty("threshold").GetInt32());
        Assert.Equal(HttpStatusCode.BadRequest, (await test.PatchAsync($"motionDetections/{camera}", """{"gridSize":"Grid9X9"}""")).Status);
        Assert.Equal(HttpStatusCode.OK, (await test.PatchAsync($"privacyProtections/{camera}", """{"enabled":true}""")).Status);
        Assert.True((await test.DataAsync($"cameras/{camera}/privacyProtections/{camera}")).GetProperty("enabled").GetBoolean());
        Assert.Equal(HttpStatusCode.OK, (await test.PatchAsync($"hardwareDriverSettings/{hardware}", """{"hardwareDriverSettings":{"MTU":1400}}""")).Status);
        var driver = (await test.DataAsync($"hardwareDriverSettings/{hardware}")).GetProperty("hardwareDriverSettings");
        Assert.Equal(1400, driver.GetProperty("MTU").GetInt32());
        Assert.Equal("00408C182202", driver.GetProperty("macAddress").GetString());
        Assert.Equal(HttpStatusCode.BadRequest, (await test.PatchAsync($"hardwareDriverSettings/{hardware}", """{"hardwareDriverSettings":{"macAddress":"x"}}""")).Status);
    }

    [Fact]
    public async Task Address_of_hardware_moves_but_not_onto_another()
    {
        await using var test = await TestSite.StartAsync();
        var yard = await test.IdAsync("hardware", "Yard");

        Assert.Equal("address", Property(await test.PatchAsync($"hardware/{yard}", """{"address":"http://10.0.0.11/"}""")));
        Assert.Equal("http://10.0.0.99/", (await test.PatchAsync($"hardware/{yard}", """{"address":"10.0.0.99"}""")).Json.GetProperty("data").GetProperty("address").GetString());
    }

    private static string? Property((HttpStatusCode Status, JsonElement Json) answer)
    {
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        return answer.Json.GetProperty("error").GetProperty("details")[0].GetProperty("property").GetString();
    }

    private static Task<(HttpStatusCode Status, JsonElement Json)> Table(TestSite test, string camera, params (string Reference, bool Default, string RecordTo)[] rows) =>
        test.PatchAsync($"streams/{camera}", JsonSerializer.Serialize(new
        {
            stream = rows.Select((r, i) => new { name = $"Row {i}", streamReferenceId = r.Reference, liveMode = "Always", liveDefault = r.Default, defaultPlayback = r.Default, recordTo = r.RecordTo, useEdge = false }),
        }));
}
