using RMF.Core.Inventory;
using RMF.Core.Planning;
using RMF.Engine.Runs;
using RMF.Engine.Runs.Applying;
using RMF.Engine.Tests.Fakes;
using RMF.Testing.Worlds;

namespace RMF.Engine.Tests.Applying;

public sealed class WantedValuesTests
{
    [Fact]
    public async Task What_the_target_holds_already_is_not_written_again()
    {
        var lab = Lab.OfPairs(1);
        lab.Secondary.Set(ItemKind.Camera, "Camera 1", "description", Scalar.Text("Other"));
        lab.Secondary.Set(ItemKind.Camera, "Camera 1", "recordingEnabled", Scalar.False);
        var run = await lab.PlanAsync();
        var current = lab.Secondary.Item(ItemKind.Camera, "Camera 1");
        Assert.Equal(["description", "recordingEnabled"], Paths(Wanted(run, current)));
        Assert.Equal(["description"], Paths(Wanted(run, current with { Properties = current.Properties.With("recordingEnabled", Scalar.Text("TRUE")) })));
    }

    [Fact]
    public async Task A_new_device_that_lacks_a_setting_says_so_by_name_and_gets_the_rest()
    {
        var lab = Lab.Of(r => r.Hardware("10.0.0.1", h => h.Camera(0, "Gate", c => c.Setting("brightness", "60").Setting("sharpness", "9"))), _ => { });
        lab.Secondary.OnAdd = c => Outcome(Arrival.Make(lab.Primary, lab.Secondary, c).Value!.Select(i => i.Key.Kind == ItemKind.Settings ? Without(i, "sharpness") : i));
        var report = await lab.SyncAsync();
        var settings = Assert.Single(report.Results, r => r.Change.Kind == ItemKind.Settings);
        Assert.Equal(ChangeStatus.Verified, settings.Status);
        Assert.Equal(["generalSettings[General].sharpness: the target's driver has no such setting"], settings.NotTaken);

        var next = Assert.Single((await lab.PlanAsync()).Plan.Changes);
        Assert.Equal((ChangeAction.Unsupported, ChangeReason.NotSupportedByTarget), (next.Action, next.Reason));
    }

