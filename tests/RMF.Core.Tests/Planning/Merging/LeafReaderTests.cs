using RMF.Core.Inventory;
using RMF.Core.Kinds;
using RMF.Core.Planning;
using RMF.Core.Planning.Merging;
using RMF.Testing.Worlds;

namespace RMF.Core.Tests.Planning.Merging;

public sealed class LeafReaderTests
{
    [Fact]
    public void Only_properties_whose_switch_is_on_are_read()
    {
        var world = World(c => c.Set("recordingEnabled", Scalar.True).Set("icon", Scalar.Number(3)));
        Assert.Equal(["recordingEnabled", "recordingStorage"], Paths(world, ItemKind.Camera, SyncCategory.CameraRecording));
        Assert.Equal(["description", "enabled", "gisPoint", "icon", "name"], Paths(world, ItemKind.Camera, SyncCategory.CameraGeneral));
        Assert.Empty(Paths(world, ItemKind.Camera, SyncCategory.Motion));
    }

    [Fact]
    public void What_stands_in_no_row_is_never_compared()
    {
        var paths = Paths(World(c => c.Set("inventedIn2027", "x")), ItemKind.Camera, [.. SyncWorld.AllCategories]);
        Assert.DoesNotContain("channel", paths);
        Assert.DoesNotContain("inventedIn2027", paths);
    }

    [Fact]
    public void Leaves_are_sorted_by_property_entry_and_member()
    {
        var world = World(c => c.VideoStream("b", ("y", "1"), ("x", "1")).VideoStream("a", ("z", "1")).Setting("s", "1"));
        Assert.Equal(["generalSettings[General].s", "stream[a].z", "stream[b].x", "stream[b].y"], Paths(world, ItemKind.Settings, [.. SyncWorld.AllCategories]));
    }

    [Fact]
    public void Entries_that_come_the_other_way_round_are_sorted()
    {
        var world = World(c => c.VideoStream("a").VideoStream("b").Uses("b", ("liveDefault", Scalar.True)).Uses("a", ("liveDefault", Scalar.False)));
        Assert.Equal(["stream[a].liveDefault", "stream[b].liveDefault"], Paths(world, ItemKind.Streams, SyncCategory.StreamSelection));
    }

    [Fact]
    public void The_property_counts_before_the_entry()
    {
        var world = World(c => c.VideoStream("B", ("FPS", "1")).VideoStream("A", ("FPS", "1")).Setting("WDR", "on"));
        Assert.Equal(["generalSettings[General].WDR", "stream[A].FPS", "stream[B].FPS"], Paths(world, ItemKind.Settings, [.. SyncWorld.AllCategories]));
    }

    [Fact]
    public void Streams_are_keyed_by_the_name_of_the_stream_that_they_use()
    {
        var world = World(c => c.VideoStream("Video stream 1").VideoStream("Video stream 2").Uses("Video stream 2", ("liveMode", Scalar.Text("Always"))));
        Assert.Equal(["stream[Video stream 2].liveMode", "stream[Video stream 2].streamReferenceId"], Paths(world, ItemKind.Streams, SyncCategory.Streams));
    }

