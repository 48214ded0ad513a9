using System.Net;
using System.Text.Json;

namespace RMF.Simulator.Tests.Api;

public sealed class QueryTests
{
    [Fact]
    public async Task Pages_are_cut_from_zero_and_the_one_behind_the_last_is_empty()
    {
        await using var test = await TestSite.StartAsync(world: World.Generate(25, sites: 1));

        var pages = new List<string>();
        for (var page = 0; page < 4; page++)
        {
            pages.Add(string.Join(' ', Names(await test.ListAsync($"cameras?disabled&page={page}&size=10"))));
        }

        var all = Names(await test.ListAsync("cameras?disabled"));
        Assert.Equal([10, 10, all.Count - 20, 0], pages.Select(p => p.Length == 0 ? 0 : all.Count(n => p.Contains(n, StringComparison.Ordinal))));
        Assert.Equal(string.Join(' ', all), string.Join(' ', pages.Where(p => p.Length > 0)));
    }

    [Theory]
    [InlineData("size=0")]
    [InlineData("size=-1")]
    [InlineData("page=x")]
    public async Task Page_that_is_no_number_is_refused(string query)
    {
        await using var test = await TestSite.StartAsync();

        Assert.Equal(HttpStatusCode.BadRequest, (await test.GetAsync("cameras?" + query)).Status);
    }

    [Theory]
    [InlineData("name='Yard PTZ'", 1)]
    [InlineData("name='yard ptz'", 1)]
    [InlineData("name=Yard PTZ", 1)]
    [InlineData("name=equals:'Yard PTZ'", 1)]
    [InlineData("name=notEquals:'Yard PTZ'", 1)]
    [InlineData("name=startsWith:'Yard'", 1)]
    [InlineData("name=beginswith:'yard'", 1)]
    [InlineData("name=contains:'a'", 2)]
    [InlineData("name=contains:'zzz'", 0)]
    [InlineData("recordingFramerate=gt:'4.5'", 2)]
    [InlineData("recordingFramerate=lt:'5'", 0)]
    [InlineData("ptzEnabled='true'", 1)]
    [InlineData("lastModified=gt:'2025-12-31'", 2)]
    [InlineData("lastModified=gt:'2026-01-01T00:00:00Z'", 0)]
    [InlineData("name=contains:'a'&ptzEnabled='false'", 1)]
    [InlineData("name=oddly:'Yard PTZ'", 0)]
    public async Task Filter_keeps_what_fits(string query, int count)
    {
        await using var test = await TestSite.StartAsync();

        Assert.Equal(count, (await test.ListAsync("cameras?" + query.Replace("'", "%27", StringComparison.Ordinal))).Count);
    }

    [Fact]
    public async Task Filter_finds_by_id_in_any_case()
    {
        await using var test = await TestSite.StartAsync();
        var id = await test.IdAsync("cameras", "Yard PTZ");

        Assert.Single(await test.ListAsync($"cameras?id='{id.ToUpperInvariant()}'"));
    }

    [Fact]
    public async Task Children_come_within_where_a_global_list_asks()
    {
        await using var test = await TestSite.StartAsync();

        var recorder = (await test.ListAsync("recordingServers?disabled&includeChildren=storages,hardware,cameras,speakers"))[0];

        Assert.Equal(2, recorder.GetProperty("storages").GetArrayLength());
        var hardware = recorder.GetProperty("hardware");
        Assert.Equal(2, hardware.GetArrayLength());
        Assert.Equal("Front door camera", hardware[0].GetProperty("cameras")[0].GetProperty("name").GetString());
        Assert.Equal(1, hardware[0].GetProperty("speakers").GetArrayLength());
        Assert.False(hardware[0].TryGetProperty("microphones", out _));
        Assert.Equal("relations", recorder.EnumerateObject().Last().Name);
    }

