using RMF.Core.Inventory;
using RMF.Engine.Ports;
using RMF.XProtect.Tests.Fakes;

namespace RMF.XProtect.Tests;

public sealed class SnapshotTests
{
    /// <summary>Without what has a resource of its own below each device and is only shown: the hand-made site does not serve it.</summary>
    private static readonly ItemKind[] AllKinds = [.. Enum.GetValues<ItemKind>().Where(k => k == ItemKind.HardwareDriverSettings || !Core.Kinds.KindTable.Of(k).IsShownOnly)];

    [Fact]
    public async Task A_site_is_read_into_items_with_parents_references_and_plain_values()
    {
        using var site = await Connect.ToAsync(Shapes.Site(3));
        var snapshot = await Connect.SnapshotAsync(site, AllKinds);

        Assert.True(snapshot.IsComplete, string.Join("; ", snapshot.Parts.Where(p => p.State != PartState.Whole).Select(p => $"{p.Kind}: {p.Reason}")));
        Assert.Equal("25.1.1804.1", snapshot.Version);
        var camera = snapshot.Find(Shapes.Key(ItemKind.Camera, Shapes.CameraId(2)))!;
        Assert.Equal("Cam 2 - Camera 1", camera.Name);
        Assert.Equal(Shapes.Key(ItemKind.Hardware, Shapes.HardwareId(2)), camera.Parent);
        Assert.Equal(new Reference(Shapes.Key(ItemKind.Storage, Shapes.Storage)), camera.Properties["recordingStorage"]);
        Assert.Equal(Scalar.Number(0.6), camera.Properties["coverageDirection"]);
        Assert.Equal(Scalar.True, camera.Properties["recordingEnabled"]);
        Assert.Null(camera.Properties["relations"]);
        Assert.Null(camera.Properties["id"]);

        var recorder = Assert.Single(snapshot.OfKind(ItemKind.RecordingServer));
        Assert.Equal(Shapes.Recorder, recorder.Key.Id);
        Assert.Null(recorder.Parent);
        Assert.Null(recorder.Properties["storages"]);
        Assert.Equal(recorder.Key, Assert.Single(snapshot.OfKind(ItemKind.Storage)).Parent);
        Assert.Equal("421", Assert.Single(snapshot.OfKind(ItemKind.HardwareDriver)).Properties.TextOf("number"));
        Assert.Equal(new Reference(Shapes.Key(ItemKind.HardwareDriver, Shapes.Driver)), snapshot.OfKind(ItemKind.Hardware)[0].Properties["hardwareDriverPath"]);
    }

    [Fact]
    public async Task Parts_of_a_device_reuse_its_id_and_point_at_its_own_streams()
    {
        using var site = await Connect.ToAsync(Shapes.Site(2));
        var snapshot = await Connect.SnapshotAsync(site, AllKinds);

        var camera = Shapes.Key(ItemKind.Camera, Shapes.CameraId(1));
        var stream = (GroupValue)((ListValue)snapshot.Find(camera.Part(ItemKind.Streams))!.Properties["stream"]!).Items[0];
        var reference = Shapes.Key(ItemKind.DeviceStream, Shapes.CameraId(1) + "/" + Shapes.Stream);
        Assert.Equal(new Reference(reference), stream.Members["streamReferenceId"]);
        Assert.Equal(Shapes.Primary, stream.Members.TextOf("recordTo"));
        var derived = snapshot.Find(reference)!;
        Assert.Equal("Video stream 1", derived.Name);
        Assert.Equal(camera, derived.Parent);
        Assert.Equal(camera, snapshot.Find(camera.Part(ItemKind.Settings))!.Parent);
        Assert.Equal("2000", snapshot.Find(camera.Part(ItemKind.MotionDetection))!.Properties.TextOf("threshold"));
        var driver = snapshot.Find(Shapes.Key(ItemKind.HardwareDriverSettings, Shapes.HardwareId(1)))!;
        Assert.Equal("00:11:22:33:44:01", driver.Properties.TextOf("macAddress"));
        Assert.Equal("443", driver.Properties.TextOf("httpSPort"));
    }

