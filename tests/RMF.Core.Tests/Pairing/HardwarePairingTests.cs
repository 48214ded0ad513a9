using RMF.Core.Inventory;
using RMF.Core.Pairing;
using RMF.Core.Planning;
using RMF.Testing.Worlds;

namespace RMF.Core.Tests.Pairing;

/// <summary>The order in which devices find each other: memory, MAC, address; names break ties.</summary>
public sealed class HardwarePairingTests
{
    private const string Mac1 = "00:40:8C:00:00:01";
    private const string Mac2 = "00:40:8C:00:00:02";

    [Fact]
    public void The_MAC_address_counts_before_the_address()
    {
        var pairs = Pair(
            r => r.Hardware("10.0.0.1", h => h.Named("one").Mac(Mac1)).Hardware("10.0.0.2", h => h.Named("two").Mac(Mac2)),
            r => r.Hardware("10.0.0.2", h => h.Named("uno").Mac(Mac1)).Hardware("10.0.0.1", h => h.Named("due").Mac(Mac2)));
        Assert.Equal(["one=uno Paired MAC", "two=due Paired MAC"], Text(pairs));
        Assert.Empty(pairs.Findings);
    }

    [Fact]
    public void The_address_counts_while_one_side_does_not_know_the_MAC()
    {
        var pairs = Pair(r => r.Hardware("10.0.0.1", h => h.Named("one").Mac(Mac1)), r => r.Hardware("10.0.0.1", h => h.Named("uno")));
        Assert.Equal(["one=uno Paired address"], Text(pairs));
    }

    [Fact]
    public void Another_port_is_another_address()
    {
        var pairs = Pair(r => r.Hardware("10.0.0.1", h => h.Named("one")), r => r.Hardware("10.0.0.1:81", h => h.Named("uno")));
        Assert.Empty(Text(pairs));
        Assert.Equal(["one MissingOnTarget", "uno OrphanOnTarget"], Findings(pairs));
    }

    [Fact]
    public void Missing_and_orphan_follow_the_direction()
    {
        var world = SyncWorld.OneToOne(r => r.Hardware("10.0.0.1", h => h.Named("one")), r => r.Hardware("10.0.0.2", h => h.Named("uno")));
        Assert.Equal(["one MissingOnTarget", "uno OrphanOnTarget"], Findings(world.Input(SyncWorld.Backup).Pairs));
        Assert.Equal(["one OrphanOnTarget", "uno MissingOnTarget"], Findings(world.Input(SyncWorld.Restore).Pairs));
    }

    [Fact]
    public void Another_known_MAC_at_the_same_address_is_the_pair_replaced()
    {
        var pairs = Pair(r => r.Hardware("10.0.0.1", h => h.Named("one").Mac(Mac1)), r => r.Hardware("10.0.0.1", h => h.Named("uno").Mac(Mac2)));
        Assert.Equal(["one=uno Replaced address"], Text(pairs));
    }

    [Fact]
    public void Devices_that_share_a_MAC_are_told_apart_by_address_and_then_by_name()
    {
        var pairs = Pair(
            r => r.Hardware("10.0.0.1", h => h.Named("one").Mac(Mac1)).Hardware("10.0.0.1:81", h => h.Named("two").Mac(Mac1)).Hardware("10.0.0.3", h => h.Named("three").Mac(Mac1)),
            r => r.Hardware("10.0.0.9", h => h.Named("three").Mac(Mac1)).Hardware("10.0.0.1:81", h => h.Named("due").Mac(Mac1)).Hardware("10.0.0.1", h => h.Named("uno").Mac(Mac1)));
        Assert.Equal(["one=uno Paired MAC and address", "three=three Paired MAC and name", "two=due Paired MAC and address"], Text(pairs));
    }

    [Fact]
    public void Names_break_ties_by_the_naming_pattern()
    {
        var options = SyncWorld.Backup with { Naming = new SuffixNaming(" (B)") };
        var pairs = Pair(
            r => r.Hardware("10.0.0.1", h => h.Named("one").Mac(Mac1)).Hardware("10.0.0.2", h => h.Named("two").Mac(Mac1)),
            r => r.Hardware("10.0.0.8", h => h.Named("two (B)").Mac(Mac1)).Hardware("10.0.0.9", h => h.Named("one (B)").Mac(Mac1)),
            options);
        Assert.Equal(["one=one (B) Paired MAC and name", "two=two (B) Paired MAC and name"], Text(pairs));
    }