    [Fact]
    public async Task Groups_come_as_a_tree_with_members()
    {
        await using var test = await TestSite.StartAsync();

        var groups = await test.ListAsync("cameraGroups?includeChildren=cameras,cameraGroups");

        var outside = Assert.Single(groups);
        Assert.Equal("Front door camera", outside.GetProperty("cameras")[0].GetProperty("name").GetString());
        Assert.Equal("Yard PTZ", outside.GetProperty("cameraGroups")[0].GetProperty("cameras")[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task Nested_list_does_not_look_at_includeChildren()
    {
        await using var test = await TestSite.StartAsync();

        var hardware = await test.ListAsync($"recordingServers/{await test.IdAsync("recordingServers", "REC-N1")}/hardware?includeChildren=cameras");

        Assert.False(hardware[0].TryGetProperty("cameras", out _));
    }

    [Theory]
    [InlineData("hardware?includeChildren=hardwareDriverSettings")]
    [InlineData("cameras?includeChildren=settings")]
    [InlineData("cameras?includeChildren=streams")]
    [InlineData("cameras?includeChildren=cameras,nonsense")]
    public async Task Per_item_parts_cannot_be_included(string path)
    {
        await using var test = await TestSite.StartAsync();

        var (status, json) = await test.GetAsync(path);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("includeChildren", json.GetProperty("error").GetProperty("details")[0].GetProperty("property").GetString());
    }

    [Fact]
    public async Task Item_shows_tasks_resources_and_definitions_when_asked_and_no_data_on_request()
    {
        await using var test = await TestSite.StartAsync();
        var camera = await test.IdAsync("cameras", "Yard PTZ");

        var (_, json) = await test.GetAsync($"cameras/{camera}?tasks&resources&definitions&noData");

        Assert.False(json.TryGetProperty("data", out _));
        Assert.Contains(json.GetProperty("tasks").EnumerateArray(), t => t.GetProperty("id").GetString() == "ChangeDeviceRecordingStorage" && t.TryGetProperty("displayName", out _));
        Assert.Contains(json.GetProperty("resources").EnumerateArray(), t => t.GetProperty("type").GetString() == "ptzPresets");
        var failover = json.GetProperty("definitions").GetProperty("failoverSetting");
        Assert.Equal("Enum", failover.GetProperty("valueType").GetString());
        Assert.Equal("LiveOnly", failover.GetProperty("options")[1].GetProperty("value").GetString());
        Assert.False(json.GetProperty("definitions").GetProperty("channel").GetProperty("canSet").GetBoolean());
    }

    [Fact]
    public async Task Settings_define_each_stream_by_the_driver()
    {
        await using var test = await TestSite.StartAsync();
        var camera = await test.IdAsync("cameras", "Yard PTZ");

        var (_, json) = await test.GetAsync($"settings/{camera}?definitions");

        var fps = json.GetProperty("definitions").GetProperty("stream")[1].GetProperty("FPS");
        Assert.True(fps.GetProperty("canSet").GetBoolean());
        Assert.Equal("Double", fps.GetProperty("valueType").GetString());
        Assert.Equal([1, 30, 1], new[] { "minValue", "maxValue", "stepValue" }.Select(n => fps.GetProperty(n).GetInt32()));
        Assert.False(json.GetProperty("definitions").GetProperty("ptz").GetProperty("ptzIpix").GetProperty("canSet").GetBoolean());
        Assert.Equal("Pan-Tilt-Zoom", json.GetProperty("data").GetProperty("ptz").GetProperty("displayName").GetString());
        Assert.Equal(2, json.GetProperty("data").GetProperty("stream").GetArrayLength());
    }

    [Fact]
    public async Task Oldest_release_sends_numbers_as_text_and_lacks_later_fields()
    {
        await using var test = await TestSite.StartAsync(options: o => o with { Personality = Personality.V2023R2 });

        var camera = (await test.ListAsync("cameras"))[0];

        Assert.Equal("5", camera.GetProperty("recordingFramerate").GetString());
        Assert.Equal("0", camera.GetProperty("channel").GetString());
        Assert.Equal(JsonValueKind.True, camera.GetProperty("enabled").ValueKind);
        Assert.False(camera.TryGetProperty("ptzEnabled", out _));
        Assert.False(camera.TryGetProperty("failoverSetting", out _));
    }

    [Theory]
    [InlineData(Personality.V2025R1, "25.1", HttpStatusCode.BadRequest)]
    [InlineData(Personality.V2025R2, "25.2", HttpStatusCode.BadRequest)]
    [InlineData(Personality.Next, "26.1", HttpStatusCode.OK)]
    public async Task Release_shows_in_version_and_in_what_can_be_deleted(Personality personality, string version, HttpStatusCode status)
    {
        await using var test = await TestSite.StartAsync(options: o => o with { Personality = personality });

        Assert.StartsWith(version, (await test.ListAsync("sites"))[0].GetProperty("version").GetString(), StringComparison.Ordinal);
        Assert.Equal(status, (await test.DeleteAsync($"hardware/{await test.IdAsync("hardware", "Yard")}")).Status);
    }

    private static List<string> Names(IEnumerable<JsonElement> items) => [.. items.Select(i => i.GetProperty("id").GetString()!)];
}
