using System.Net;
using System.Text.Json;

namespace RMF.Simulator.Tests.Tasks;

public sealed class AddHardwareTests
{
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task Task_is_queued_runs_and_leaves_hardware_that_is_disabled()
    {
        await using var test = await TestSite.StartAsync("secondary");
        var recorder = await test.IdAsync("recordingServers", "REC-S1");

        var (status, json) = await Add(test, recorder, "10.0.0.12");
        Assert.Equal(HttpStatusCode.Created, status);
        var result = json.GetProperty("result");
        Assert.Equal("10.0.0.12", result.GetProperty("hardwareAddress").GetString());
        Assert.DoesNotContain("simulated", json.GetRawText(), StringComparison.Ordinal);
        Assert.Equal("Idle", result.GetProperty("state").GetString());
        Assert.Equal("tasks", result.GetProperty("path").GetProperty("type").GetString());
        var task = result.GetProperty("path").GetProperty("id").GetString();
        Assert.Equal("33", task);

        Assert.Equal("Idle", (await test.DataAsync($"tasks/{task}")).GetProperty("state").GetString());
        test.Time.Advance(TimeSpan.FromMilliseconds(100));
        var running = await test.DataAsync($"tasks/{task}");
        Assert.Equal("InProgress", running.GetProperty("state").GetString());
        Assert.InRange(running.GetProperty("progress").GetInt32(), 1, 99);
        Assert.False(running.TryGetProperty("path", out _));
        Assert.Equal(HttpStatusCode.BadRequest, (await test.PostAsync($"tasks/{task}?task=TaskCleanup")).Status);
        Assert.Empty(await test.ListAsync("hardware?disabled"));

        test.Time.Advance(LongEnough);
        var done = await test.DataAsync($"recordingServers/{recorder}/tasks/{task}");
        Assert.Equal("Success", done.GetProperty("state").GetString());
        Assert.Equal(100, done.GetProperty("progress").GetInt32());
        var hardware = done.GetProperty("relations").GetProperty("hardware")[0].GetProperty("id").GetString()!;
        Assert.Equal("hardware/" + hardware.ToUpperInvariant(), done.GetProperty("path").GetString());
        Assert.Empty(await test.ListAsync("hardware"));
        Assert.Empty(await test.ListAsync("cameras"));
        var added = await test.DataAsync($"hardware/{hardware}");
        Assert.False(added.GetProperty("enabled").GetBoolean());
        Assert.Equal("Axis AXIS Q6135-LE (10.0.0.12)", added.GetProperty("name").GetString());
        Assert.Equal("AXIS Q6135-LE", added.GetProperty("model").GetString());
        var camera = Assert.Single(await test.ListAsync($"hardware/{hardware}/cameras?disabled"));
        Assert.False(camera.GetProperty("enabled").GetBoolean());
        Assert.Equal("Axis AXIS Q6135-LE (10.0.0.12) - Camera 1", camera.GetProperty("name").GetString());
        Assert.Equal("00408C182202", (await test.DataAsync($"hardwareDriverSettings/{hardware}")).GetProperty("hardwareDriverSettings").GetProperty("macAddress").GetString());

        Assert.Single(await test.ListAsync("tasks"));
        Assert.Equal("""{ "result" : { "state" : "Success" } }""", (await test.PostAsync($"tasks/{task}?task=TaskCleanup")).Json.GetRawText());
        Assert.Empty(await test.ListAsync("tasks"));
        Assert.Equal(HttpStatusCode.NotFound, (await test.GetAsync($"tasks/{task}")).Status);
    }

    [Theory]
    [InlineData("http://10.0.0.11:80/", "root", "simulated", 806, 60276)]
    [InlineData("10.0.0.77", "root", "simulated", 806, 60281)]
    [InlineData("10.0.0.50", "root", "wrong", 780, 60281)]
    [InlineData("10.0.0.50", "root", "simulated", 806, 60281)]
    public async Task What_cannot_be_added_ends_with_its_code(string address, string user, string password, int driver, int code)
    {
        await using var test = await TestSite.StartAsync();
        var recorder = await test.IdAsync("recordingServers", "REC-N1");

        var failed = await Ended(test, await Add(test, recorder, address, user, password, driver));

        Failed(failed, code);
        Assert.Equal(2, (await test.ListAsync("hardware?disabled")).Count);
    }

    [Fact]
    public async Task Faults_decide_what_a_recorder_reaches()
    {
        await using var test = await TestSite.StartAsync();
        var recorder = await test.IdAsync("recordingServers", "REC-N1");

        var away = test.Site.Faults.Add(Fault.CameraUnreachable("10.0.0.50"));
        Failed(await Ended(test, await Add(test, recorder, "10.0.0.50", driver: 780)), 60281);
        test.Site.Faults.Remove(away);
        var offline = test.Site.Faults.Add(Fault.RecorderOffline("rec-n1"));
        Failed(await Ended(test, await Add(test, recorder, "10.0.0.50", driver: 780)), 60277);
        test.Site.Faults.Remove(offline);

        Assert.Equal("Success", (await Ended(test, await Add(test, recorder, "10.0.0.50", driver: 780))).GetProperty("state").GetString());
    }

