using RMF.Core.Inventory;
using RMF.Core.Kinds;
using RMF.Core.Planning;
using RMF.Core.Planning.Merging;
using RMF.Testing.Worlds;

namespace RMF.Core.Tests.Planning.Merging;

public sealed class AgreementReaderTests
{
    [Fact]
    public void What_is_equal_is_agreed_on_in_its_canonical_form()
    {
        var agreed = Read(World(c => c.Set("recordingEnabled", Scalar.Text("True"))), ItemKind.Camera);
        Assert.Equal(Scalar.True, agreed["recordingEnabled"]);
        Assert.Equal("Gate", agreed.TextOf("name"));
        Assert.IsType<Reference>(agreed["recordingStorage"]);
        Assert.Null(agreed["channel"]);
    }

    [Fact]
    public void What_differs_keeps_what_was_agreed_on_before()
    {
        var world = World(c => c.Set("description", "ours"), c => c.Set("description", "theirs"));
        Assert.Null(Read(world, ItemKind.Camera)["description"]);
        Assert.Equal("old", Read(world, ItemKind.Camera, new PropertyBagBuilder().Set("description", "old").Build()).TextOf("description"));
    }

    [Fact]
    public void What_one_side_lost_keeps_its_base_and_what_both_lost_is_forgotten()
    {
        var before = new PropertyBagBuilder().Set("icon", 3).Set("shortName", "s").Build();
        var agreed = Read(World(c => c.Set("icon", Scalar.Number(3))), ItemKind.Camera, before);
        Assert.Equal(Scalar.Number(3), agreed["icon"]);
        Assert.Null(agreed["shortName"]);
    }

    [Fact]
    public void A_switch_that_is_off_keeps_its_bases_unseen()
    {
        var before = new PropertyBagBuilder().Set("description", "old").Set("recordingFramerate", 5).Build();
        var agreed = Read(World(), ItemKind.Camera, before, [SyncCategory.CameraGeneral]);
        Assert.Equal(Scalar.Number(5), agreed["recordingFramerate"]);
        Assert.Equal(string.Empty, agreed.TextOf("description"));
    }

    [Fact]
    public void Facts_of_a_device_are_equal_but_not_agreed_on()
    {
        var fact = new SettingDefinition("Model", CanSet: false, "String", [], null, null);
        void Both(CameraBuilder c) => c.Setting("Model", "P1").Setting("FPS", "5").Definitions(("generalSettings.Model", fact));
        var agreed = Read(World(Both, Both), ItemKind.Settings);
        Assert.NotNull(agreed["generalSettings[General].FPS"]);
        Assert.Null(agreed["generalSettings[General].Model"]);
    }

    [Fact]
    public void Entries_that_one_side_has_alone_are_told_by_who_was_written()
    {
        var world = World(c => c.VideoStream("V1").VideoStream("V2").Uses("V1").Uses("V2"), c => c.VideoStream("V1").VideoStream("V3").Uses("V1").Uses("V3"));
        Assert.Equal("[[V3], [V2]]", Read(world, ItemKind.Streams)["stream[]"]!.ToString());
        Assert.Equal("[[V2], [V3]]", Read(world, ItemKind.Streams, target: Side.Primary)["stream[]"]!.ToString());
    }

    [Fact]
    public void What_was_left_alone_stays_so_whatever_the_direction_until_both_have_it()
    {
        var world = World(c => c.VideoStream("V1").Uses("V1"), c => c.VideoStream("V1").VideoStream("V3").Uses("V1").Uses("V3"));
        var first = Read(world, ItemKind.Streams);
        Assert.Equal("[[V3], []]", Read(world, ItemKind.Streams, first, target: Side.Primary)["stream[]"]!.ToString());
        void Both(CameraBuilder c) => c.VideoStream("V1").VideoStream("V3").Uses("V1").Uses("V3");
        Assert.Equal("[[], []]", Read(World(Both, Both), ItemKind.Streams, first)["stream[]"]!.ToString());
    }

    [Fact]
    public void An_entry_that_the_target_gained_after_first_sight_is_not_left_alone()
    {
        var first = Read(World(), ItemKind.Streams);
        Assert.Equal("[[], []]", first["stream[]"]!.ToString());
        var gained = World(c => c.VideoStream("V1").Uses("V1"), c => c.VideoStream("V1").VideoStream("V2").Uses("V1").Uses("V2"));
        Assert.Equal("[[], []]", Read(gained, ItemKind.Streams, first)["stream[]"]!.ToString());
    }

    [Fact]
    public void A_list_that_one_server_did_not_send_was_not_compared()
    {
        var world = World().Edit(Side.Primary, ItemKind.Streams, "Gate", static _ => PropertyBag.Empty);
        Assert.Null(Read(world, ItemKind.Streams)["stream[]"]);
        var before = Read(World(), ItemKind.Streams);
        Assert.Equal(before["stream[]"], Read(world, ItemKind.Streams, before)["stream[]"]);
    }

    private static SyncWorld World(Action<CameraBuilder>? primary = null, Action<CameraBuilder>? secondary = null)
        => SyncWorld.OneToOne(r => r.Hardware("10.0.0.1", h => h.Camera(0, "Gate", primary)), r => r.Hardware("10.0.0.1", h => h.Camera(0, "Gate", secondary ?? primary)));

    private static PropertyBag Read(SyncWorld world, ItemKind kind, PropertyBag? before = null, IReadOnlyCollection<SyncCategory>? categories = null, Side target = Side.Secondary)
    {
        categories ??= SyncWorld.AllCategories;
        var reader = new LeafReader(world.Input().Translator(new Dictionary<ItemKey, string>()), SameNames.Instance, categories, new PathPool());
        return new AgreementReader(reader, categories, target).Read(world.Primary.OfKind(kind)[0], world.Secondary.OfKind(kind)[0], before);
    }
}
