using RMF.Core.Inventory;
using RMF.Engine.Ports;
using RMF.Simulator;
using RMF.XProtect.Tests.Fakes;

namespace RMF.XProtect.Tests;

/// <summary>The adapter against a simulated site that was written from the API's documentation and not from this adapter.</summary>
public sealed class SimulatedSiteTests
{
    private static readonly ItemKind[] AllKinds = [.. Enum.GetValues<ItemKind>()];

    public static TheoryData<Personality> Personalities => [.. Enum.GetValues<Personality>()];

    [Theory]
    [InlineData(0)]
    [InlineData(600)]
    [InlineData(-600)]
    public async Task A_site_tells_its_clock_with_each_answer(int seconds)
    {
        await using var simulated = await Simulated.InProcessAsync();
        if (seconds != 0)
        {
            simulated.Server.Faults.Add(Fault.ClockSkew(TimeSpan.FromSeconds(seconds)));
        }

        await simulated.Site.Publisher.ReadAsync(Guid.NewGuid(), default);
        Assert.InRange(simulated.Site.ClockAhead.TotalSeconds, seconds - 5, seconds + 5);
        Assert.Equal(seconds == 0, simulated.Site.ClockAhead == TimeSpan.Zero);
    }

    [Theory]
    [MemberData(nameof(Personalities))]
    public async Task Every_object_of_a_site_becomes_an_item(Personality personality)
    {
        await using var simulated = await Simulated.InProcessAsync(personality: personality);
        var snapshot = await simulated.SnapshotAsync(AllKinds);

        Assert.True(snapshot.IsComplete, string.Join("; ", snapshot.Parts.Where(p => p.State != PartState.Whole || p.Unread.Count > 0).Select(p => $"{p.Kind}: {p.Reason}")));
        foreach (var (kind, resource) in new (ItemKind, string)[]
        {
            (ItemKind.RecordingServer, "recordingServers"), (ItemKind.Storage, "storages"), (ItemKind.Hardware, "hardware"), (ItemKind.Camera, "cameras"),
            (ItemKind.HardwareDriver, "hardwareDrivers"), (ItemKind.CameraGroup, "cameraGroups"), (ItemKind.Streams, "streams"),
            (ItemKind.MotionDetection, "motionDetections"), (ItemKind.HardwareDriverSettings, "hardwareDriverSettings"),
        })
        {
            Assert.Equal(simulated.Server.Data.List(resource).Select(i => i.Id.ToString()).Order(), snapshot.OfKind(kind).Select(i => i.Key.Id).Order());
        }

        Assert.Equal(snapshot.OfKind(ItemKind.Camera).Count, snapshot.OfKind(ItemKind.Settings).Count);
        Assert.All(snapshot.Items.Where(i => i.Parent is not null), i => Assert.NotNull(snapshot.Find(i.Parent!.Value)));
        Assert.All(snapshot.OfKind(ItemKind.Camera), c => Assert.NotNull(snapshot.Find(((Reference)c.Properties["recordingStorage"]!).Target)));
        Assert.All(snapshot.OfKind(ItemKind.Streams), s => Assert.All(((ListValue)s.Properties["stream"]!).Items, g => Assert.NotNull(snapshot.Find(((Reference)((GroupValue)g).Members["streamReferenceId"]!).Target))));
        Assert.All(snapshot.OfKind(ItemKind.HardwareDriverSettings), d => Assert.NotEmpty(d.Properties.TextOf("macAddress")!));
        Assert.All(snapshot.OfKind(ItemKind.Settings), s => Assert.NotNull(s.Definitions));
        Assert.All(snapshot.OfKind(ItemKind.Hardware), h => Assert.NotNull(snapshot.Find(((Reference)h.Properties["hardwareDriverPath"]!).Target)));
    }

