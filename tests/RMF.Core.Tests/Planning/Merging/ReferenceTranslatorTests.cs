using RMF.Core.Inventory;
using RMF.Core.Pairing;
using RMF.Core.Planning;
using RMF.Core.Planning.Merging;
using RMF.Testing.Worlds;

namespace RMF.Core.Tests.Planning.Merging;

/// <summary>Two primary recorders on one secondary; three primary storages on two secondary ones.</summary>
public sealed class ReferenceTranslatorTests
{
    private static readonly SyncWorld World = SyncWorld.Of(
        new SiteBuilder("a")
            .Recorder("REC-A1", r => r.Storage("Short", isDefault: true).Storage("Long").Storage("Extra").Hardware("10.0.0.1", h => h.Camera(0, "One")))
            .Recorder("REC-A2", r => r.Storage("Other", isDefault: true).Hardware("10.0.0.2", h => h.Camera(0, "Two")))
            .Recorder("REC-A3", r => r.Storage("Unlinked", isDefault: true)),
        new SiteBuilder("b")
            .Recorder("REC-B1", r => r.Storage("Standby", isDefault: true).Storage("Deep").Storage("Spare").Hardware("10.0.0.1", h => h.Camera(0, "One")))
            .Recorder("REC-B2", r => r.Storage("Foreign", isDefault: true)))
        .Link("REC-A1", "REC-B1", ("Long", "Deep"), ("Extra", "Deep"))
        .Link("REC-A2", "REC-B1", ("Other", "Foreign"));

    private static readonly PlanningInput Input = World.Input();

    private static readonly ReferenceTranslator Translator = Input.Translator(new Dictionary<ItemKey, string>());

    [Theory]
    [InlineData("Long", "Deep")]
    [InlineData("Extra", "Deep")]
    [InlineData("Short", "Standby")]
    [InlineData("Other", "Foreign")]
    public void A_primary_storage_has_one_secondary_storage(string primary, string secondary)
        => Assert.Equal(Storage(Side.Secondary, secondary), Translator.ToCanonical(Side.Primary, Storage(Side.Primary, primary)));

    [Fact]
    public void A_storage_of_a_recorder_without_a_link_has_no_counterpart()
        => Assert.Null(Translator.ToCanonical(Side.Primary, Storage(Side.Primary, "Unlinked")));

    [Fact]
    public void A_secondary_reference_is_canonical_as_it_is()
        => Assert.Equal(Storage(Side.Secondary, "Spare"), Translator.ToCanonical(Side.Secondary, Storage(Side.Secondary, "Spare")));

    [Fact]
    public void A_storage_is_written_on_the_recorder_that_owns_it()
        => Assert.Equal(Storage(Side.Secondary, "Deep"), Translator.ToSide(Side.Secondary, Storage(Side.Secondary, "Deep"), Recorder(Side.Secondary, "REC-B1")));

    [Fact]
    public void A_storage_of_another_recorder_is_never_written_though_a_link_names_it()
        => Assert.Null(Translator.ToSide(Side.Secondary, Storage(Side.Secondary, "Foreign"), Recorder(Side.Secondary, "REC-B1")));

    [Theory]
    [InlineData("REC-A1", "Standby", "Short")]
    [InlineData("REC-A1", "Deep", "Extra")]
    [InlineData("REC-A2", "Foreign", "Other")]
    public void A_restore_writes_a_storage_of_the_target_recorder(string recorder, string secondary, string primary)
        => Assert.Equal(Storage(Side.Primary, primary), Translator.ToSide(Side.Primary, Storage(Side.Secondary, secondary), Recorder(Side.Primary, recorder)));

    [Theory]
    [InlineData("REC-A1", "Spare")]
    [InlineData("REC-A2", "Deep")]
    [InlineData("REC-A2", "Standby")]
    public void A_secondary_storage_that_nothing_leads_to_has_no_counterpart(string recorder, string secondary)
        => Assert.Null(Translator.ToSide(Side.Primary, Storage(Side.Secondary, secondary), Recorder(Side.Primary, recorder)));

