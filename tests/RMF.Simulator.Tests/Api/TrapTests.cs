using System.Net;
using System.Text.Json;

namespace RMF.Simulator.Tests.Api;

/// <summary>What a naive client falls into; each is copied from a real site.</summary>
public sealed class TrapTests
{
    private const string Nobody = "00000000-0000-4000-8000-000000000000";

    [Theory]
    [InlineData("cameras?unknown=1")]
    [InlineData("cameras?disable")]
    [InlineData("hardware?filter=x")]
    [InlineData("recordingServers?pageSize=10")]
    [InlineData("tasks?foo=1")]
    public async Task Unknown_query_name_is_a_filter_that_nothing_passes(string path)
    {
        await using var test = await TestSite.StartAsync();

        Assert.Empty(await test.ListAsync(path));
    }

    [Fact]
    public async Task Disabled_objects_are_hidden_unless_asked_for()
    {
        await using var test = await TestSite.StartAsync();

        Assert.Equal(2, (await test.ListAsync("cameras")).Count);
        Assert.Empty(await test.ListAsync("speakers"));
        Assert.Equal(2, (await test.ListAsync("speakers?disabled")).Count);

        test.Site.Data.Set("hardware", "Yard", "enabled", false);

        Assert.Single(await test.ListAsync("hardware"));
        Assert.Single(await test.ListAsync("cameras"));
        Assert.Equal(2, (await test.ListAsync("cameras?disabled")).Count);
        Assert.Single((await test.ListAsync("recordingServers?includeChildren=hardware"))[0].GetProperty("hardware").EnumerateArray());
        Assert.Equal("Yard PTZ", (await test.DataAsync($"cameras/{await test.IdAsync("cameras", "Yard PTZ")}")).GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("storages")]
    [InlineData("settings")]
    [InlineData("streams")]
    [InlineData("hardwareDriverSettings")]
    [InlineData("hardwareDrivers")]
    [InlineData("motionDetections")]
    [InlineData("ptzPresets")]
    [InlineData("archiveStorages")]
    public async Task Collection_without_its_parent_is_a_bad_request(string path) =>
        await Refused(path, HttpStatusCode.BadRequest, "Bad request: Parent is missing. " + path);

    [Theory]
    [InlineData("recordings", HttpStatusCode.NotFound, "Unknown resource: recordings")]
    [InlineData("cameras/" + Nobody, HttpStatusCode.NotFound, "Device not found. cameras/" + Nobody)]
    [InlineData("hardware/" + Nobody, HttpStatusCode.NotFound, "Hardware not found. hardware/" + Nobody)]
    [InlineData("cameras/not-an-id", HttpStatusCode.NotFound, "Device not found. cameras/not-an-id")]
    [InlineData("cameras/" + Nobody + "/OutputFolder", HttpStatusCode.BadRequest, "Invalid parent. cameras/" + Nobody + "/OutputFolder")]
    [InlineData("ptzPresets/" + Nobody, HttpStatusCode.BadRequest, "Bad request: Unknown request")]
    [InlineData("a/b/c/d/e", HttpStatusCode.BadRequest, "Bad request: Unknown request")]
    [InlineData("", HttpStatusCode.BadRequest, "Bad request: Unknown request")]
    [InlineData("tasks/7", HttpStatusCode.NotFound, "Task not found. tasks/7")]
    public async Task Error_is_nested_and_says_what(string path, HttpStatusCode status, string text) => await Refused(path, status, text);

    [Theory]
    [InlineData("")]
    [InlineData("api/rest/v2/cameras")]
    [InlineData("api/rest/v1x")]
    [InlineData("ManagementServer/x")]
    public async Task Outside_the_interface_the_web_server_answers_with_a_page(string path)
    {
        await using var test = await TestSite.StartAsync();

        using var answer = await test.Client.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType!.ToString());
        Assert.Contains("<html", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Paths_compare_without_case_and_with_a_slash_at_the_end()
    {
        await using var test = await TestSite.StartAsync();

        using var answer = await test.Client.GetAsync(new Uri("/API/Rest/V1/CAMERAS/", UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Presets_can_be_made_and_deleted_but_not_changed()
    {
        await using var test = await TestSite.StartAsync();
        var camera = await test.IdAsync("cameras", "Yard PTZ");
        var preset = (await test.ListAsync($"cameras/{camera}/ptzPresets"))[0].GetProperty("id").GetString();

        Assert.Equal(HttpStatusCode.BadRequest, (await test.PatchAsync($"ptzPresets/{preset}", "{\"pan\":0.5}")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await test.PatchAsync($"cameras/{camera}/ptzPresets/{preset}", "{\"pan\":0.5}")).Status);
    }

    [Fact]
    public async Task Sub_group_cannot_be_made_where_only_reading_is_known()
    {
        await using var test = await TestSite.StartAsync();

        var (status, _) = await test.PostAsync($"cameraGroups/{await test.IdAsync("cameraGroups", "Outside")}/cameraGroups", "{\"name\":\"New\"}");

        Assert.Equal(HttpStatusCode.BadRequest, status);
    }

    [Fact]
    public async Task Storage_of_another_recorder_is_accepted()
    {
        const string Yaml = """
            world: w
            sites:
              - name: A
                side: primary
                recorders:
                  - { name: R1, hardware: [{ model: M73, address: 10.0.0.1, mac: "0003C5000001" }] }
                  - { name: R2, storages: [{ name: Foreign }] }
            """;
        await using var test = await TestSite.StartAsync(world: World.Parse(Yaml));
        var camera = (await test.ListAsync("cameras"))[0].GetProperty("id").GetString();
        var foreign = test.Site.Data.Find("storages", "Foreign")!.Id.ToString();

        var (status, json) = await test.PostAsync($"cameras/{camera}?task=ChangeDeviceRecordingStorage", $$"""{"itemSelection":{"type":"storages","id":"{{foreign}}"},"moveData":false}""");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("Success", json.GetProperty("result").GetProperty("state").GetString());
        Assert.Equal(foreign, (await test.DataAsync($"cameras/{camera}")).GetProperty("recordingStorage").GetProperty("id").GetString());
    }

    private static async Task Refused(string path, HttpStatusCode expected, string text)
    {
        await using var test = await TestSite.StartAsync();

        var (status, json) = await test.GetAsync(path);

        Assert.Equal(expected, status);
        var error = json.GetProperty("error");
        Assert.Equal((int)expected, error.GetProperty("httpCode").GetInt32());
        Assert.Equal(text, error.GetProperty("details")[0].GetProperty("errorText").GetString());
        Assert.Equal(JsonValueKind.Array, error.GetProperty("details").ValueKind);
    }
}
