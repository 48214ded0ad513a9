using System.Text.Json;
using RMF.Core.Inventory;
using RMF.Engine.Ports;
using RMF.XProtect.Tests.Fakes;

namespace RMF.XProtect.Tests;

public sealed class UpdateTests
{
    private static readonly ItemKey Camera = Shapes.Key(ItemKind.Camera, Shapes.CameraId(1));

    [Fact]
    public async Task Changed_properties_go_out_as_one_patch_and_no_others()
    {
        var (wire, site, current) = await ReadAsync(ItemKind.Camera);
        wire.Json("PATCH", "cameras/", "{\"data\":{}}");
        var desired = current with { Properties = current.Properties.With("name", Scalar.Text("Gate")).With("recordingFramerate", Scalar.Number(8)).With("shortName", Scalar.Text("not listed")) };
        var result = await site.Writer.UpdateAsync(new ItemUpdate(current, desired, ["name", "recordingFramerate"]), CancellationToken.None);

        Assert.Equal(WriteStatus.Confirmed, result.Status);
        Assert.Equal(1, result.Requests);
        var patch = Assert.Single(wire.Calls, c => c.Method == "PATCH");
        Assert.Equal($"/api/rest/v1/cameras/{Shapes.CameraId(1)}", patch.Target);
        Assert.Equal("""{"name":"Gate","recordingFramerate":8}""", patch.Body);
        Assert.Equal("application/json", patch.ContentType);
    }

    [Fact]
    public async Task Values_are_written_in_the_types_that_the_server_uses()
    {
        var wire = Shapes.Site(1);
        wire.Json("PATCH", "cameras/", "{\"data\":{}}");
        using var site = await Connect.ToAsync(wire);
        var current = ItemOf(ItemKind.Camera, new PropertyBagBuilder().Set("recordingFramerate", "5").Set("prebufferSeconds", Scalar.Number(3)).Set("enabled", "True").Set("coverageDepth", "0.5").Build());
        var desired = ItemOf(ItemKind.Camera, new PropertyBagBuilder().Set("recordingFramerate", Scalar.Number(7.5)).Set("prebufferSeconds", "10").Set("enabled", Scalar.False).Set("coverageDepth", Scalar.Null).Build());
        var result = await site.Writer.UpdateAsync(new ItemUpdate(current, desired, ["recordingFramerate", "prebufferSeconds", "enabled", "coverageDepth"]), CancellationToken.None);

        Assert.Equal(WriteStatus.Confirmed, result.Status);
        Assert.Equal("""{"recordingFramerate":"7.5","prebufferSeconds":10,"enabled":"False","coverageDepth":null}""", wire.Calls[^1].Body);
    }

    [Fact]
    public async Task References_are_written_the_way_the_server_spells_them()
    {
        var wire = Shapes.Site(1);
        var group = "47b5b5ea-5a4e-4d0c-8d8f-000000000001";
        wire.Collection("hardware", $$"""{"name":"h","id":"{{Shapes.HardwareId(1)}}","masterStorage":"Storage[{{Shapes.Storage.ToUpperInvariant()}}]","otherStorage":"storages/{{Shapes.Storage}}","group":"FailoverGroup[{{group}}]","hardwareDriverPath":{"type":"hardwareDrivers","id":"{{Shapes.Driver}}"},"owner":{"type":"rules","id":"{{group}}"} }""");
        wire.Json("PATCH", "hardware/", "{\"data\":{}}");
        using var site = await Connect.ToAsync(wire);
        var current = (await Connect.SnapshotAsync(site, ItemKind.Hardware)).Items.Single();
        Assert.IsType<Reference>(current.Properties["masterStorage"]);
        Assert.IsType<Reference>(current.Properties["otherStorage"]);
        Assert.Equal($"FailoverGroup[{group}]", current.Properties.TextOf("group"));
        Assert.IsType<GroupValue>(current.Properties["owner"]);
        var other = new Reference(Shapes.Key(ItemKind.Storage, "33333333-0000-4000-8000-00000000000a"));
        var desired = current with { Properties = current.Properties.With("masterStorage", other).With("otherStorage", other) };
        await site.Writer.UpdateAsync(new ItemUpdate(current, desired, ["masterStorage", "otherStorage", "hardwareDriverPath", "owner"]), CancellationToken.None);

        Assert.Equal(
            $$$"""{"masterStorage":"Storage[33333333-0000-4000-8000-00000000000A]","otherStorage":"storages/33333333-0000-4000-8000-00000000000a","hardwareDriverPath":{"type":"hardwareDrivers","id":"{{{Shapes.Driver}}}"},"owner":{"id":"{{{group}}}","type":"rules"}}""",
            wire.Calls[^1].Body);
    }