    [Fact]
    public void Where_several_fit_the_default_storage_comes_first()
    {
        var world = SyncWorld.Of(
            new SiteBuilder("a").Recorder("REC-A1", r => r.Storage("Alpha").Storage("Zulu", isDefault: true)),
            new SiteBuilder("b").Recorder("REC-B1", r => r.Storage("Standby", isDefault: true))).Link("REC-A1", "REC-B1");
        var input = world.Input();
        var found = input.Translator(new Dictionary<ItemKey, string>()).ToSide(
            Side.Primary, new Reference(world.Item(Side.Secondary, ItemKind.Storage, "Standby").Key), world.Item(Side.Primary, ItemKind.RecordingServer, "REC-A1").Key);
        Assert.Equal(new Reference(world.Item(Side.Primary, ItemKind.Storage, "Zulu").Key), found);
    }

    [Fact]
    public void Streams_and_drivers_are_named_by_what_means_the_same_on_both_sides()
    {
        Assert.Equal(new NamedReference(ItemKind.DeviceStream, "Video stream 1"), Translator.ToCanonical(Side.Primary, Stream(Side.Primary)));
        Assert.Equal(new NamedReference(ItemKind.DeviceStream, "Video stream 1"), Translator.ToCanonical(Side.Secondary, Stream(Side.Secondary)));
        var driver = new Reference(World.Primary.OfKind(ItemKind.HardwareDriver)[0].Key);
        Assert.Equal(new NamedReference(ItemKind.HardwareDriver, "5"), Translator.ToCanonical(Side.Primary, driver));
        Assert.Equal(new NamedReference(ItemKind.HardwareDriver, "5"), Translator.ToSide(Side.Secondary, new NamedReference(ItemKind.HardwareDriver, "5"), Recorder(Side.Secondary, "REC-B1")));
    }

    [Fact]
    public void A_stream_that_is_not_there_has_no_name()
        => Assert.Null(Translator.ToCanonical(Side.Primary, new Reference(new ItemKey("a", ItemKind.DeviceStream, "gone"))));

    [Fact]
    public void A_name_is_looked_up_among_the_streams_of_the_target_device()
    {
        var holder = World.Secondary.Find(World.Item(Side.Secondary, ItemKind.Camera, "One").Key.Part(ItemKind.Streams))!;
        Assert.False(Translator.IsMissing(Side.Secondary, new NamedReference(ItemKind.DeviceStream, "Video stream 1"), holder));
        Assert.True(Translator.IsMissing(Side.Secondary, new NamedReference(ItemKind.DeviceStream, "Video stream 2"), holder));
        Assert.False(Translator.IsMissing(Side.Secondary, new NamedReference(ItemKind.HardwareDriver, "99"), holder));
    }

    [Fact]
    public void Items_are_translated_through_their_pairs()
    {
        var primary = new Reference(World.Item(Side.Primary, ItemKind.Camera, "One").Key);
        var secondary = new Reference(World.Item(Side.Secondary, ItemKind.Camera, "One").Key);
        Assert.Equal(secondary, Translator.ToCanonical(Side.Primary, primary));
        Assert.Equal(primary, Translator.ToSide(Side.Primary, secondary, Recorder(Side.Primary, "REC-A1")));
        Assert.Equal(secondary, Translator.ToSide(Side.Secondary, secondary, Recorder(Side.Secondary, "REC-B1")));
    }

    [Fact]
    public void What_the_plan_creates_is_pending_by_its_address_and_the_rest_has_no_counterpart()
    {
        var alone = World.Item(Side.Primary, ItemKind.Camera, "Two").Key;
        Assert.Null(Translator.ToCanonical(Side.Primary, new Reference(alone)));
        var pending = Input.Translator(new Dictionary<ItemKey, string> { [alone] = "secondary/REC-B1/10.0.0.2/camera[0]" });
        Assert.Equal(new PendingReference("secondary/REC-B1/10.0.0.2/camera[0]"), pending.ToCanonical(Side.Primary, new Reference(alone)));
    }