    [Fact]
    public void What_nothing_tells_apart_is_ambiguous_and_not_paired_by_anything_weaker()
    {
        var pairs = Pair(
            r => r.Hardware("10.0.0.1", h => h.Named("same").Mac(Mac1)).Hardware("10.0.0.2", h => h.Named("same").Mac(Mac1)),
            r => r.Hardware("10.0.0.8", h => h.Named("same").Mac(Mac1)));
        Assert.Empty(Text(pairs));
        Assert.Equal(["same Ambiguous", "same Ambiguous", "same Ambiguous"], Findings(pairs));
        Assert.Contains("2 primary and 1 secondary device share the MAC 00408C000001", pairs.Findings[0].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_duplicate_that_is_left_over_is_an_orphan()
    {
        var pairs = Pair(
            r => r.Hardware("10.0.0.1", h => h.Named("one").Mac(Mac1)),
            r => r.Hardware("10.0.0.1", h => h.Named("uno").Mac(Mac1)).Hardware("10.0.0.2", h => h.Named("duplicate").Mac(Mac1)));
        Assert.Equal(["one=uno Paired MAC and address"], Text(pairs));
        Assert.Equal(["duplicate OrphanOnTarget"], Findings(pairs));
    }

    [Fact]
    public void A_device_without_an_identity_has_no_pair()
    {
        var pairs = Pair(r => r.Hardware(" ", h => h.Named("same")), r => r.Hardware(" ", h => h.Named("same")));
        Assert.Equal(["same MissingOnTarget", "same OrphanOnTarget"], Findings(pairs));
    }

    [Fact]
    public void A_remembered_pair_holds_when_MAC_and_address_point_elsewhere()
    {
        var world = SyncWorld.OneToOne(
            r => r.Hardware("10.0.0.1", h => h.Named("one")).Hardware("10.0.0.2", h => h.Named("two")),
            r => r.Hardware("10.0.0.1", h => h.Named("uno")).Hardware("10.0.0.2", h => h.Named("due"))).Remember();
        world = world.Set(Side.Primary, ItemKind.Hardware, "one", "address", "http://10.0.0.2/").Set(Side.Primary, ItemKind.Hardware, "two", "address", "http://10.0.0.1/");
        Assert.Equal(["one=uno Replaced memory, address changed", "two=due Replaced memory, address changed"], Text(world.Input().Pairs));
    }

    [Theory]
    [InlineData(Side.Primary)]
    [InlineData(Side.Secondary)]
    public void A_device_that_was_exchanged_on_one_side_is_replaced_until_the_other_follows(Side first)
    {
        var other = first.Other();
        var world = SyncWorld.OneToOne(r => r.Hardware("10.0.0.1", h => h.Named("one").Mac(Mac1)), r => r.Hardware("10.0.0.1", h => h.Named("one").Mac(Mac1))).Remember();
        Assert.Equal(["one=one Paired memory"], Text(world.Input().Pairs));

        world = Exchange(world, first);
        Assert.Equal(["one=one Replaced memory, MAC differs"], Text(world.Input().Pairs));

        world = Exchange(world, other);
        Assert.Equal(["one=one Paired memory"], Text(world.Input().Pairs));
    }

    [Fact]
    public void A_MAC_that_changed_while_the_other_side_knows_none_is_another_device()
    {
        var world = SyncWorld.OneToOne(r => r.Hardware("10.0.0.1", h => h.Named("one").Mac(Mac1)), r => r.Hardware("10.0.0.1", h => h.Named("one"))).Remember();
        Assert.Equal(["one=one Replaced memory, MAC changed"], Text(Exchange(world, Side.Primary).Input().Pairs));
    }

    [Fact]
    public void A_new_driver_on_one_side_is_another_device()
    {
        var world = SyncWorld.OneToOne(r => r.Drivers("6").Hardware("10.0.0.1", h => h.Named("one")), r => r.Hardware("10.0.0.1", h => h.Named("one"))).Remember();
        var driver = world.Item(Side.Primary, ItemKind.HardwareDriver, "Driver 6").Key;
        world = world.Set(Side.Primary, ItemKind.Hardware, "one", "hardwareDriverPath", new Reference(driver));
        Assert.Equal(["one=one Replaced memory, driver changed"], Text(world.Input().Pairs));
    }

    [Fact]
    public void Two_new_addresses_of_one_known_device_are_two_ways_to_it()
    {
        var world = SyncWorld.OneToOne(r => r.Hardware("10.0.0.1", h => h.Named("one").Mac(Mac1)), r => r.Hardware("192.168.0.1", h => h.Named("one").Mac(Mac1))).Remember();
        world = world.Set(Side.Primary, ItemKind.Hardware, "one", "address", "http://10.0.0.2/");
        Assert.Equal(["one=one Replaced memory, address changed"], Text(world.Input().Pairs));
        world = world.Set(Side.Secondary, ItemKind.Hardware, "one", "address", "http://192.168.0.2/");
        Assert.Equal(["one=one Paired memory"], Text(world.Input().Pairs));
    }

    [Fact]
    public void Two_new_addresses_of_a_device_that_both_reached_by_one_are_a_change_that_is_not_followed_yet()
    {
        var world = SyncWorld.OneToOne(r => r.Hardware("10.0.0.1", h => h.Named("one").Mac(Mac1)), r => r.Hardware("10.0.0.1", h => h.Named("one").Mac(Mac1))).Remember();
        world = world.Set(Side.Primary, ItemKind.Hardware, "one", "address", "http://10.0.0.3/").Set(Side.Secondary, ItemKind.Hardware, "one", "address", "http://10.0.0.2/");
        Assert.Equal(["one=one Replaced memory, address changed"], Text(world.Input().Pairs));
        Assert.Equal(["one=one Paired memory"], Text(world.Set(Side.Secondary, ItemKind.Hardware, "one", "address", "http://10.0.0.3/").Input().Pairs));
    }

    [Fact]
    public void Cameras_pair_by_channel_whatever_their_names()
    {
        var pairs = Pair(
            r => r.Hardware("10.0.0.1", h => h.Camera(0, "a").Camera(1, "b").Camera(2, "c")),
            r => r.Hardware("10.0.0.1", h => h.Camera(1, "x").Camera(0, "y").Camera(3, "z")));
        Assert.Equal(["a=y Paired channel 0", "b=x Paired channel 1"], Text(pairs, ItemKind.Camera));
        Assert.Equal(["c MissingOnTarget", "z OrphanOnTarget"], Findings(pairs));
    }

    [Fact]
    public void Cameras_that_share_a_channel_are_ambiguous_and_none_is_lost()
    {
        var pairs = Pair(
            r => r.Hardware("10.0.0.1", h => h.Camera(0, "a")),
            r => r.Hardware("10.0.0.1", h => h.Camera(0, "x").Camera(0, "y")));
        Assert.Empty(Text(pairs, ItemKind.Camera));
        Assert.Equal(["a Ambiguous", "x Ambiguous", "y Ambiguous"], Findings(pairs));
    }

    [Fact]
    public void Devices_of_recorders_that_no_link_names_are_nobodys()
    {
        var world = SyncWorld.Of(
            new SiteBuilder("a").Recorder("REC-A1", r => r.Hardware("10.0.0.1")).Recorder("REC-A2", r => r.Hardware("10.0.0.2")),
            new SiteBuilder("b").Recorder("REC-B1", r => r.Hardware("10.0.0.1").Hardware("10.0.0.2"))).Link("REC-A1", "REC-B1");
        Assert.Equal(["10.0.0.1=10.0.0.1 Paired address"], Text(world.Input().Pairs));
        Assert.Equal(["10.0.0.2 OrphanOnTarget"], Findings(world.Input().Pairs));
    }

    [Fact]
    public void One_secondary_pairs_with_the_devices_of_all_its_primaries()
    {
        var world = SyncWorld.Of(
            new SiteBuilder("a").Recorder("REC-A1", r => r.Hardware("10.0.0.1")).Recorder("REC-A2", r => r.Hardware("10.0.0.2")),
            new SiteBuilder("b").Recorder("REC-B1", r => r.Hardware("10.0.0.2").Hardware("10.0.0.1"))).Link("REC-A1", "REC-B1").Link("REC-A2", "REC-B1");
        Assert.Equal(2, world.Input().Pairs.OfKind(ItemKind.Hardware).Count);
    }

    private static Correspondence Pair(Action<RecorderBuilder> primary, Action<RecorderBuilder> secondary, PlanningOptions? options = null)
        => SyncWorld.OneToOne(primary, secondary).Input(options).Pairs;

    private static SyncWorld Exchange(SyncWorld world, Side side)
    {
        var hardware = world.Item(side, ItemKind.Hardware, "one");
        var settings = world.Site(side).Find(hardware.Key.Part(ItemKind.HardwareDriverSettings))!;
        return world.With(side, world.Site(side).With([settings with { Properties = settings.Properties.With("macAddress", Scalar.Text(Mac2)) }]));
    }

    private static IEnumerable<string> Text(Correspondence pairs, ItemKind kind = ItemKind.Hardware)
        => pairs.OfKind(kind).Select(p => $"{p.Primary.Name}={p.Secondary.Name} {p.State} {p.By}").Order(StringComparer.Ordinal);

    private static IEnumerable<string> Findings(Correspondence pairs)
        => pairs.Findings.Select(f => $"{f.Item.Name} {f.State}").Order(StringComparer.Ordinal);
}
