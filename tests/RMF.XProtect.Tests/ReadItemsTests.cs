using RMF.Core.Inventory;
using RMF.Engine.Ports;
using RMF.XProtect.Tests.Fakes;

namespace RMF.XProtect.Tests;

public sealed class ReadItemsTests
{
    [Fact]
    public async Task A_few_items_are_read_one_by_one_and_what_is_gone_is_null()
    {
        var wire = Shapes.Site(5);
        Singles(wire);
        using var site = await Connect.ToAsync(wire);
        var camera = Shapes.Key(ItemKind.Camera, Shapes.CameraId(1));
        var gone = Shapes.Key(ItemKind.Camera, "22222222-0000-4000-8000-00000000dead");
        var hidden = Shapes.Key(ItemKind.Hardware, Shapes.HardwareId(5));
        ItemKey[] keys = [camera, gone, hidden, camera.Part(ItemKind.Streams), camera.Part(ItemKind.Settings), Shapes.Key(ItemKind.DeviceStream, Shapes.CameraId(1) + "/" + Shapes.Stream), Shapes.Key(ItemKind.DeviceStream, Shapes.CameraId(1) + "/nope")];
        wire.Json("GET", $"hardware/{Shapes.HardwareId(5)}$", """{"error":{"httpCode":403,"details":[{"errorText":"no"}]}}""", 403);
        var found = await site.Reader.ReadItemsAsync(keys, CancellationToken.None);

        Assert.Equal(keys.Length, found.Count);
        Assert.Equal("Cam 1 - Camera 1", found[camera].Value!.Name);
        Assert.Null(found[gone].Value);
        Assert.Null(found[gone].Error);
        Assert.Equal(SiteErrorKind.Forbidden, found[hidden].Error!.Kind);
        Assert.Equal(camera, found[camera.Part(ItemKind.Streams)].Value!.Parent);
        Assert.NotNull(found[camera.Part(ItemKind.Settings)].Value!.Definitions);
        Assert.Equal("Video stream 1", found[keys[5]].Value!.Name);
        Assert.Null(found[keys[6]].Value);
    }

    [Fact]
    public async Task Many_items_of_a_bulk_kind_are_read_as_a_collection()
    {
        var wire = Shapes.Site(250);
        using var site = await Connect.ToAsync(wire);
        var keys = Enumerable.Range(1, 260).Select(n => Shapes.Key(ItemKind.Camera, Shapes.CameraId(n))).ToArray();
        var before = wire.Calls.Count;
        var found = await site.Reader.ReadItemsAsync(keys, CancellationToken.None);

        Assert.Equal(260, found.Count);
        Assert.Equal(250, found.Values.Count(o => o.Value is not null));
        Assert.All(found.Values, o => Assert.Null(o.Error));
        Assert.True(wire.Calls.Count - before <= 3);
    }

    [Fact]
    public async Task What_a_partial_collection_does_not_show_is_not_taken_for_gone()
    {
        var wire = Shapes.Site(250);
        using var site = await Connect.ToAsync(wire, connection: Connect.Connection() with { PageSize = 100 });
        wire.Json("GET", "cameras\\?disabled&page=1&", "oops", 500);
        var keys = Enumerable.Range(1, 250).Select(n => Shapes.Key(ItemKind.Camera, Shapes.CameraId(n))).ToArray();
        var found = await site.Reader.ReadItemsAsync(keys, CancellationToken.None);

        Assert.NotNull(found[keys[0]].Value);
        Assert.Equal(SiteErrorKind.ServerError, found[keys[249]].Error!.Kind);
    }

    [Fact]
    public async Task Drivers_and_groups_are_found_in_their_collections()
    {
        var wire = Shapes.Site(1).Json("GET", "^/api/rest/v1/cameraGroups/4444", """{"error":{"httpCode":404,"details":[{"errorText":"Not found. cameraGroups/x"}]}}""", 404);
        using var site = await Connect.ToAsync(wire);
        var driver = Shapes.Key(ItemKind.HardwareDriver, Shapes.Driver);
        var group = Shapes.Key(ItemKind.CameraGroup, "44444444-0000-4000-8000-000000000001");
        var found = await site.Reader.ReadItemsAsync([driver, group], CancellationToken.None);

        Assert.Equal("421", found[driver].Value!.Properties.TextOf("number"));
        Assert.Null(found[group].Value);
        Assert.Null(found[group].Error);
    }

    [Fact]
    public async Task One_hardware_is_read_with_its_disabled_devices_and_their_parts()
    {
        var wire = Shapes.Site(3);
        Singles(wire);
        wire.On("GET", "hardware\\?disabled&includeChildren=cameras&address=", call => ScriptedSite.Answer("{\"array\":[" + (call.Target.Contains("page=0") ? Shapes.HardwareJson(2).TrimEnd().TrimEnd('}') + ",\"cameras\":[" + Shapes.CameraJson(2) + "]}" : "") + "]}"));
        using var site = await Connect.ToAsync(wire);
        var hardware = Shapes.Key(ItemKind.Hardware, Shapes.HardwareId(2));
        var outcome = await site.Reader.ReadHardwareAsync(hardware, [ItemKind.HardwareDriverSettings, ItemKind.Camera, ItemKind.Settings, ItemKind.Streams, ItemKind.DeviceStream], CancellationToken.None);

        Assert.True(outcome.TryGet(out var items), outcome.Error?.ToString());
        Assert.Equal([ItemKind.Camera, ItemKind.DeviceStream, ItemKind.Hardware, ItemKind.HardwareDriverSettings, ItemKind.Settings, ItemKind.Streams], items.Select(i => i.Key.Kind).OrderBy(k => k.ToString(), StringComparer.Ordinal));
        Assert.Contains(wire.Calls, c => c.Target.Contains("address=%27http%3A%2F%2F192.0.2.2%2F%27"));
        Assert.DoesNotContain(wire.Calls, c => c.Target.Contains("/cameras?disabled&page=0&size=500"));
    }

    [Fact]
    public async Task Where_the_server_embeds_nothing_the_devices_are_looked_for_in_their_collection()
    {
        var wire = Shapes.Site(3);
        Singles(wire);
        using var site = await Connect.ToAsync(wire);
        var outcome = await site.Reader.ReadHardwareAsync(Shapes.Key(ItemKind.Hardware, Shapes.HardwareId(2)), [ItemKind.Camera], CancellationToken.None);

        Assert.True(outcome.TryGet(out var items), outcome.Error?.ToString());
        Assert.Equal([Shapes.HardwareId(2), Shapes.CameraId(2)], items.Select(i => i.Key.Id));

        var gone = await site.Reader.ReadHardwareAsync(Shapes.Key(ItemKind.Hardware, "11111111-0000-4000-8000-00000000dead"), [ItemKind.Camera], CancellationToken.None);
        Assert.Equal(SiteErrorKind.NotFound, gone.Error!.Kind);
    }

    private static void Singles(ScriptedSite wire) => wire.On("GET", "^/api/rest/v1/(cameras|hardware)/[-0-9a-f]{36}$", call =>
        call.Target.EndsWith("dead", StringComparison.Ordinal)
            ? ScriptedSite.Answer("""{"error":{"httpCode":404,"details":[{"errorText":"Device not found. cameras/x"}]}}""", 404)
            : ScriptedSite.Answer("{\"data\":" + (call.Target.Contains("cameras") ? Shapes.CameraJson(int.Parse(call.Target[^12..])) : Shapes.HardwareJson(int.Parse(call.Target[^12..]))) + "}"));
}
