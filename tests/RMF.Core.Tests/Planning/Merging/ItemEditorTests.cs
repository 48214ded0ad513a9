using RMF.Core.Inventory;
using RMF.Core.Kinds;
using RMF.Core.Planning.Merging;
using RMF.Testing.Worlds;

namespace RMF.Core.Tests.Planning.Merging;

public sealed class ItemEditorTests
{
    private static readonly SyncWorld World = SyncWorld.OneToOne(
        _ => { },
        r => r.Hardware("10.0.0.1", h => h.Camera(0, "Gate", c => c
            .VideoStream("V1", ("FPS", "25"), ("codec", "H.264")).VideoStream("V2", ("FPS", "8"))
            .Uses("V1", ("name", Scalar.Text("live")), ("liveDefault", Scalar.True))
            .Uses("V2", ("name", Scalar.Text("rec")), ("liveDefault", Scalar.False))
            .Setting("zoom", "1").Ptz("home", Scalar.True))));

    [Fact]
    public void A_property_is_set()
        => Assert.Equal("new", Apply(ItemKind.Camera, ("description", Scalar.Text("new"))).Properties.TextOf("description"));

    [Fact]
    public void A_member_of_a_group_is_set_and_the_others_stay()
    {
        var ptz = (GroupValue)Apply(ItemKind.Settings, ("ptz.home", Scalar.False), ("ptz.speed", Scalar.Number(3))).Properties["ptz"]!;
        Assert.Equal(Scalar.False, ptz.Members["home"]);
        Assert.Equal(Scalar.Number(3), ptz.Members["speed"]);
        Assert.Equal("PTZ", ptz.Members.TextOf("displayName"));
    }

    [Fact]
    public void A_group_that_is_not_there_is_made()
        => Assert.Equal("{x: 1}", Apply(ItemKind.Settings, ("ptzSessionTimeouts.x", Scalar.Number(1))).Properties["ptzSessionTimeouts"]!.ToString());

    [Fact]
    public void A_member_of_one_entry_is_set_and_the_other_entries_stay()
    {
        var before = Entries(Item(ItemKind.Settings), "stream");
        var after = Entries(Apply(ItemKind.Settings, ("stream[V1].FPS", Scalar.Text("12"))), "stream");
        Assert.Equal("12", after[0].TextOf("FPS"));
        Assert.Equal("H.264", after[0].TextOf("codec"));
        Assert.Equal(before[1], after[1]);
    }

    [Fact]
    public void An_entry_goes_with_its_key()
    {
        var after = Entries(Apply(ItemKind.Streams, ("stream[V2].streamReferenceId", null), ("stream[V2].name", null)), "stream");
        Assert.Equal(["live"], after.Select(e => e.TextOf("name")));
    }

    [Fact]
    public void A_member_without_a_value_does_not_take_its_entry_away()
    {
        var after = Entries(Apply(ItemKind.Streams, ("stream[V2].name", null)), "stream");
        Assert.Equal(2, after.Count);
        Assert.Equal(Scalar.Null, after[1]["name"]);
    }

    [Fact]
    public void A_new_entry_starts_with_its_flags_off()
    {
        var named = new NamedReference(ItemKind.DeviceStream, "V3");
        var after = Entries(Apply(ItemKind.Streams, ("stream[V3].streamReferenceId", named), ("stream[V3].name", Scalar.Text("third")), ("stream[V3].useEdge", Scalar.True)), "stream");
        Assert.Equal(3, after.Count);
        Assert.Equal(named, after[2]["streamReferenceId"]);
        Assert.True(after[2].IsTrue("useEdge"));
        Assert.Equal(Scalar.False, after[2]["liveDefault"]);
        Assert.Equal(Scalar.False, after[2]["defaultPlayback"]);
    }

    [Fact]
    public void Values_of_an_entry_that_is_not_there_do_not_make_one_without_its_key()
    {
        Assert.Equal(2, Entries(Apply(ItemKind.Streams, ("stream[V3].name", Scalar.Text("third"))), "stream").Count);
        Assert.Equal(2, Entries(Apply(ItemKind.Settings, ("stream[V9].FPS", Scalar.Text("1"))), "stream").Count);
    }

    [Fact]
    public void The_item_that_was_read_stays_as_it_was()
    {
        var before = Item(ItemKind.Streams).Properties.ToString();
        Apply(ItemKind.Streams, ("stream[V1].name", Scalar.Text("x")));
        Assert.Equal(before, Item(ItemKind.Streams).Properties.ToString());
    }

    [Fact]
    public void No_values_change_nothing() => Assert.Equal(Item(ItemKind.Streams), Apply(ItemKind.Streams));

    [Fact]
    public void Of_a_new_item_the_entries_that_the_plan_does_not_hold_are_dropped()
    {
        var editor = Editor();
        var drop = editor.EntriesToDrop(Item(ItemKind.Streams), [PropertyPath.Parse("stream[V1].name"), PropertyPath.Parse("stream[V7].name")]);
        Assert.Equal(["stream[V2].streamReferenceId"], drop.Select(d => d.Key.Text));
        Assert.Equal(["live"], Entries(editor.Apply(Item(ItemKind.Streams), drop), "stream").Select(e => e.TextOf("name")));
    }

    [Fact]
    public void Nothing_is_dropped_of_lists_that_the_plan_does_not_name_or_the_server_makes()
    {
        Assert.Empty(Editor().EntriesToDrop(Item(ItemKind.Streams), []));
        Assert.Empty(Editor().EntriesToDrop(Item(ItemKind.Settings), [PropertyPath.Parse("stream[V1].FPS")]));
    }

    [Fact]
    public void A_member_of_a_group_is_its_reference_and_nothing_else()
    {
        var cameras = new[] { "one", "two", "three" }.Select(id => new ItemKey("b", ItemKind.Camera, id)).ToList();
        var group = new Item(new ItemKey("b", ItemKind.CameraGroup, "g"), null, "g", PropertyBag.Empty.With("members", new ListValue([new Reference(cameras[0]), new Reference(cameras[1])])));
        var reader = new LeafReader(World.Input().Translator(new Dictionary<ItemKey, string>()), SyncWorld.Backup.Naming, [SyncCategory.Groups], new PathPool());
        KeyValuePair<PropertyPath, PropertyValue?> Member(string id, PropertyValue? value) => new(new PropertyPath("members", id, "item"), value);
        var edited = new ItemEditor(reader, Side.Secondary).Apply(group, [Member("one", null), Member("two", new Reference(cameras[1])), Member("three", new Reference(cameras[2]))]);
        Assert.Equal(new ListValue([new Reference(cameras[1]), new Reference(cameras[2])]), edited.Properties["members"]);
        Assert.Empty(new ItemEditor(reader, Side.Secondary).EntriesToDrop(group, [new PropertyPath("members", "three", "item")]));
    }

    private static Item Item(ItemKind kind) => World.Secondary.OfKind(kind)[0];

    private static ItemEditor Editor()
        => new(new LeafReader(World.Input().Translator(new Dictionary<ItemKey, string>()), SyncWorld.Backup.Naming, SyncWorld.AllCategories, new PathPool()), Side.Secondary);

    private static Item Apply(ItemKind kind, params (string Path, PropertyValue? Value)[] values)
        => Editor().Apply(Item(kind), values.Select(v => new KeyValuePair<PropertyPath, PropertyValue?>(PropertyPath.Parse(v.Path), v.Value)));

    private static IReadOnlyList<PropertyBag> Entries(Item item, string list) => [.. ((ListValue)item.Properties[list]!).Items.Cast<GroupValue>().Select(g => g.Members)];
}
