using RMF.Core.Inventory;
using RMF.Core.Pairing;
using RMF.Core.Planning;
using RMF.Testing;
using RMF.Testing.Worlds;

namespace RMF.Core.Tests.Planning.Lifecycle;

/// <summary>Another device stands behind the source's hardware: the target follows, or the plan says why not.</summary>
public sealed class ReplacementTests
{
    [Fact]
    public void Another_device_is_replaced_and_all_its_values_are_written_anew()
        => Approved.Matches(Yard.New().OtherMac().Lines(), "replaced.txt");

    [Fact]
    public void Another_driver_is_named_and_nothing_else_of_the_task()
    {
        var world = OtherDriver(Yard.New(), "6");
        var replace = world.Plan(Yard.All).Changes[0];
        Assert.Equal((ChangeAction.Replace, WriteMethod.Task, "memory, driver changed"), (replace.Action, replace.Method, replace.Detail));
        var driver = Assert.Single(replace.Properties);
        Assert.Equal(("hardwareDriverPath", new NamedReference(ItemKind.HardwareDriver, "6"), ChangeReason.DeviceReplaced), (driver.Path, (NamedReference)driver.After!, driver.Reason));
        Assert.Equal(new Reference(world.Secondary.OfKind(ItemKind.HardwareDriver).First(d => d.Name == "Driver 5").Key), driver.Before);
    }

    [Fact]
    public void Another_device_at_another_address_is_replaced_with_its_address()
    {
        var replace = Yard.New().OtherMac().OtherAddress(Side.Primary, "10.0.0.9:81").Plan(Yard.All).Changes[0];
        Assert.Equal(["address: http://10.0.0.1/ -> http://10.0.0.9:81/"], replace.Properties.Select(p => $"{p.Path}: {p.Before} -> {p.After}"));
    }

    [Fact]
    public void The_address_alone_is_written_and_the_other_values_are_compared_as_ever()
    {
        var world = Yard.New().OtherAddress(Side.Primary, "10.0.0.9").Set(Side.Primary, ItemKind.Camera, "Crane cam", "description", "new");
        Assert.Equal(
            """
            Replace secondary/REC-B1/10.0.0.1#replace
              at secondary/REC-B1/10.0.0.1
              Hardware 'Crane', DeviceReplaced: a/Crane -> b/Crane
              stage Lifecycle by Patch on b/REC-B1
              says: memory, address changed
                address: 'http://10.0.0.1/' -> 'http://10.0.0.9/', DeviceReplaced
            Update secondary/REC-B1/10.0.0.1/camera[0]
              Camera 'Crane cam', SourceChanged: a/Crane cam -> b/Crane cam
              stage Device by Patch on b/REC-B1
              after secondary/REC-B1/10.0.0.1#replace
                description: '' -> 'new', SourceChanged, agreed on ''

            """,
            world.Lines());
    }

    [Fact]
    public void An_address_that_is_only_spelled_otherwise_is_no_new_one()
        => Assert.Empty(Yard.New().OtherMac().Set(Side.Secondary, ItemKind.Hardware, "Crane", "address", "10.0.0.1:80").Plan(Yard.All).Changes[0].Properties);

    [Fact]
    public void Where_the_sides_had_addresses_of_their_own_a_new_one_is_not_copied()
    {
        var own = Yard.New(w => w.OtherAddress(Side.Secondary, "192.168.0.1"));
        Assert.Equal(Refused("memory, address changed", "the two sides reach it by addresses of their own, so the new one is not known here", "192.168.0.1"), own.OtherAddress(Side.Primary, "10.0.0.9").Lines());
        Assert.Empty(own.OtherMac().OtherAddress(Side.Primary, "10.0.0.9").Plan(Yard.All).Changes[0].Properties);
    }

    [Theory]
    [InlineData(Side.Primary)]
    [InlineData(Side.Secondary)]
    public void Where_a_side_was_never_seen_to_have_an_address_the_new_one_is_copied(Side side)
    {
        var unread = Yard.New(w => w.Set(side, ItemKind.Hardware, "Crane", "address", "not an address"));
        var replace = unread.OtherMac().OtherAddress(Side.Primary, "10.0.0.9").Plan(Yard.All).Changes[0];
        Assert.Equal((ChangeAction.Replace, "http://10.0.0.9/"), (replace.Action, Assert.Single(replace.Properties).After!.ToString()));
    }