    [Fact]
    public void Each_side_has_streams_of_its_own()
    {
        var world = SyncWorld.OneToOne(r => r.Hardware("10.0.0.1", h => h.Camera(0, "Gate", c => c.VideoStream("Left"))), r => r.Hardware("10.0.0.1", h => h.Camera(0, "Gate", c => c.VideoStream("Right"))));
        var translator = world.Input().Translator(new Dictionary<ItemKey, string>());
        foreach (var (side, name) in new[] { (Side.Primary, "Left"), (Side.Secondary, "Right") })
        {
            // The holder may be the part or the camera itself.
            var camera = world.Item(side, ItemKind.Camera, "Gate");
            foreach (var holder in new[] { camera, world.Site(side).Find(camera.Key.Part(ItemKind.Streams))! })
            {
                Assert.False(translator.IsMissing(side, new NamedReference(ItemKind.DeviceStream, name), holder));
                Assert.True(translator.IsMissing(side, new NamedReference(ItemKind.DeviceStream, name == "Left" ? "Right" : "Left"), holder));
            }
        }
    }

    [Fact]
    public void What_was_read_with_the_sides_counts_before_what_is_found_later()
    {
        var stream = Stream(Side.Primary);
        var later = new Item(stream.Target, null, "renamed", PropertyBag.Empty);
        Assert.Equal(new NamedReference(ItemKind.DeviceStream, "Video stream 1"), Input.Translator(new Dictionary<ItemKey, string>(), _ => later).ToCanonical(Side.Primary, stream));
        var gone = new Reference(new ItemKey("a", ItemKind.DeviceStream, "gone"));
        Assert.Equal(new NamedReference(ItemKind.DeviceStream, "renamed"), Input.Translator(new Dictionary<ItemKey, string>(), k => k == gone.Target ? later : null).ToCanonical(Side.Primary, gone));
    }

    [Fact]
    public void Where_devices_are_mapped_one_by_one_the_storage_follows_the_devices_own_link()
    {
        var world = SyncWorld.Of(
            new SiteBuilder("a").Recorder("REC-A1", r => r.Storage("Short", isDefault: true).Hardware("10.0.0.1", h => h.Camera(0, "One")).Hardware("10.0.0.2", h => h.Camera(0, "Two")).Hardware("10.0.0.3", h => h.Camera(0, "Three"))),
            new SiteBuilder("b").Recorder("REC-B1", r => r.Storage("Standby", isDefault: true)).Recorder("REC-B2", r => r.Storage("Deep", isDefault: true)));
        var (first, second) = (world.Link("REC-A1", "REC-B1").Links[0], world.Link("REC-A1", "REC-B2").Links[0]);
        ItemKey HardwareOf(string camera) => world.Item(Side.Primary, ItemKind.Camera, camera).Parent!.Value;
        var topology = Topology.Manual(new Dictionary<ItemKey, RecorderLink> { [HardwareOf("One")] = first, [HardwareOf("Two")] = second });
        var input = (world with { Links = [first, second with { Primary = new ItemKey("a", ItemKind.RecordingServer, "none") }] }).Input() with { Topology = topology };
        var translator = input.Translator(new Dictionary<ItemKey, string>());
        var stored = new Reference(world.Item(Side.Primary, ItemKind.Storage, "Short").Key);
        PropertyValue? Of(ItemKey? holder) => translator.ToCanonical(Side.Primary, stored, holder);
        Reference Named(string storage) => new(world.Item(Side.Secondary, ItemKind.Storage, storage).Key);
        Assert.Equal(Named("Standby"), Of(world.Item(Side.Primary, ItemKind.Camera, "One").Key));
        Assert.Equal(Named("Deep"), Of(world.Item(Side.Primary, ItemKind.Camera, "Two").Key));
        Assert.Equal(Named("Deep"), Of(HardwareOf("Two")));
        Assert.Equal(Named("Deep"), Of(world.Item(Side.Primary, ItemKind.Camera, "Two").Key.Part(ItemKind.Streams)));
        Assert.Null(Of(world.Item(Side.Primary, ItemKind.Camera, "Three").Key));
        Assert.Null(Of(new ItemKey("a", ItemKind.Camera, "unknown")));
        Assert.Equal(Named("Standby"), Of(null));
    }

    private static Reference Storage(Side side, string name) => new(World.Item(side, ItemKind.Storage, name).Key);

    private static Reference Stream(Side side) => new(World.Site(side).OfKind(ItemKind.DeviceStream)[0].Key);

    private static ItemKey Recorder(Side side, string name) => World.Item(side, ItemKind.RecordingServer, name).Key;
}