    [Fact]
    public async Task The_same_device_twice_at_once_is_added_once()
    {
        await using var test = await TestSite.StartAsync();
        var recorder = await test.IdAsync("recordingServers", "REC-N1");

        var first = await Add(test, recorder, "10.0.0.50", driver: 780);
        var second = await Add(test, recorder, "10.0.0.50", driver: 780);
        test.Time.Advance(LongEnough);

        var states = new[] { first, second }.Select(a => test.DataAsync($"tasks/{a.Json.GetProperty("result").GetProperty("path").GetProperty("id").GetString()}").Result.GetProperty("state").GetString());
        Assert.Equal(["Error", "Success"], states.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Stopped_task_does_nothing_and_says_so()
    {
        await using var test = await TestSite.StartAsync();
        var (_, json) = await Add(test, await test.IdAsync("recordingServers", "REC-N1"), "10.0.0.50", driver: 780);
        var task = json.GetProperty("result").GetProperty("path").GetProperty("id").GetString();

        Assert.Equal(HttpStatusCode.OK, (await test.PostAsync($"tasks/{task}?task=TaskStop")).Status);
        test.Time.Advance(LongEnough);

        Assert.Equal("Error", (await test.DataAsync($"tasks/{task}")).GetProperty("state").GetString());
        Assert.Equal(2, (await test.ListAsync("hardware?disabled")).Count);
    }

    [Fact]
    public async Task Empty_body_is_answered_with_the_parameters_it_lacks()
    {
        await using var test = await TestSite.StartAsync();
        var recorder = await test.IdAsync("recordingServers", "REC-N1");

        var (status, json) = await test.PostAsync($"recordingServers/{recorder}?task=AddHardware");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("Bad request: parameters missing", json.GetProperty("error").GetProperty("details")[0].GetProperty("errorText").GetString());
        Assert.Equal(
            ["hardwareAddress", "hardwareDriverPath", "userName", "password", "customData"],
            json.GetProperty("error").GetProperty("params").EnumerateObject().Select(p => p.Name));
        Assert.Equal(HttpStatusCode.BadRequest, (await test.PostAsync($"recordingServers/{recorder}?task=AddHardware", """{"hardwareAddress":"10.0.0.50"}""")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await test.PostAsync($"recordingServers/{recorder}?task=NoSuchTask", "{}")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await test.PostAsync($"recordingServers/{recorder}", "{}")).Status);
    }

    [Fact]
    public async Task Driver_id_of_another_recorder_is_refused()
    {
        await using var other = await TestSite.StartAsync("secondary");
        await using var test = await TestSite.StartAsync();
        var foreign = other.Site.Data.List("hardwareDrivers")[0].Id;

        var (status, json) = await test.PostAsync(
            $"recordingServers/{await test.IdAsync("recordingServers", "REC-N1")}?task=AddHardware",
            $$"""{"hardwareAddress":"10.0.0.50","hardwareDriverPath":{"type":"hardwareDrivers","id":"{{foreign}}"},"userName":"root","password":"simulated"}""");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("hardwareDriverPath", json.GetProperty("error").GetProperty("details")[0].GetProperty("property").GetString());
    }

    internal static async Task<(HttpStatusCode Status, JsonElement Json)> Add(
        TestSite test, string recorder, string address, string user = "root", string password = "simulated", int driver = 804)
    {
        var drivers = await test.ListAsync($"recordingServers/{recorder}/hardwareDrivers?number='{driver}'");
        return await test.PostAsync($"recordingServers/{recorder}?task=AddHardware", JsonSerializer.Serialize(new
        {
            hardwareAddress = address,
            hardwareDriverPath = new { type = "hardwareDrivers", id = drivers.Single().GetProperty("id").GetString() },
            userName = user,
            password,
            customData = "",
        }));
    }

    internal static async Task<JsonElement> Ended(TestSite test, (HttpStatusCode Status, JsonElement Json) started)
    {
        test.Time.Advance(LongEnough);
        return await test.DataAsync($"tasks/{started.Json.GetProperty("result").GetProperty("path").GetProperty("id").GetString()}");
    }

    private static void Failed(JsonElement task, int code)
    {
        Assert.Equal("Error", task.GetProperty("state").GetString());
        Assert.Equal(code, task.GetProperty("errorCode").GetInt32());
        Assert.Contains($"VMO{code}", task.GetProperty("errorText").GetString(), StringComparison.Ordinal);
    }
}
