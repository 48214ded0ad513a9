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

    [Fact]
    public void A_value_that_only_the_other_side_has_keeps_its_base_and_the_next_one_is_still_compared()
    {
        // Sorted by name, the lone value stands first, in the middle and last of its side.
        foreach (var lone in new[] { "coverageDepth", "icon", "shortName" })
        {
            var before = new PropertyBagBuilder().Set(lone, 3).Set("name", "old").Build();
            foreach (var world in new[] { World(c => c.Set(lone, Scalar.Number(3)), _ => { }), World(_ => { }, c => c.Set(lone, Scalar.Number(3))) })
            {
                var agreed = Read(world, ItemKind.Camera, before);
                Assert.Equal(("3", "Gate", "true", ""), (agreed.TextOf(lone), agreed.TextOf("name"), agreed.TextOf("enabled"), agreed.TextOf("description")));
                Assert.NotNull(agreed["recordingStorage"]);
            }
        }
    }

    [Fact]
    public void The_last_value_of_all_may_be_one_sides_alone()
    {
        var before = new PropertyBagBuilder().Set("generalSettings[General].Z", "old").Build();
        foreach (var side in new[] { true, false })
        {
            var world = World(c => Settings(c, side), c => Settings(c, !side));
            Assert.Equal("old", Read(world, ItemKind.Settings, before, [SyncCategory.CameraGeneral]).TextOf("generalSettings[General].Z"));
        }

        static void Settings(CameraBuilder camera, bool hasLast)
        {
            camera.Setting("A", "1");
            if (hasLast)
            {
                camera.Setting("Z", "2");
            }
        }
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void A_fact_of_either_device_is_no_agreement_and_an_old_one_ends(bool onPrimary, bool onSecondary)
    {
        var fact = new SettingDefinition("Model", CanSet: false, "String", [], null, null);
        void With(CameraBuilder c, bool isFact)
        {
            c.Setting("Model", "P1").Setting("FPS", "5");
            if (isFact)
            {
                c.Definitions(("generalSettings.Model", fact));
            }
        }

        var before = new PropertyBagBuilder().Set("generalSettings[General].Model", "P1").Build();
        var agreed = Read(World(c => With(c, onPrimary), c => With(c, onSecondary)), ItemKind.Settings, before);
        Assert.Null(agreed["generalSettings[General].Model"]);
        Assert.NotNull(agreed["generalSettings[General].FPS"]);
    }

    [Fact]
    public void A_property_of_another_release_keeps_its_base()
        => Assert.Equal("x", Read(World(), ItemKind.Camera, new PropertyBagBuilder().Set("inventedIn2027", "x").Build()).TextOf("inventedIn2027"));

    [Fact]
    public void The_switch_of_a_member_decides_whether_its_base_is_kept_unseen()
    {
        var before = new PropertyBagBuilder().Set("stream[Gone].liveDefault", "true").Set("stream[Gone].name", "n").Set("stream[Gone].open", "o").Build();
        var rows = Read(World(), ItemKind.Streams, before, [SyncCategory.Streams]);
        Assert.Equal(("true", null, null), (rows.TextOf("stream[Gone].liveDefault"), rows.TextOf("stream[Gone].name"), rows.TextOf("stream[Gone].open")));
        var selection = Read(World(), ItemKind.Streams, before, [SyncCategory.StreamSelection]);
        Assert.Equal((null, "n", "o"), (selection.TextOf("stream[Gone].liveDefault"), selection.TextOf("stream[Gone].name"), selection.TextOf("stream[Gone].open")));
    }

    [Fact]
    public void A_list_counts_as_compared_only_where_the_switch_of_its_entries_is_on()
    {
        Assert.NotNull(Read(World(), ItemKind.Streams, categories: [SyncCategory.Streams])["stream[]"]);
        Assert.Null(Read(World(), ItemKind.Streams, categories: [SyncCategory.StreamSelection])["stream[]"]);
    }

    [Fact]
    public void An_entry_that_the_source_still_owes_is_owed_when_the_direction_turns()
    {
        var world = World(c => c.VideoStream("V1").VideoStream("V2").VideoStream("V3").Uses("V1").Uses("V3").Uses("V2"), c => c.VideoStream("V1").Uses("V1"));
        var first = Read(world, ItemKind.Streams);
        Assert.Equal("[[], [V2, V3]]", first["stream[]"]!.ToString());
        Assert.Equal("[[], [V2, V3]]", Read(world, ItemKind.Streams, first, target: Side.Primary)["stream[]"]!.ToString());
    }

    [Fact]
    public void Members_that_are_none_of_rmfs_business_are_neither_left_nor_owed()
    {
        var world = SyncWorld.OneToOne(r => r.Hardware("10.0.0.1", h => h.Camera(0, "Gate")), r => r.Hardware("10.0.0.1", h => h.Camera(0, "Gate")).Hardware("10.0.0.2", h => h.Camera(0, "Local")));
        static Item Group(SyncWorld world, Side side, params string[] cameras)
            => new(new ItemKey(world.Site(side).Site, ItemKind.CameraGroup, "g"), null, "g", PropertyBag.Empty.With("members", new ListValue([.. cameras.Select(c => (PropertyValue)new Reference(world.Item(side, ItemKind.Camera, c).Key))])));
        var reader = new LeafReader(world.Input().Translator(new Dictionary<ItemKey, string>()), SameNames.Instance, [SyncCategory.Groups], new PathPool());
        var agreed = new AgreementReader(reader, [SyncCategory.Groups], Side.Secondary).Read(Group(world, Side.Primary, "Gate"), Group(world, Side.Secondary, "Local"), null);
        Assert.Equal($"[[], [{world.Item(Side.Secondary, ItemKind.Camera, "Gate").Key.Id}]]", agreed["members[]"]!.ToString());
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