    [Fact]
    public async Task Definitions_are_asked_for_once_a_model_and_shared()
    {
        var wire = Shapes.Site(5);
        using var site = await Connect.ToAsync(wire);
        var snapshot = await Connect.SnapshotAsync(site, ItemKind.Settings);
        await Connect.SnapshotAsync(site, ItemKind.Settings);

        Assert.Single(wire.Calls, c => c.Target.EndsWith("?definitions", StringComparison.Ordinal));
        var sets = snapshot.OfKind(ItemKind.Settings).Select(i => i.Definitions).Distinct().ToList();
        var set = Assert.Single(sets)!;
        Assert.Equal(100, set.Find("generalSettings.brightness")!.Maximum);
        Assert.True(set.Find("generalSettings.edgeStorageEnabled")!.CanSet);
        Assert.Equal(30.5, set.Find("stream.FPS")!.Maximum);
        Assert.Equal(["1920x1080", "640x480"], set.Find("stream.resolution")!.Options);
        Assert.False(set.Find("stream.codec")!.CanSet);
        Assert.Equal(["h264"], set.Find("stream.codec")!.Options);
    }

    [Fact]
    public async Task Every_query_name_is_one_that_XProtect_knows()
    {
        var wire = Shapes.Site(3);
        using var site = await Connect.ToAsync(wire);
        await Connect.SnapshotAsync(site, AllKinds);

        HashSet<string> known = ["disabled", "page", "size", "includeChildren", "definitions", "tasks", "noData", "task", "address"];
        foreach (var call in wire.Calls.Where(c => c.Url.Query.Length > 1))
        {
            Assert.All(call.Url.Query[1..].Split('&'), part => Assert.Contains(part.Split('=')[0], known));
        }

        Assert.DoesNotContain(wire.Calls, c => c.Target.Contains("cameraGroups") && c.Target.Contains("disabled"));
        Assert.DoesNotContain(wire.Calls, c => c.Target.Contains("hardwareDrivers") && c.Target.Contains("disabled"));
    }

    [Theory]
    [InlineData("REC-A1")]
    [InlineData("{9F21D63B-6693-4DFC-AD0C-829F27EF9315}")]
    public async Task What_hangs_on_other_recording_servers_is_dropped(string scope)
    {
        var wire = Shapes.Site(3);
        wire.Collection("recordingServers", Shapes.RecorderJson(), Shapes.RecorderJson(Shapes.OtherRecorder, "REC-A2"));
        wire.Collection("hardware", Shapes.HardwareJson(1), Shapes.HardwareJson(2, Shapes.OtherRecorder), Shapes.HardwareJson(3));
        wire.Collection($"recordingServers/{Shapes.OtherRecorder}/hardwareDrivers", Shapes.DriverJson("55f88254-dc3d-4735-acc6-73f21cca2403"));
        using var site = await Connect.ToAsync(wire);
        var outcome = await site.Reader.ReadAsync(new SnapshotRequest(AllKinds, [scope], ReadDepth.Full), null, CancellationToken.None);

        Assert.True(outcome.TryGet(out var snapshot));
        Assert.Equal([Shapes.CameraId(1), Shapes.CameraId(3)], snapshot.OfKind(ItemKind.Camera).Select(c => c.Key.Id));
        Assert.Equal(["REC-A1", "REC-A2"], snapshot.OfKind(ItemKind.RecordingServer).Select(r => r.Name));
        Assert.Equal(2, snapshot.OfKind(ItemKind.Storage).Count);
        Assert.Single(snapshot.OfKind(ItemKind.HardwareDriver));
        Assert.DoesNotContain(wire.Calls, c => c.Target.Contains(Shapes.OtherRecorder));
        Assert.Equal(2, snapshot.OfKind(ItemKind.Settings).Count);
        Assert.DoesNotContain(wire.Calls, c => c.Target.EndsWith("streams/" + Shapes.CameraId(2), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_the_kinds_that_were_asked_for_are_in_the_snapshot()
    {
        using var site = await Connect.ToAsync(Shapes.Site(2));
        var snapshot = await Connect.SnapshotAsync(site, ItemKind.DeviceStream);

        Assert.Equal([ItemKind.DeviceStream], snapshot.Parts.Select(p => p.Kind));
        Assert.Equal(2, snapshot.Items.Count);
    }
}