    [Fact]
    public async Task Definitions_cost_one_request_a_model()
    {
        await using var simulated = await Simulated.InProcessAsync();
        var snapshot = await simulated.SnapshotAsync(ItemKind.Settings, ItemKind.Hardware);
        var models = snapshot.OfKind(ItemKind.Hardware).Select(h => (((Reference)h.Properties["hardwareDriverPath"]!).Target, h.Properties.TextOf("model"))).Distinct().Count();

        Assert.Equal(models, simulated.Server.Requests.List().Count(r => r.Target.EndsWith("?definitions", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Personalities))]
    public async Task What_is_written_reads_back(Personality personality)
    {
        await using var simulated = await Simulated.InProcessAsync(personality: personality);
        var snapshot = await simulated.SnapshotAsync(AllKinds);
        var camera = snapshot.OfKind(ItemKind.Camera).First(c => c.Name == "Gate 1");
        var storage = snapshot.OfKind(ItemKind.Storage);

        await WriteAsync(simulated, camera, c => c.With("name", Scalar.Text("Gate 1 west")).With("recordingFramerate", Scalar.Number(7)).With("enabled", Scalar.False), "name", "recordingFramerate", "enabled");
        var motion = snapshot.Find(camera.Key.Part(ItemKind.MotionDetection))!;
        await WriteAsync(simulated, motion, m => m.With("manualSensitivityEnabled", Scalar.True).With("manualSensitivity", Scalar.Number(33)), "manualSensitivityEnabled", "manualSensitivity");
        var settings = snapshot.Find(camera.Key.Part(ItemKind.Settings))!;
        await WriteAsync(simulated, settings, s => s.With("stream", Change(s["stream"]!, 1, g => g.With("FPS", Scalar.Number(5)))), "stream");
        var streams = snapshot.Find(camera.Key.Part(ItemKind.Streams))!;
        await WriteAsync(simulated, streams, s => s.With("stream", Change(Change(s["stream"]!, 0, g => g.With("liveDefault", Scalar.True)), 1, g => g.With("liveDefault", Scalar.False))), "stream");
        var hardware = snapshot.Find(camera.Parent!.Value)!;
        await WriteAsync(simulated, hardware, h => h.With("description", Scalar.Text("at the gate")), "description");
        var group = snapshot.OfKind(ItemKind.CameraGroup)[0];
        await WriteAsync(simulated, group, g => g.With("description", Scalar.Text("all of it")), "description");
        Assert.NotEmpty(storage);
    }

    [Fact]
    public async Task Streams_come_and_go_by_task()
    {
        await using var simulated = await Simulated.InProcessAsync();
        var snapshot = await simulated.SnapshotAsync(ItemKind.Streams, ItemKind.DeviceStream);
        var one = snapshot.OfKind(ItemKind.Streams).First(s => ((ListValue)s.Properties["stream"]!).Items.Count == 1 && Others(s).Any());
        var list = ((ListValue)one.Properties["stream"]!).Items;
        var second = new GroupValue(((GroupValue)list[0]).Members
            .With("streamReferenceId", new Reference(Others(one).First()))
            .With("name", Scalar.Text("Second")).With("displayName", Scalar.Text("Second"))
            .With("liveDefault", Scalar.False).With("defaultPlayback", Scalar.False).With("recordTo", Scalar.Text("")));
        var two = one with { Properties = one.Properties.With("stream", new ListValue([list[0], second])) };

        var added = await simulated.Site.Writer.UpdateAsync(new ItemUpdate(one, two, ["stream"]), CancellationToken.None);
        Assert.True(added.Status == WriteStatus.Confirmed, added.Error?.ToString());
        var read = await simulated.ReadAsync(one.Key);
        Assert.Equal("Second", ((GroupValue)((ListValue)read.Properties["stream"]!).Items[1]).Members.TextOf("name"));

        var removed = await simulated.Site.Writer.UpdateAsync(new ItemUpdate(read, one, ["stream"]), CancellationToken.None);
        Assert.True(removed.Status == WriteStatus.Confirmed, removed.Error?.ToString());
        Assert.Equal(one.Properties, (await simulated.ReadAsync(one.Key)).Properties);

        IEnumerable<ItemKey> Others(Item streams)
        {
            var used = ((ListValue)streams.Properties["stream"]!).Items.Select(g => ((Reference)((GroupValue)g).Members["streamReferenceId"]!).Target).ToHashSet();
            return snapshot.OfKind(ItemKind.DeviceStream).Where(d => d.Parent == streams.Parent && !used.Contains(d.Key)).Select(d => d.Key);
        }
    }

    [Fact]
    public async Task A_recording_storage_is_changed_by_its_task_and_a_refused_one_is_told()
    {
        await using var simulated = await Simulated.InProcessAsync();
        var snapshot = await simulated.SnapshotAsync(ItemKind.Camera, ItemKind.Storage, ItemKind.Hardware);
        var byRecorder = snapshot.OfKind(ItemKind.Storage).GroupBy(s => s.Parent!.Value).First(g => g.Count() > 1);
        var camera = snapshot.OfKind(ItemKind.Camera).First(c => snapshot.Find(c.Parent!.Value)!.Parent == byRecorder.Key);
        var other = byRecorder.First(s => !new Reference(s.Key).Equals(camera.Properties["recordingStorage"]));
        await WriteAsync(simulated, camera, c => c.With("recordingStorage", new Reference(other.Key)), "recordingStorage");

        var nowhere = camera with { Properties = camera.Properties.With("recordingStorage", new Reference(other.Key with { Id = "00000000-0000-4000-8000-000000000000" })) };
        var refused = await simulated.Site.Writer.UpdateAsync(new ItemUpdate(camera, nowhere, ["recordingStorage"]), CancellationToken.None);
        Assert.Equal(WriteStatus.Failed, refused.Status);
    }

    [Fact]
    public async Task A_wrong_value_is_refused_with_its_property()
    {
        await using var simulated = await Simulated.InProcessAsync();
        var snapshot = await simulated.SnapshotAsync(ItemKind.Settings);
        var settings = snapshot.OfKind(ItemKind.Settings)[0];
        var desired = settings with { Properties = settings.Properties.With("stream", Change(settings.Properties["stream"]!, 0, g => g.With("FPS", Scalar.Number(5000)))) };
        var result = await simulated.Site.Writer.UpdateAsync(new ItemUpdate(settings, desired, ["stream"]), CancellationToken.None);

        Assert.Equal((WriteStatus.Failed, SiteErrorKind.BadRequest), (result.Status, result.Error!.Kind));
        Assert.Equal("FPS", result.Error.Property);
    }

    [Fact]
    public async Task A_device_of_one_site_is_added_to_the_other_with_its_password_and_arrives_disabled()
    {
        var world = World.Load("harbour");
        await using var primary = await Simulated.InProcessAsync(world.Sites[0]);
        await using var secondary = await Simulated.InProcessAsync(world.Sites[1]);
        var there = await primary.SnapshotAsync(ItemKind.Hardware, ItemKind.HardwareDriver);
        var here = await secondary.SnapshotAsync(ItemKind.Hardware, ItemKind.HardwareDriver, ItemKind.RecordingServer);
        var known = here.OfKind(ItemKind.Hardware).Select(h => h.Properties.TextOf("address")).ToHashSet();
        var missing = there.OfKind(ItemKind.Hardware).First(h => !known.Contains(h.Properties.TextOf("address")));
        var recorder = here.OfKind(ItemKind.RecordingServer)[0];
        var number = there.Find(((Reference)missing.Properties["hardwareDriverPath"]!).Target)!.Properties.TextOf("number");
        var driver = here.OfKind(ItemKind.HardwareDriver).First(d => d.Parent == recorder.Key && d.Properties.TextOf("number") == number);
        var password = await primary.Site.Writer.ReadHardwarePasswordAsync(missing.Key, CancellationToken.None);
        Assert.True(password.TryGet(out var secret), password.Error?.ToString());
        var creation = new HardwareCreation(recorder.Key, new Uri(missing.Properties.TextOf("address")!), driver.Key, missing.Properties.TextOf("userName")!, secret);

        var added = await secondary.Site.Writer.AddHardwareAsync(creation, CancellationToken.None);
        Assert.True(added.Status == WriteStatus.Confirmed, added.Error?.ToString());
        var left = await secondary.Site.Reader.ReadHardwareAsync(added.Key!.Value, AllKinds, CancellationToken.None);
        Assert.True(left.TryGet(out var items), left.Error?.ToString());
        Assert.Equal("false", items.Single(i => i.Key.Kind == ItemKind.Hardware).Properties.TextOf("enabled"));
        Assert.Contains(items, i => i.Key.Kind == ItemKind.Camera);
        Assert.All(items.Where(i => i.Key.Kind == ItemKind.Camera), c => Assert.Contains(items, i => i.Key == c.Key.Part(ItemKind.Settings)));
        Assert.Contains(items, i => i.Key.Kind == ItemKind.HardwareDriverSettings);

        var again = await secondary.Site.Writer.AddHardwareAsync(creation, CancellationToken.None);
        Assert.Equal((WriteStatus.Failed, SiteErrorKind.AlreadyExists, added.Key), (again.Status, again.Error!.Kind, again.Key));
        Assert.Empty(await TasksAsync(secondary));
    }

    [Fact]
    public async Task A_device_that_the_recorder_cannot_reach_keeps_its_VMO_code_and_the_task_is_cleaned_up()
    {
        await using var simulated = await Simulated.InProcessAsync();
        var snapshot = await simulated.SnapshotAsync(ItemKind.HardwareDriver);
        var driver = snapshot.OfKind(ItemKind.HardwareDriver)[0];
        var creation = new HardwareCreation(driver.Parent!.Value, new Uri("http://10.99.99.99/"), driver.Key, "root", new Secret("wrong-Pa55"));
        var result = await simulated.Site.Writer.AddHardwareAsync(creation, CancellationToken.None);

        Assert.Equal((WriteStatus.Failed, SiteErrorKind.DeviceUnreachable, 60281), (result.Status, result.Error!.Kind, result.Error.VmoCode));
        Assert.Empty(await TasksAsync(simulated));
    }

    [Fact]
    public async Task Many_single_items_come_back_as_they_were_in_the_snapshot()
    {
        await using var simulated = await Simulated.InProcessAsync();
        var snapshot = await simulated.SnapshotAsync(AllKinds);
        var found = await simulated.Site.Reader.ReadItemsAsync([.. snapshot.Items.Select(i => i.Key)], CancellationToken.None);

        foreach (var item in snapshot.Items)
        {
            Assert.True(found[item.Key].TryGet(out var read), $"{item.Key}: {found[item.Key].Error}");
            Assert.Equal(item.Properties, read.Properties);
            Assert.Equal(item.Parent, read.Parent);
            Assert.Equal(item.Definitions is null, read.Definitions is null);
        }
    }

    [Fact]
    public async Task A_server_tells_its_tasks()
    {
        await using var simulated = await Simulated.InProcessAsync();
        var camera = (await simulated.SnapshotAsync(ItemKind.Camera)).Items.First().Key;

        Assert.True((await simulated.Site.Capabilities.HasTaskAsync(camera, "ChangeDeviceRecordingStorage", CancellationToken.None)).Value);
        Assert.False((await simulated.Site.Capabilities.HasTaskAsync(camera, "MakeCoffee", CancellationToken.None)).Value);
        Assert.All(AllKinds, k => Assert.Null(simulated.Site.Capabilities.WhyNot(k)));
    }

    private static PropertyValue Change(PropertyValue list, int index, Func<PropertyBag, PropertyBag> change)
        => new ListValue([.. ((ListValue)list).Items.Select((g, i) => i == index ? new GroupValue(change(((GroupValue)g).Members)) : g)]);

    private static async Task WriteAsync(Simulated simulated, Item current, Func<PropertyBag, PropertyBag> change, params string[] properties)
    {
        var desired = current with { Properties = change(current.Properties) };
        var result = await simulated.Site.Writer.UpdateAsync(new ItemUpdate(current, desired, properties), CancellationToken.None);
        Assert.True(result.Status == WriteStatus.Confirmed, $"{current.Key}: {result.Error}");
        var read = await simulated.ReadAsync(current.Key);
        foreach (var property in properties)
        {
            // 2023 R2 answers numbers as text; the value is the same.
            Assert.Equal(desired.Properties[property]!.ToString(), read.Properties[property]!.ToString());
        }
    }

    private static async Task<IReadOnlyList<string>> TasksAsync(Simulated simulated)
    {
        using var client = simulated.Server.CreateClient();
        using var form = new FormUrlEncodedContent([new("grant_type", "password"), new("username", simulated.Server.BasicUser), new("password", simulated.Server.Password), new("client_id", "GrantValidatorClient")]);
        using var token = System.Text.Json.JsonDocument.Parse(await (await client.PostAsync("/IDP/connect/token", form)).Content.ReadAsStringAsync());
        client.DefaultRequestHeaders.Authorization = new("Bearer", token.RootElement.GetProperty("access_token").GetString());
        using var tasks = System.Text.Json.JsonDocument.Parse(await client.GetStringAsync("/api/rest/v1/tasks"));
        return [.. tasks.RootElement.GetProperty("array").EnumerateArray().Select(t => t.ToString())];
    }
}
