using System.Net;

namespace RMF.Simulator.Tests.Api;

public sealed class CreateAndDeleteTests
{
    [Fact]
    public async Task Group_is_made_filled_renamed_and_deleted()
    {
        await using var test = await TestSite.StartAsync();
        var camera = await test.IdAsync("cameras", "Yard PTZ");

        var (status, json) = await test.PostAsync("cameraGroups", """{"name":"Gates","description":"all"}""");
        Assert.Equal(HttpStatusCode.Created, status);
        Assert.Equal("Success", json.GetProperty("result").GetProperty("state").GetString());
        var id = json.GetProperty("result").GetProperty("path").GetProperty("id").GetString()!;
        Assert.Equal(id.ToUpperInvariant(), id);

        var member = $$"""{"type":"cameras","id":"{{camera}}"}""";
        var added = await test.PostAsync($"cameraGroups/{id}/cameras", member);
        Assert.Equal(HttpStatusCode.Created, added.Status);
        Assert.Equal("""{ "state" : "Success" }""", added.Json.GetRawText());
        Assert.Equal(HttpStatusCode.BadRequest, (await test.PostAsync($"cameraGroups/{id}/cameras", member)).Status);
        Assert.Single(await test.ListAsync($"cameraGroups/{id}/cameras"));
        Assert.Equal("Yard PTZ", (await test.DataAsync($"cameraGroups/{id}/cameras/{camera}")).GetProperty("name").GetString());

        Assert.Equal(HttpStatusCode.BadRequest, (await test.PatchAsync($"cameraGroups/{id}", """{"name":"Outside"}""")).Status);
        Assert.Equal(HttpStatusCode.OK, (await test.PatchAsync($"cameraGroups/{id}", """{"name":"Barriers"}""")).Status);

        Assert.Equal(HttpStatusCode.OK, (await test.DeleteAsync($"cameraGroups/{id}/cameras/{camera}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await test.DeleteAsync($"cameraGroups/{id}/cameras/{camera}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await test.DeleteAsync($"cameraGroups/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await test.GetAsync($"cameraGroups/{id}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await test.GetAsync($"cameras/{camera}")).Status);
    }

    [Theory]
    [InlineData("microphoneGroups")]
    [InlineData("speakerGroups")]
    [InlineData("inputEventGroups")]
    [InlineData("outputGroups")]
    [InlineData("metadataGroups")]
    public async Task Other_groups_are_made_too(string resource)
    {
        await using var test = await TestSite.StartAsync();

        Assert.Equal(HttpStatusCode.Created, (await test.PostAsync(resource, """{"name":"G"}""")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await test.PostAsync(resource, """{"name":"g"}""")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await test.PostAsync(resource, "{}")).Status);
        Assert.Single(await test.ListAsync(resource));
    }

    [Fact]
    public async Task Storage_is_made_used_and_only_then_unused_deleted()
    {
        await using var test = await TestSite.StartAsync();
        var recorder = await test.IdAsync("recordingServers", "REC-N1");
        var camera = await test.IdAsync("cameras", "Yard PTZ");

        var (status, json) = await test.PostAsync($"recordingServers/{recorder}/storages", """{"name":"Year","diskPath":"G:\\Y","retainMinutes":525600,"maxSize":4000}""");
        Assert.Equal(HttpStatusCode.Created, status);
        var id = json.GetProperty("result").GetProperty("path").GetProperty("id").GetString()!;
        Assert.Equal(@"G:\Y", (await test.DataAsync($"storages/{id}")).GetProperty("diskPath").GetString());

        await test.PostAsync($"cameras/{camera}?task=ChangeDeviceRecordingStorage", $$"""{"itemSelection":"Storage[{{id}}]"}""");
        Assert.Single((await test.PostAsync($"storages/{id}?task=GetDevicesUsingStorage")).Json.GetProperty("result").GetProperty("cameras").EnumerateArray());
        Assert.Equal(HttpStatusCode.BadRequest, (await test.DeleteAsync($"recordingServers/{recorder}/storages/{id}")).Status);

        var other = test.Site.Data.Find("storages", "30 days")!.Id;
        await test.PostAsync($"cameras/{camera}?task=ChangeDeviceRecordingStorage", $$"""{"itemSelection":"storages/{{other}}"}""");
        Assert.Equal(HttpStatusCode.OK, (await test.DeleteAsync($"recordingServers/{recorder}/storages/{id}")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await test.DeleteAsync($"recordingServers/{recorder}/storages/{test.Site.Data.Find("storages", "Local default")!.Id}")).Status);
    }

    [Fact]
    public async Task Archive_is_made_below_a_storage_with_its_schedule()
    {
        await using var test = await TestSite.StartAsync();
        var storage = test.Site.Data.Find("storages", "30 days")!.Id;

        var (status, json) = await test.PostAsync($"storages/{storage}/archiveStorages", """{"name":"Deep","retainMinutes":100000,"archiveSchedules":{"frequencySubDayType":"Hour"}}""");

        Assert.Equal(HttpStatusCode.Created, status);
        var id = json.GetProperty("result").GetProperty("path").GetProperty("id").GetString()!;
        Assert.Equal("Hour", (await test.DataAsync($"archiveStorages/{id}")).GetProperty("archiveSchedules").GetProperty("frequencySubDayType").GetString());
        Assert.Equal(HttpStatusCode.OK, (await test.DeleteAsync($"storages/{storage}/archiveStorages/{id}")).Status);
    }

    [Fact]
    public async Task Preset_is_made_becomes_the_default_and_is_deleted()
    {
        await using var test = await TestSite.StartAsync();
        var camera = await test.IdAsync("cameras", "Yard PTZ");

        var (status, json) = await test.PostAsync($"cameras/{camera}/ptzPresets", """{"name":"Roof","description":"","pan":0.4,"tilt":0.5,"zoom":0.6}""");
        Assert.Equal(HttpStatusCode.Created, status);
        var id = json.GetProperty("result").GetProperty("path").GetProperty("id").GetString()!;

        Assert.Equal((false, false), (json.GetProperty("result").GetProperty("defaultPreset").GetBoolean(), json.GetProperty("result").GetProperty("devicePreset").GetBoolean()));
        Assert.Equal(HttpStatusCode.OK, (await test.PostAsync($"cameras/{camera}/ptzPresets?task=DefaultPtzPreset", $$"""{"itemSelection":{"type":"ptzPresets","id":"{{id}}"} }""")).Status);
        Assert.Equal(HttpStatusCode.OK, (await test.PostAsync($"cameras/{camera}/ptzPresets?task=GetDevicePresets", """{"sessionDataId":0}""")).Status);
        Assert.Equal(HttpStatusCode.OK, (await test.PostAsync($"cameras/{camera}/ptzPresets/{id}?task=Goto")).Status);
        var presets = await test.ListAsync($"cameras/{camera}/ptzPresets");
        Assert.Equal("Roof", Assert.Single(presets, p => p.GetProperty("defaultPreset").GetBoolean()).GetProperty("name").GetString());
        Assert.Equal(HttpStatusCode.BadRequest, (await test.PostAsync($"cameras/{camera}/ptzPresets", """{"name":"roof","pan":0}""")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await test.PostAsync($"cameras/{camera}/ptzPresets", """{"name":"far","pan":2}""")).Status);
        Assert.Equal(HttpStatusCode.OK, (await test.DeleteAsync($"cameras/{camera}/ptzPresets/{id}")).Status);
    }

    [Fact]
    public async Task Deleted_hardware_takes_its_devices_and_memberships_along()
    {
        await using var test = await TestSite.StartAsync();
        var recorder = await test.IdAsync("recordingServers", "REC-N1");
        var hardware = await test.IdAsync("hardware", "Yard");
        var camera = await test.IdAsync("cameras", "Yard PTZ");

        Assert.Equal(HttpStatusCode.BadRequest, (await test.DeleteAsync($"recordingServers/{recorder}")).Status);
        Assert.Equal("""{ "state" : "Success" }""", (await test.DeleteAsync($"recordingServers/{recorder}/hardware/{hardware}")).Json.GetRawText());

        Assert.Equal(HttpStatusCode.NotFound, (await test.GetAsync($"cameras/{camera}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await test.GetAsync($"streams/{camera}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await test.GetAsync($"settings/{camera}")).Status);
        var moving = test.Site.Data.Find("cameraGroups", "Moving")!.Id;
        Assert.Empty(await test.ListAsync($"cameraGroups/{moving}/cameras?disabled"));
        var drivers = await test.ListAsync($"recordingServers/{recorder}/hardwareDrivers");
        Assert.Equal(0, drivers.Single(d => d.GetProperty("number").GetInt32() == 804).GetProperty("useCount").GetInt32());
    }
}