    [Fact]
    public async Task Streams_go_out_as_the_whole_list_with_bare_reference_ids()
    {
        var (wire, site, current) = await ReadAsync(ItemKind.Streams);
        wire.Json("PATCH", "streams/", "{\"data\":{}}");
        var desired = WithStream(current, g => g.With("liveMode", Scalar.Text("Always")));
        var result = await site.Writer.UpdateAsync(new ItemUpdate(current, desired, ["stream"]), CancellationToken.None);

        Assert.Equal(WriteStatus.Confirmed, result.Status);
        Assert.Equal(
            $$"""{"stream":[{"defaultPlayback":true,"liveDefault":true,"liveMode":"Always","name":"Video stream 1","recordTo":"{{Shapes.Primary}}","streamReferenceId":"{{Shapes.Stream}}","useEdge":true}]}""",
            wire.Calls[^1].Body);
        Assert.DoesNotContain(wire.Calls, c => c.Target.Contains("task="));
    }

    [Fact]
    public async Task A_stream_more_is_added_by_task_before_the_list_is_written_and_a_stream_less_removed()
    {
        var (wire, site, one) = await ReadAsync(ItemKind.Streams);
        wire.Json("PATCH", "streams/", "{\"data\":{}}");
        wire.Json("POST", "streams/.*task=", """{"result":{"state":"Success"}}""");
        var entry = ((ListValue)one.Properties["stream"]!).Items[0];
        var second = new GroupValue(((GroupValue)entry).Members.With("streamReferenceId", new Reference(Shapes.Key(ItemKind.DeviceStream, Shapes.CameraId(1) + "/28dc44c3-079e-4c94-8ec9-60363451eb41"))));
        var two = one with { Properties = one.Properties.With("stream", new ListValue([entry, second])) };

        var added = await site.Writer.UpdateAsync(new ItemUpdate(one, two, ["stream"]), CancellationToken.None);
        Assert.Equal((WriteStatus.Confirmed, 2), (added.Status, added.Requests));
        Assert.Equal([$"/api/rest/v1/streams/{Shapes.CameraId(1)}?task=AddStream", $"/api/rest/v1/streams/{Shapes.CameraId(1)}"], wire.Calls.TakeLast(2).Select(c => c.Target));

        var removed = await site.Writer.UpdateAsync(new ItemUpdate(two, one, ["stream"]), CancellationToken.None);
        Assert.Equal(WriteStatus.Confirmed, removed.Status);
        Assert.Equal("""{"itemSelection":"28dc44c3-079e-4c94-8ec9-60363451eb41"}""", wire.Calls[^2].Body);
    }

    [Fact]
    public async Task Settings_go_out_as_whole_lists_without_what_the_driver_only_reports()
    {
        var (wire, site, current) = await ReadAsync(ItemKind.Settings);
        wire.Json("PATCH", "settings/", "{\"data\":{}}");
        var withReport = WithStream(current, g => g.With("codec", Scalar.Text("h264")));
        var desired = WithStream(withReport, g => g.With("FPS", Scalar.Text("12.5")));
        var result = await site.Writer.UpdateAsync(new ItemUpdate(withReport, desired, ["stream"]), CancellationToken.None);

        Assert.Equal(WriteStatus.Confirmed, result.Status);
        using var body = JsonDocument.Parse(wire.Calls[^1].Body);
        var stream = body.RootElement.GetProperty("stream")[0];
        Assert.Equal(12.5, stream.GetProperty("FPS").GetDouble());
        Assert.Equal("1920x1080", stream.GetProperty("resolution").GetString());
        Assert.Equal("Video stream 1", stream.GetProperty("displayName").GetString());
        Assert.False(stream.TryGetProperty("codec", out _));
        Assert.False(body.RootElement.TryGetProperty("generalSettings", out _));
    }

    [Fact]
    public async Task Another_recording_storage_is_set_by_its_task_which_is_polled_and_cleaned_up()
    {
        var (wire, site, current) = await ReadAsync(ItemKind.Camera);
        var polls = 0;
        wire.Json("POST", "cameras/.*task=ChangeDeviceRecordingStorage$", """{"result":{"state":"Idle","path":{"type":"tasks","id":"41"} } }""");
        wire.On("GET", "tasks/41$", _ => ScriptedSite.Answer(++polls < 3 ? """{"data":{"progress":10,"state":"InProgress"}}""" : """{"data":{"progress":100,"state":"Success"}}"""));
        wire.Json("POST", "tasks/41\\?task=TaskCleanup$", """{"result":{"state":"Success"}}""");
        wire.Json("PATCH", "cameras/", "{\"data\":{}}");
        var desired = current with { Properties = current.Properties.With("recordingStorage", new Reference(Shapes.Key(ItemKind.Storage, "33333333-0000-4000-8000-00000000000a"))).With("name", Scalar.Text("x")) };
        var result = await site.Writer.UpdateAsync(new ItemUpdate(current, desired, ["recordingStorage", "name"]), CancellationToken.None);

        Assert.Equal((WriteStatus.Confirmed, 2), (result.Status, result.Requests));
        Assert.Equal("""{"itemSelection":{"type":"storages","id":"33333333-0000-4000-8000-00000000000a"},"moveData":false}""", wire.Calls.Single(c => c.Target.EndsWith("ChangeDeviceRecordingStorage", StringComparison.Ordinal)).Body);
        Assert.Equal(1, wire.CountOf("POST", "/api/rest/v1/tasks/41?task=TaskCleanup"));
        Assert.Equal("""{"name":"x"}""", wire.Calls[^1].Body);
    }