    [Fact]
    public void A_repeated_key_is_numbered()
    {
        var world = World(c => c.VideoStream("V").Uses("V", ("name", Scalar.Text("a"))).Uses("V", ("name", Scalar.Text("b"))).Uses("V", ("name", Scalar.Text("c"))));
        Assert.Equal(["stream[V#2].name", "stream[V#3].name", "stream[V].name"], Paths(world, ItemKind.Streams, SyncCategory.Streams).Where(p => p.EndsWith("name", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        var reader = Reader(world, SyncWorld.Backup);
        Assert.Equal(["V", "V#2", "V#3"], reader.EntryKeys(Item(world, ItemKind.Streams), Side.Primary, KindTable.Of(ItemKind.Streams).Properties[0]));
    }

    [Fact]
    public void The_switch_of_a_member_counts_not_that_of_its_list()
    {
        var world = World(c => c.VideoStream("V").Uses("V", ("name", Scalar.Text("a")), ("liveDefault", Scalar.True)));
        Assert.Equal(["stream[V].liveDefault"], Paths(world, ItemKind.Streams, SyncCategory.StreamSelection));
        Assert.Equal(["stream[V].name", "stream[V].streamReferenceId"], Paths(world, ItemKind.Streams, SyncCategory.Streams));
    }

    [Fact]
    public void The_key_of_an_entry_is_marked()
    {
        var world = World(c => c.VideoStream("V").Uses("V", ("name", Scalar.Text("a"))));
        var leaves = Reader(world, SyncWorld.Backup).Read(Item(world, ItemKind.Streams), Side.Primary);
        Assert.Equal("stream[V].streamReferenceId", Assert.Single(leaves, l => l.IsEntryKey).Path.Text);
        Assert.DoesNotContain(leaves, l => l.IsServerOwned);
    }

    [Fact]
    public void Labels_and_ids_of_the_server_are_not_read()
    {
        var paths = Paths(World(c => c.Ptz("pan", Scalar.True).Ptz("home", Scalar.True)), ItemKind.Settings, [.. SyncWorld.AllCategories]);
        Assert.Contains("ptz.home", paths);
        Assert.DoesNotContain(paths, p => p.Contains("displayName", StringComparison.Ordinal) || p.Contains("streamReferenceId", StringComparison.Ordinal) || p == "ptz.pan");
    }

    [Fact]
    public void What_the_driver_does_not_let_be_set_is_marked_for_each_driver_by_itself()
    {
        var fixedRate = new SettingDefinition("FPS", CanSet: false, "Int", [], null, null);
        var world = SyncWorld.OneToOne(
            r => r.Hardware("10.0.0.1", h => h.Camera(0, "A", c => c.Setting("FPS", "1").Definitions(("generalSettings.FPS", fixedRate))).Camera(1, "B", c => c.Setting("FPS", "1"))),
            _ => { });
        var reader = Reader(world, SyncWorld.Backup);
        var settings = world.Primary.OfKind(ItemKind.Settings);
        Assert.True(Rate(reader, settings[0]).IsReadOnly);
        Assert.False(Rate(reader, settings[1]).IsReadOnly);
        Assert.True(Rate(reader, settings[0]).IsServerOwned);
        static Leaf Rate(LeafReader reader, Item item) => reader.Read(item, Side.Primary).Single(l => l.Path.Text == "generalSettings[General].FPS");
    }

    [Fact]
    public void Lists_of_one_name_in_two_kinds_are_kept_apart()
    {
        var world = World(c => c.VideoStream("V", ("FPS", "1")).Uses("V", ("name", Scalar.Text("x"))));
        var reader = Reader(world, SyncWorld.Backup);
        foreach (var _ in new[] { 1, 2 })
        {
            Assert.Contains("stream[V].FPS", reader.Read(Item(world, ItemKind.Settings), Side.Primary).Select(l => l.Path.Text));
            Assert.Contains("stream[V].name", reader.Read(Item(world, ItemKind.Streams), Side.Primary).Select(l => l.Path.Text));
        }
    }

    [Fact]
    public void Null_holds_no_entries_and_no_members()
    {
        var world = World(c => c.Ptz("x", Scalar.True));
        var item = Item(world, ItemKind.Settings);
        item = item with { Properties = item.Properties.With("stream", Scalar.Null).With("ptz", Scalar.Null).With("generalSettings", Scalar.Null) };
        Assert.Empty(Reader(world, SyncWorld.Backup).Read(item, Side.Primary));
    }

    [Fact]
    public void A_shape_that_no_row_expects_is_compared_as_one_value()
    {
        var world = World();
        var item = Item(world, ItemKind.Settings);
        item = item with { Properties = new PropertyBagBuilder().Set("stream", "a text").Set("ptz", ListValue.Empty).Set("generalSettings", new ListValue([Scalar.Text("no group")])).Build() };
        Assert.Equal(["ptz", "stream"], Reader(world, SyncWorld.Backup).Read(item, Side.Primary).Select(l => l.Path.Text));
    }

    [Fact]
    public void Values_are_brought_to_the_secondary_sides_form()
    {
        var options = SyncWorld.Backup with { Naming = new SuffixNaming(" (B)") };
        var world = World(c => c.Set("enabled", Scalar.Text("True")));
        var primary = Reader(world, options).Read(Item(world, ItemKind.Camera), Side.Primary).ToDictionary(l => l.Path.Text);
        Assert.Equal(Scalar.Text("Gate (B)"), primary["name"].Canonical);
        Assert.Equal(Scalar.Text("Gate"), primary["name"].Raw);
        Assert.Equal(Scalar.True, primary["enabled"].Canonical);
        Assert.Equal(new Reference(world.Item(Side.Secondary, ItemKind.Storage, "Standby").Key), primary["recordingStorage"].Canonical);
        Assert.Equal(Scalar.Text("Gate"), Reader(world, options).Read(Item(world, ItemKind.Camera), Side.Secondary).Single(l => l.Path.Text == "name").Canonical);
    }

    private static SyncWorld World(Action<CameraBuilder>? camera = null)
        => SyncWorld.OneToOne(r => r.Hardware("10.0.0.1", h => h.Camera(0, "Gate", camera)), _ => { });

    private static Item Item(SyncWorld world, ItemKind kind) => world.Primary.OfKind(kind)[0];

    private static IReadOnlyList<string> Paths(SyncWorld world, ItemKind kind, params SyncCategory[] categories)
        => Reader(world, SyncWorld.Backup with { Categories = categories }).Read(Item(world, kind), Side.Primary).ConvertAll(l => l.Path.Text);

    private static LeafReader Reader(SyncWorld world, PlanningOptions options)
        => new(world.Input(options).Translator(new Dictionary<ItemKey, string>()), options.Naming, options.Categories, new PathPool());
}