    [Theory]
    [InlineData(ConflictRule.Refuse)]
    [InlineData(ConflictRule.TargetWins)]
    [InlineData(ConflictRule.SourceWins)]
    public void Two_new_addresses_in_place_of_one_are_a_conflict(ConflictRule rule)
    {
        var world = Yard.New().OtherAddress(Side.Primary, "10.0.0.9").OtherAddress(Side.Secondary, "10.0.0.8");
        var change = world.Plan(Yard.All with { Conflicts = rule }).Changes[0];
        Assert.Equal(rule == ConflictRule.SourceWins ? ChangeAction.Replace : ChangeAction.Unsupported, change.Action);
        Assert.Equal(rule == ConflictRule.SourceWins ? ["http://10.0.0.9/"] : [], change.Properties.Select(p => p.After!.ToString()));
        Assert.Equal(rule != ConflictRule.SourceWins, change.Detail!.Contains("both sides changed its address since they agreed", StringComparison.Ordinal));
    }

    [Fact]
    public void With_the_switch_off_it_is_said_and_nothing_of_the_device_is_compared_or_remembered()
    {
        var world = Yard.New().OtherMac().Set(Side.Primary, ItemKind.Camera, "Crane cam", "description", "new");
        Assert.Equal(Refused("memory, MAC differs", "lifecycle.replace is off in the policy"), world.Lines(Yard.Default));
        Assert.DoesNotContain(world.Plan(Yard.Default).Changes, c => c.Action == ChangeAction.Adopt);
    }

    [Fact]
    public void At_first_sight_nothing_is_replaced()
        => Assert.Contains(
            "another device answers now (address); the two were never one pair, and nothing is replaced at first sight",
            (Yard.New().OtherMac() with { Memory = PairMemory.Empty }).Lines(),
            StringComparison.Ordinal);

    [Theory]
    [InlineData(Ownership.Adopted, true, true)]
    [InlineData(Ownership.Created, true, true)]
    [InlineData(Ownership.None, true, false)]
    [InlineData(Ownership.Adopted, false, false)]
    public void A_new_object_takes_the_place_of_a_deleted_one_where_the_targets_was_ours(Ownership ownership, bool isGone, bool replaces)
    {
        var world = Yard.New().OtherMac();
        var deleted = new ItemKey("a", ItemKind.Hardware, "deleted");
        var known = world.Remembered("Crane") with { Primary = deleted, Ownership = ownership };
        world = world with { Memory = new PairMemory([known]) };
        var plan = new Planner(world.Input(Yard.All) with { Gone = isGone ? [deleted] : [] }, Yard.All).Plan();
        Assert.Equal(replaces, plan.Changes.Any(c => c.Action == ChangeAction.Replace));
        Assert.NotEqual(replaces, plan.Changes.Any(c => c.Detail?.Contains("never one pair", StringComparison.Ordinal) == true));
    }

    [Fact]
    public void Channels_that_the_new_device_lacks_are_switched_off_first_and_the_server_takes_them_away()
        => Approved.Matches(Surplus().Lines(Yard.All with { Categories = [] }), "replaced-with-fewer-channels.txt");

    [Fact]
    public void The_address_alone_takes_no_channel_away()
        => Assert.DoesNotContain(Surplus(Yard.New().OtherAddress(Side.Primary, "10.0.0.9")).Plan(Yard.All).Changes, c => c.Id.EndsWith("#disable", StringComparison.Ordinal));

    [Fact]
    public void Where_a_surplus_camera_is_not_managed_nothing_is_replaced()
    {
        var options = Yard.All with { Managed = new OnlyCameras("Crane cam", "Mast cam") };
        Assert.Equal(Refused("memory, MAC differs", "the new device lacks the channel of 'Second', which the policy does not manage"), Surplus().Lines(options));
    }

