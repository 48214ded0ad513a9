using System.Net;
using System.Text.Json;

namespace RMF.Simulator.Tests.Tasks;

public sealed class HardwareTaskTests
{
    private const string TwoRecorders = """
        world: w
        sites:
          - name: A
            side: primary
            recorders:
              - { name: R1, hardware: [{ name: Quad, model: AXIS P7304, address: 10.0.0.1, mac: "00408C000001" }] }
              - { name: R2, storages: [{ name: Other }] }
        network:
          - { model: AXIS P3265-LVE, address: 10.0.0.2, mac: "00408C000002" }
          - { model: AXIS Q6135-LE, address: "https://10.0.0.3:8443/", mac: "00408C000003" }
        """;

    [Fact]
    public async Task Password_is_read_by_task_alone_and_changed_on_the_device_for_every_site()
    {
        var world = World.Load("minimal");
        await using var test = await TestSite.StartAsync(world: world);
        var hardware = await test.IdAsync("hardware", "Yard");

        Assert.DoesNotContain("assword\" :", (await test.DataAsync($"hardware/{hardware}")).GetRawText().Replace("passwordLast", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal("simulated", await Password(test, hardware));
        Assert.Equal(HttpStatusCode.OK, (await test.PostAsync($"hardware/{hardware}?task=ChangePasswordHardware", """{"password":"n3w","updatePasswordOnDevice":true}""")).Status);

        Assert.Equal("n3w", await Password(test, hardware));
        Assert.Equal("n3w", world.Network.Find(new Uri("http://10.0.0.12"))!.Password);
        Assert.NotEqual("0001-01-01T00:00:00.0000000", (await test.DataAsync($"hardware/{hardware}")).GetProperty("passwordLastModified").GetString());
        Assert.Equal(HttpStatusCode.OK, (await test.PostAsync($"hardware/{hardware}?task=ChangePasswordHardware", """{"password":"only here"}""")).Status);
        Assert.Equal("n3w", world.Network.Find(new Uri("http://10.0.0.12"))!.Password);
        Assert.Equal(HttpStatusCode.BadRequest, (await test.PostAsync($"hardware/{hardware}?task=ChangePasswordHardware", """{"password":"x","updatePasswordOnDevice":true}""")).Status);
    }

    [Fact]
    public async Task Moved_hardware_keeps_its_ids_and_records_to_the_new_recorders_default()
    {
        await using var test = await TestSite.StartAsync(world: World.Parse(TwoRecorders));
        var (hardware, target) = (await test.IdAsync("hardware", "Quad"), await test.IdAsync("recordingServers", "R2"));
        var camera = (await test.ListAsync("cameras"))[0].GetProperty("id").GetString()!;
        var oldDriver = (await test.DataAsync($"hardware/{hardware}")).GetProperty("hardwareDriverPath").GetRawText();

        var started = await test.PostAsync($"hardware/{hardware}?task=MoveHardware", $$"""{"destinationRecordingServer":"RecordingServer[{{target.ToUpperInvariant()}}]"}""");
        Assert.Equal(HttpStatusCode.OK, started.Status);
        Assert.Equal("Success", (await AddHardwareTests.Ended(test, started)).GetProperty("state").GetString());

        var moved = await test.DataAsync($"hardware/{hardware}");
        Assert.Equal(target, moved.GetProperty("relations").GetProperty("parent").GetProperty("id").GetString());
        Assert.NotEqual(oldDriver, moved.GetProperty("hardwareDriverPath").GetRawText());
        Assert.Equal(test.Site.Data.Find("storages", "Other")!.Id.ToString(), (await test.DataAsync($"cameras/{camera}")).GetProperty("recordingStorage").GetProperty("id").GetString());
        Assert.Single(await test.ListAsync($"recordingServers/{target}/hardware"));
        Assert.Equal(HttpStatusCode.BadRequest, (await test.PostAsync($"hardware/{hardware}?task=MoveHardware", $$"""{"destinationRecordingServer":"{{target}}"}""")).Status);
    }

    [Fact]
    public async Task Replaced_hardware_keeps_shared_channels_and_gets_new_streams()
    {
        await using var test = await TestSite.StartAsync(world: World.Parse(TwoRecorders));
        var hardware = await test.IdAsync("hardware", "Quad");
        var camera = (await test.ListAsync("cameras"))[0].GetProperty("id").GetString()!;
        var reference = (await test.DataAsync($"streams/{camera}")).GetProperty("stream")[0].GetProperty("streamReferenceId").GetString();
        const string Body = """{"address":"10.0.0.2","port":80,"driver":"806","userName":"root","password":"simulated","allowDeletingDisabledDevices":true}""";

        var refused = await AddHardwareTests.Ended(test, await test.PostAsync($"hardware/{hardware}?task=ReplaceHardware", Body));
        Assert.Equal("Error", refused.GetProperty("state").GetString());
        Assert.Contains("Quad - Camera 2", refused.GetProperty("errorText").GetString(), StringComparison.Ordinal);

        foreach (var resource in new[] { "cameras", "microphones", "inputEvents", "outputs" })
        {
            test.Site.Data.SetMany(resource, _ => true, "enabled", (item, _) => item.Name.EndsWith('1'));
        }

        var done = await AddHardwareTests.Ended(test, await test.PostAsync($"hardware/{hardware}?task=ReplaceHardware", Body));
        Assert.Equal("Success", done.GetProperty("state").GetString());
        Assert.Equal(camera, Assert.Single(await test.ListAsync("cameras?disabled")).GetProperty("id").GetString());
        Assert.Single(await test.ListAsync("speakers?disabled"));
        Assert.NotEqual(reference, (await test.DataAsync($"streams/{camera}")).GetProperty("stream")[0].GetProperty("streamReferenceId").GetString());
        Assert.Equal(3, (await test.DataAsync($"settings/{camera}")).GetProperty("stream").GetArrayLength());
        Assert.Equal("00408C000002", (await test.DataAsync($"hardwareDriverSettings/{hardware}")).GetProperty("hardwareDriverSettings").GetProperty("macAddress").GetString());
        Assert.Equal("AXIS P3265-LVE", (await test.DataAsync($"hardware/{hardware}")).GetProperty("model").GetString());
    }

    [Theory]
    [InlineData("""{"address":"10.0.0.3","useHttps":true,"httpsPort":8443,"allowDeletingDisabledDevices":true}""", true)]
    [InlineData("""{"address":"10.0.0.3","allowDeletingDisabledDevices":true}""", false)]
    [InlineData("""{"address":"10.0.0.3","useHttps":true,"httpsPort":8443,"driver":"806","allowDeletingDisabledDevices":true}""", false)]
    public async Task Replacement_is_reached_where_the_body_says(string body, bool reached)
    {
        await using var test = await TestSite.StartAsync(world: World.Parse(TwoRecorders));
        foreach (var resource in new[] { "cameras", "microphones", "inputEvents", "outputs" })
        {
            test.Site.Data.SetMany(resource, _ => true, "enabled", (_, _) => false);
        }

        var ended = await AddHardwareTests.Ended(test, await test.PostAsync($"hardware/{await test.IdAsync("hardware", "Quad")}?task=ReplaceHardware", body));

        Assert.Equal(reached ? "Success" : "Error", ended.GetProperty("state").GetString());
    }

    [Fact]
    public async Task Storage_change_that_moves_data_is_queued()
    {
        await using var test = await TestSite.StartAsync();
        var camera = await test.IdAsync("cameras", "Yard PTZ");
        var storage = test.Site.Data.Find("storages", "30 days")!.Id;

        var started = await test.PostAsync($"cameras/{camera}?task=ChangeDeviceRecordingStorage", $$"""{"itemSelection":{"type":"storages","id":"{{storage}}"},"moveData":true}""");
        Assert.Equal("Idle", started.Json.GetProperty("result").GetProperty("state").GetString());
        Assert.NotEqual(storage.ToString(), test.Site.Data.Get("cameras", camera, "recordingStorage"));
        await AddHardwareTests.Ended(test, started);

        Assert.Equal(storage.ToString(), test.Site.Data.Get("cameras", camera, "recordingStorage"));
    }

    [Fact]
    public async Task One_storage_is_the_default()
    {
        await using var test = await TestSite.StartAsync();
        var storage = test.Site.Data.Find("storages", "30 days")!.Id;

        Assert.Equal(HttpStatusCode.OK, (await test.PostAsync($"storages/{storage}?task=SetStorageAsDefault")).Status);

        var storages = await test.ListAsync($"recordingServers/{await test.IdAsync("recordingServers", "REC-N1")}/storages");
        Assert.Equal("30 days", Assert.Single(storages, s => s.GetProperty("isDefault").GetBoolean()).GetProperty("name").GetString());
    }

    [Fact]
    public async Task Streams_are_added_until_the_driver_has_no_more_and_removed_but_the_default()
    {
        await using var test = await TestSite.StartAsync();
        var camera = await test.IdAsync("cameras", "Front door camera");

        Assert.Equal(HttpStatusCode.OK, (await test.PostAsync($"streams/{camera}?task=AddStream")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await test.PostAsync($"streams/{camera}?task=AddStream")).Status);
        var rows = (await test.DataAsync($"streams/{camera}")).GetProperty("stream").EnumerateArray().Select(r => r.GetProperty("streamReferenceId").GetString()).ToList();
        Assert.Equal(3, rows.Count);
        Assert.Equal(HttpStatusCode.OK, (await test.PostAsync($"streams/{camera}?task=RemoveStream", $$"""{"itemSelection":"{{rows[2]}}"}""")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await test.PostAsync($"streams/{camera}?task=RemoveStream", $$"""{"itemSelection":"{{rows[2]}}"}""")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await test.PostAsync($"streams/{camera}?task=RemoveStream", $$"""{"itemSelection":"{{rows[0]}}"}""")).Status);
    }

    private static async Task<string?> Password(TestSite test, string hardware) =>
        (await test.PostAsync($"hardware/{hardware}?task=ReadPasswordHardware")).Json.GetProperty("result").GetProperty("password").GetString();
}
