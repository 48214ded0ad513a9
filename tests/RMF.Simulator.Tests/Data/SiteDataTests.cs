using System.Net;

namespace RMF.Simulator.Tests.Data;

public sealed class SiteDataTests
{
    [Fact]
    public async Task Change_behind_the_clients_back_shows_as_a_real_one_would()
    {
        await using var test = await TestSite.StartAsync();
        var camera = await test.IdAsync("cameras", "Yard PTZ");
        test.Time.Advance(TimeSpan.FromMinutes(1));

        test.Site.Data.Set("settings", "Yard PTZ", "stream[1].FPS", 2);
        test.Site.Data.Set("streams", camera, "stream[0].liveMode", "Always");
        Assert.Equal("2026-01-01T00:00:00.0000000Z", (await test.DataAsync($"cameras/{camera}")).GetProperty("lastModified").GetString());
        test.Site.Data.Set("cameras", camera, "name", "Renamed");

        Assert.Equal(2d, test.Site.Data.Get("settings", "Renamed", "stream[1].FPS"));
        Assert.Equal(2, (await test.DataAsync($"settings/{camera}")).GetProperty("stream")[1].GetProperty("FPS").GetInt32());
        Assert.Equal("Always", (await test.DataAsync($"streams/{camera}")).GetProperty("stream")[0].GetProperty("liveMode").GetString());
        var data = await test.DataAsync($"cameras/{camera}");
        Assert.Equal("Renamed", data.GetProperty("displayName").GetString());
        Assert.Equal("2026-01-01T00:01:00.0000000Z", data.GetProperty("lastModified").GetString());
    }

    [Fact]
    public async Task Change_of_one_camera_does_not_reach_another_of_its_model()
    {
        await using var test = await TestSite.StartAsync(world: World.Generate(60, sites: 1));
        var cameras = test.Site.Data.List("cameras");
        var before = cameras.Skip(1).Select(c => test.Site.Data.Get("settings", c.Id.ToString(), "stream[0].FPS")).ToList();

        test.Site.Data.Set("settings", cameras[0].Id.ToString(), "stream[0].FPS", 3);

        Assert.Equal(before, cameras.Skip(1).Select(c => test.Site.Data.Get("settings", c.Id.ToString(), "stream[0].FPS")));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_made_has_the_same_ids_in_each_run_unless_the_host_makes_them(bool own)
    {
        var ids = new List<Guid>();
        for (var run = 0; run < 2; run++)
        {
            await using var test = await TestSite.StartAsync(options: o => own ? o with { NewId = Guid.NewGuid } : o);
            var recorder = test.Site.Data.List("recordingServers")[0];
            var root = test.Site.Data.List("sites")[0].Id.ToString();
            ids.Add(test.Site.Data.Add("cameraGroups", "sites", root, new Dictionary<string, object> { ["name"] = "Made" }).Id);
            ids.Add(test.Site.Data.AddHardware(recorder.Name, new WorldHardware
            {
                Name = "Made",
                Model = World.Load("minimal").Models.Models[0],
                Address = new Uri("http://10.77.0.1/"),
                Mac = "020000990001",
                Cameras = [],
            }).Id);
        }

        Assert.Equal(own ? 4 : 2, ids.Distinct().Count());
    }

    [Fact]
    public async Task Many_are_set_at_once()
    {
        await using var test = await TestSite.StartAsync();

        Assert.Equal(2, test.Site.Data.SetMany("cameras", _ => true, "shortName", (item, old) => $"{old}+{item.Name[..1]}"));

        Assert.Equal(["FD+F", "+Y"], (await test.ListAsync("cameras")).Select(c => c.GetProperty("shortName").GetString()));
    }

    [Fact]
    public async Task Objects_come_and_go()
    {
        await using var test = await TestSite.StartAsync();
        var data = test.Site.Data;

        data.Add("storages", "recordingServers", "REC-N1", new Dictionary<string, object>(StringComparer.Ordinal) { ["name"] = "Extra", ["retainMinutes"] = 60 });
        data.Add("cameraGroups", "sites", "", new Dictionary<string, object>(StringComparer.Ordinal) { ["name"] = "Top" });
        data.AddMember("cameraGroups", "Top", "cameras", "Yard PTZ");
        data.RemoveMember("cameraGroups", "Moving", "cameras", "Yard PTZ");
        var model = ModelCatalogue.Default.Find("M73")!;
        data.AddHardware("REC-N1", new WorldHardware { Name = "New", Model = model, Address = new Uri("http://10.0.0.70"), Mac = "0003C5000070" });
        Assert.Throws<ArgumentException>(() => data.AddHardware("REC-N1", new WorldHardware { Name = "New", Model = model, Address = new Uri("http://10.0.0.70"), Mac = "0003C5000070" }));
        Assert.True(data.Remove("hardware", "Front door"));
        Assert.False(data.Remove("hardware", "Front door"));

        Assert.Equal(["Yard PTZ", "New - Camera 1"], (await test.ListAsync("cameras")).Select(c => c.GetProperty("name").GetString()));
        Assert.Equal(60, (await test.DataAsync($"storages/{data.Find("storages", "Extra")!.Id}")).GetProperty("retainMinutes").GetInt32());
        Assert.Single(await test.ListAsync($"cameraGroups/{data.Find("cameraGroups", "Top")!.Id}/cameras"));
    }

    [Theory]
    [InlineData("cameras", "Nobody", "name", "has no 'Nobody' among its cameras")]
    [InlineData("nothing", "x", "name", "There is no resource 'nothing'")]
    [InlineData("cameras", "Yard PTZ", "colour", "There is no property 'colour' there")]
    [InlineData("settings", "Yard PTZ", "stream[9].FPS", "There is no property 'stream[9].FPS' there")]
    [InlineData("settings", "Yard PTZ", "stream[0].FPS", "'stream[0].FPS': a number is expected")]
    public async Task Wrong_name_or_value_is_an_error(string resource, string name, string path, string message)
    {
        await using var test = await TestSite.StartAsync();

        Assert.Contains(message, Assert.Throws<ArgumentException>(() => test.Site.Data.Set(resource, name, path, "value")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Log_counts_routes_and_keeps_writes_without_secrets()
    {
        await using var test = await TestSite.StartAsync();
        var hardware = await test.IdAsync("hardware", "Yard");
        test.Site.Requests.Clear();

        await test.GetAsync($"hardware/{hardware}");
        await test.GetAsync($"hardware/{hardware.ToUpperInvariant()}?tasks");
        await test.PostAsync($"hardware/{hardware}?task=ChangePasswordHardware", """{"password":"t0psecret","updatePasswordOnDevice":false}""");
        await test.LoginAsync();

        Assert.Equal(2, test.Site.Requests.Count("GET /hardware/{id}"));
        Assert.Equal(1, test.Site.Requests.CountsByRoute()["POST /hardware/{id}?task=ChangePasswordHardware"]);
        var write = Assert.Single(test.Site.Requests.Writes());
        Assert.Equal("""{"password":"***","updatePasswordOnDevice":false}""", write.Body);
        Assert.Equal((int)HttpStatusCode.OK, write.Status);
        Assert.DoesNotContain(test.Site.Requests.List(), r => r.Body?.Contains(test.Site.Password, StringComparison.Ordinal) == true);
        Assert.Equal(4, test.Site.Requests.Total);
    }
}