    [Fact]
    public async Task A_value_outside_a_new_devices_range_is_named_with_the_range_and_not_sent()
    {
        var definitions = new DefinitionSet([new("generalSettings.brightness", new SettingDefinition("brightness", CanSet: true, "Int", [], 0, 50))]);
        var lab = Lab.Of(r => r.Hardware("10.0.0.1", h => h.Camera(0, "Gate", c => c.Setting("brightness", "60"))), _ => { });
        lab.Secondary.OnAdd = c => Outcome(Arrival.Make(lab.Primary, lab.Secondary, c).Value!.Select(i => i.Key.Kind == ItemKind.Settings ? i with { Definitions = definitions } : i));
        var report = await lab.SyncAsync();
        Assert.Contains("generalSettings[General].brightness: the driver takes 0 to 50 for 'brightness', not 60", report.Results.SelectMany(r => r.NotTaken));
        Assert.DoesNotContain(lab.Secondary.Updates, u => u.Desired.Properties.ToString().Contains("60", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_stream_that_a_new_device_does_not_have_is_named()
    {
        var lab = Lab.Of(r => r.Hardware("10.0.0.1", h => h.Camera(0, "Gate", c => c.VideoStream("One").VideoStream("Two").Uses("One").Uses("Two"))), _ => { });
        lab.Secondary.OnAdd = c => Outcome(Arrival.Make(lab.Primary, lab.Secondary, c).Value!.Where(i => i.Name != "Two"));
        var report = await lab.SyncAsync();
        Assert.Contains("stream[Two].streamReferenceId: the target's device has no 'Two'", report.Results.SelectMany(r => r.NotTaken));
        Assert.Equal(RunResultCode.PartlyApplied, report.Result);
    }

    [Fact]
    public async Task Streams_that_a_new_devices_driver_put_into_use_go_when_the_source_lacks_them()
    {
        var lab = Lab.Of(r => r.Hardware("10.0.0.1", h => h.Camera(0, "Gate", c => c.VideoStream("One").VideoStream("Two").Uses("One", ("liveMode", Scalar.Text("Always"))))), _ => { });
        lab.Secondary.OnAdd = c => Outcome(Arrival.Make(lab.Primary, lab.Secondary, c).Value!.Select(i => i.Key.Kind == ItemKind.Streams ? WithUseOf(i, "Two", lab) : i));
        Assert.Equal(RunResultCode.InWantedState, (await lab.SyncAsync()).Result);
        var streams = Assert.Single(lab.Secondary.Snapshot().OfKind(ItemKind.Streams));
        Assert.Single(((ListValue)streams.Properties["stream"]!).Items);
        Assert.Empty((await lab.PlanAsync()).Plan.Changes);
    }

    [Fact]
    public async Task Streams_of_a_device_that_somebody_else_added_meanwhile_stay()
    {
        var lab = Lab.Of(r => r.Hardware("10.0.0.1", h => h.Camera(0, "Gate", c => c.VideoStream("One").VideoStream("Two").Uses("One", ("liveMode", Scalar.Text("Always"))))), _ => { });
        lab.Secondary.OnAdd = c => Outcome(Arrival.Make(lab.Primary, lab.Secondary, c).Value!.Select(i => i.Key.Kind == ItemKind.Streams ? WithUseOf(i, "Two", lab) : i));
        lab.Secondary.AlreadyThere = true;
        await lab.SyncAsync();

        var streams = Assert.Single(lab.Secondary.Snapshot().OfKind(ItemKind.Streams));
        Assert.Equal(2, ((ListValue)streams.Properties["stream"]!).Items.Count);
    }

    [Fact]
    public async Task A_member_that_only_the_new_devices_server_knows_is_left_as_it_came()
    {
        // The source's release sends no useEdge; the target's does.
        var lab = Lab.Of(r => r.Hardware("10.0.0.1", h => h.Camera(0, "Gate", c => c.VideoStream("One").Uses("One", ("liveMode", Scalar.Text("Always"))))), _ => { });
        lab.Secondary.OnAdd = c => Outcome(Arrival.Make(lab.Primary, lab.Secondary, c).Value!.Select(i => i.Key.Kind == ItemKind.Streams ? WithMember(i, "useEdge", Scalar.True) : i));
        var report = await lab.SyncAsync();
        Assert.Equal(RunResultCode.InWantedState, report.Result);
        var use = (GroupValue)((ListValue)Assert.Single(lab.Secondary.Snapshot().OfKind(ItemKind.Streams)).Properties["stream"]!).Items[0];
        Assert.Equal(Scalar.True, use.Members["useEdge"]);
    }

    private static WantedValues Wanted(PreparedRun run, Item current)
    {
        var items = new TargetItems(run.Context.Input.View(run.Context.Target));
        return new WantedValues(Lab.OnlyWrite(run), current, run.Context.NewWholeReader(items.Find), items, run.Context.Target);
    }

    private static IEnumerable<string> Paths(WantedValues wanted) => wanted.Values.Select(v => v.Key.Text).Order(StringComparer.Ordinal);

    private static Ports.Outcome<IReadOnlyList<Item>> Outcome(IEnumerable<Item> items) => Ports.Outcome<IReadOnlyList<Item>>.Of([.. items]);

    private static Item Without(Item settings, string member)
        => settings with { Properties = settings.Properties.With("generalSettings", new ListValue([.. ((ListValue)settings.Properties["generalSettings"]!).Items.Cast<GroupValue>().Select(g => new GroupValue(g.Members.Where(m => m.Key != member).Aggregate(PropertyBag.Empty, (b, m) => b.With(m.Key, m.Value))))])) };

    private static Item WithMember(Item streams, string member, PropertyValue value)
        => streams with { Properties = streams.Properties.With("stream", new ListValue([.. Uses(streams).Select(g => new GroupValue(g.Members.With(member, value)))])) };

    private static Item WithUseOf(Item streams, string stream, Lab lab)
    {
        var source = lab.Primary.Item(ItemKind.DeviceStream, stream);
        var use = new GroupValue(PropertyBag.Empty.With("streamReferenceId", new Reference(new ItemKey("b", ItemKind.DeviceStream, "new-" + source.Key.Id))));
        return streams with { Properties = streams.Properties.With("stream", new ListValue([.. Uses(streams), use])) };
    }

    private static IEnumerable<GroupValue> Uses(Item streams) => ((ListValue)streams.Properties["stream"]!).Items.Cast<GroupValue>();
}