    [Theory]
    [InlineData(400, """{"error":{"httpCode":400,"details":[{"errorText":"FPS out of range","property":"FPS","errorTextId":"BadFps"}]}}""", WriteStatus.Failed, SiteErrorKind.BadRequest)]
    [InlineData(400, """{"httpCode":400,"details":[{"errorText":"FPS out of range","property":"FPS"}]}""", WriteStatus.Failed, SiteErrorKind.BadRequest)]
    [InlineData(503, "Service Unavailable", WriteStatus.Failed, SiteErrorKind.ServerError)]
    [InlineData(504, "<html>Gateway Timeout</html>", WriteStatus.Unknown, SiteErrorKind.ServerError)]
    [InlineData(500, "oops", WriteStatus.Unknown, SiteErrorKind.ServerError)]
    public async Task A_refused_write_is_sent_once_and_told_apart_from_a_lost_one(int status, string body, WriteStatus expected, SiteErrorKind kind)
    {
        var (wire, site, current) = await ReadAsync(ItemKind.Camera);
        wire.Json("PATCH", "cameras/", body, status);
        var result = await site.Writer.UpdateAsync(new ItemUpdate(current, current, ["name"]), CancellationToken.None);

        Assert.Equal(expected, result.Status);
        Assert.Equal(kind, result.Error!.Kind);
        Assert.Equal(status, result.Error.HttpStatus);
        Assert.Equal(status == 400 ? "FPS" : null, result.Error.Property);
        Assert.Single(wire.Calls, c => c.Method == "PATCH");
    }

    [Fact]
    public async Task A_refusal_after_an_earlier_step_went_through_must_be_read_back()
    {
        var (wire, site, current) = await ReadAsync(ItemKind.Camera);
        wire.Json("POST", "task=ChangeDeviceRecordingStorage$", """{"result":{"state":"Success"}}""");
        wire.Json("PATCH", "cameras/", """{"error":{"httpCode":400,"details":[{"errorText":"no"}]}}""", 400);
        var result = await site.Writer.UpdateAsync(new ItemUpdate(current, current, ["recordingStorage", "name"]), CancellationToken.None);

        Assert.Equal(WriteStatus.Unknown, result.Status);
        Assert.Equal(SiteErrorKind.BadRequest, result.Error!.Kind);
    }

    [Fact]
    public async Task What_the_API_cannot_update_is_not_sent()
    {
        var (wire, site, _) = await ReadAsync(ItemKind.Camera);
        var before = wire.Calls.Count;
        var driver = new Item(Shapes.Key(ItemKind.HardwareDriver, Shapes.Driver), null, "d", PropertyBag.Empty);
        var result = await site.Writer.UpdateAsync(new ItemUpdate(driver, driver, ["name"]), CancellationToken.None);
        Assert.Equal((WriteStatus.Unsupported, SiteErrorKind.NotSupported), (result.Status, result.Error!.Kind));

        var camera = ItemOf(ItemKind.Camera, PropertyBag.Empty);
        var unknown = await site.Writer.UpdateAsync(new ItemUpdate(camera, camera, ["name"]), CancellationToken.None);
        Assert.Equal((WriteStatus.Failed, "name"), (unknown.Status, unknown.Error!.Property));
        Assert.Equal(before, wire.Calls.Count);
    }

    private static Item ItemOf(ItemKind kind, PropertyBag bag) => new(Camera with { Kind = kind }, null, "x", bag);

    private static Item WithStream(Item item, Func<PropertyBag, PropertyBag> change)
        => item with { Properties = item.Properties.With("stream", new ListValue([.. ((ListValue)item.Properties["stream"]!).Items.Select(i => new GroupValue(change(((GroupValue)i).Members)))])) };

    private static async Task<(ScriptedSite Wire, ISite Site, Item Current)> ReadAsync(ItemKind kind)
    {
        var wire = Shapes.Site(1);
        var site = await Connect.ToAsync(wire);
        return (wire, site, (await Connect.SnapshotAsync(site, kind)).Items.Single());
    }
}