    [Fact]
    public void Channels_of_a_kind_that_the_source_did_not_tell_in_full_are_not_surplus()
    {
        var world = Surplus();
        var partial = world.With(Side.Primary, Part(world.Primary, ItemKind.Microphone, PartState.Partial));
        Assert.Equal(["Second"], Disabled(partial));
        Assert.Equal(["Crane mic", "Second"], Disabled(world));
        static List<string> Disabled(SyncWorld world) => [.. world.Plan(Yard.All).Changes.Where(c => c.Id.EndsWith("#disable", StringComparison.Ordinal)).Select(c => c.Name).Order(StringComparer.Ordinal)];
    }

    [Fact]
    public void A_driver_that_the_target_lacks_is_said_unless_its_drivers_are_not_known()
    {
        var world = OtherDriver(Yard.New(), "6");
        var without = world.With(Side.Secondary, Without(world.Secondary, i => i.Key.Kind == ItemKind.HardwareDriver && i.Name == "Driver 6" && i.Parent == world.Item(Side.Secondary, ItemKind.RecordingServer, "REC-B1").Key));
        Assert.Equal(Refused("memory, driver changed", "recording server 'REC-B1' has no driver with number 6; install the same device pack there"), without.Lines());
        var partial = without.With(Side.Secondary, Part(without.Secondary, ItemKind.HardwareDriver, PartState.Partial));
        Assert.Equal(ChangeAction.Replace, partial.Plan(Yard.All).Changes[0].Action);
    }

    [Fact]
    public void A_restore_replaces_the_primarys_device()
    {
        var world = Yard.New().Set(Side.Secondary, ItemKind.HardwareDriverSettings, "Crane", "macAddress", "00408C0000FF");
        var replace = world.Plan(Yard.Restore).Changes[0];
        Assert.Equal(("primary/REC-A1/10.0.0.1#replace", ChangeAction.Replace, "a"), (replace.Id, replace.Action, replace.Site));
    }

    /// <summary>The source's device has its first camera alone; the target's has a second camera, a microphone, and a camera that is off already.</summary>
    private static SyncWorld Surplus(SyncWorld? world = null)
    {
        world ??= Yard.New().OtherMac();
        var camera = world.Item(Side.Secondary, ItemKind.Camera, "Crane cam");
        var second = camera with { Key = camera.Key with { Id = "second" }, Name = "Second", Properties = camera.Properties.With("channel", Scalar.Number(1)).With("name", Scalar.Text("Second")) };
        var off = second with { Key = camera.Key with { Id = "off" }, Name = "Off", Properties = second.Properties.With("channel", Scalar.Number(2)).With("enabled", Scalar.False) };
        world = world.With(Side.Secondary, world.Secondary.With([second, off]));
        return world.With(Side.Primary, Without(world.Primary, i => i.Key.Kind is ItemKind.Microphone or ItemKind.MicrophoneSettings));
    }

    private static SyncWorld OtherDriver(SyncWorld world, string number)
        => world.Set(Side.Primary, ItemKind.Hardware, "Crane", "hardwareDriverPath", new Reference(world.Primary.OfKind(ItemKind.HardwareDriver).First(d => d.Name == "Driver " + number).Key));

    private static SiteSnapshot Without(SiteSnapshot site, Func<Item, bool> goes) => new(site.Site, site.Version, site.TakenAt, [.. site.Items.Where(i => !goes(i))], site.Parts);

    private static SiteSnapshot Part(SiteSnapshot site, ItemKind kind, PartState state)
        => new(site.Site, site.Version, site.TakenAt, [.. site.Items], site.Parts.Select(p => p.Kind == kind ? p with { State = state, Reason = "page 2 failed" } : p));

    private static string Refused(string by, string why, string address = "10.0.0.1") =>
        $"""
        Unsupported secondary/REC-B1/{address}#replaced
          at secondary/REC-B1/{address}
          Hardware 'Crane', DeviceReplaced: a/Crane -> b/Crane
          stage Lifecycle by None on b/REC-B1
          says: another device answers now ({by}); {why}; its configuration is not compared until it is replaced on the target as well

        """;
}
