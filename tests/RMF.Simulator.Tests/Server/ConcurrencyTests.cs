using System.Net;
using System.Text.Json;

namespace RMF.Simulator.Tests.Server;

public sealed class ConcurrencyTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Readers_and_writers_at_once_see_whole_objects(bool socket)
    {
        const int Workers = 8;
        const int Rounds = 25;
        await using var test = await TestSite.StartAsync(world: World.Generate(60, sites: 1), socket: socket);
        var cameras = (await test.ListAsync("cameras?disabled")).ConvertAll(c => c.GetProperty("id").GetString()!);

        var work = Enumerable.Range(0, Workers).Select(worker => Task.Run(async () =>
        {
            for (var round = 0; round < Rounds; round++)
            {
                var camera = cameras[((worker * Rounds) + round) % cameras.Count];
                var name = $"w{worker}r{round}";
                Assert.Equal(HttpStatusCode.OK, (await test.PatchAsync($"cameras/{camera}", $$"""{"name":"{{name}}","shortName":"{{name}}"}""")).Status);
                var list = await test.ListAsync("cameras?disabled&page=0&size=20");
                Assert.All(list.Where(c => c.GetProperty("shortName").GetString()!.StartsWith('w')), Whole);
                var group = await test.PostAsync("cameraGroups", $$"""{"name":"{{name}}"}""");
                Assert.Equal(HttpStatusCode.Created, group.Status);
            }
        }));
        await Task.WhenAll(work);

        Assert.Equal(Workers * Rounds, (await test.ListAsync("cameraGroups")).Count(g => g.GetProperty("name").GetString()!.StartsWith('w')));
        Assert.Equal(Workers * Rounds, test.Site.Requests.Count("POST /cameraGroups"));
    }

    [Fact]
    public async Task Many_added_devices_all_arrive_while_others_read()
    {
        var world = World.Generate(new WorldShape { Cameras = 40, Missing = 1 });
        await using var test = await TestSite.StartAsync("secondary", world);
        var recorder = test.Site.Recorders[0].Id.ToString();
        var drivers = (await test.ListAsync($"recordingServers/{recorder}/hardwareDrivers")).ToDictionary(d => d.GetProperty("number").GetInt32(), d => d.GetProperty("id").GetString());
        var devices = world.Site("primary").Recorders.SelectMany(r => r.Hardware).ToList();
        var before = test.Site.Data.List("hardware").Count;

        var tasks = await Task.WhenAll(devices.Select(device => Task.Run(async () =>
        {
            var (status, json) = await test.PostAsync($"recordingServers/{recorder}?task=AddHardware", JsonSerializer.Serialize(new
            {
                hardwareAddress = device.Address.AbsoluteUri,
                hardwareDriverPath = new { type = "hardwareDrivers", id = drivers[device.Model.DriverNumber] },
                userName = device.UserName,
                password = device.Password,
            }));
            Assert.Equal(HttpStatusCode.Created, status);
            return json.GetProperty("result").GetProperty("path").GetProperty("id").GetString();
        })));
        test.Time.Advance(TimeSpan.FromSeconds(1));

        var ended = await Task.WhenAll(tasks.Select(t => test.DataAsync($"tasks/{t}")));
        Assert.All(ended, t => Assert.Equal("Success", t.GetProperty("state").GetString()));
        Assert.Equal(before + devices.Count, test.Site.Data.List("hardware").Count);
    }

    private static void Whole(JsonElement camera) => Assert.Equal(camera.GetProperty("shortName").GetString(), camera.GetProperty("name").GetString());
}
