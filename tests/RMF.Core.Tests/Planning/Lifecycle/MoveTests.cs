using RMF.Core.Inventory;
using RMF.Core.Pairing;
using RMF.Core.Planning;
using RMF.Testing;
using RMF.Testing.Worlds;

namespace RMF.Core.Tests.Planning.Lifecycle;

/// <summary>The source's hardware hangs on another recording server: the target's follows, or the plan says why not.</summary>
public sealed class MoveTests
{
    [Fact]
    public void The_targets_hardware_moves_to_the_linked_recording_server_and_its_values_wait_for_that()
        => Approved.Matches(Yard.New().Moved(Side.Primary, "REC-A2").Set(Side.Primary, ItemKind.Camera, "Crane cam", "description", "new").Lines(), "moved.txt");

    [Fact]
    public void A_device_that_was_replaced_and_moved_is_replaced_where_it_stands_and_moved_then()
        => Approved.Matches(Yard.New().OtherMac().Moved(Side.Primary, "REC-A2").Lines(Yard.All with { Categories = [RMF.Core.Kinds.SyncCategory.Hardware] }), "replaced-and-moved.txt");

    [Fact]
    public void A_new_address_and_a_move_are_two_steps_and_the_values_wait_for_both()
    {
        var world = Yard.New().OtherAddress(Side.Primary, "10.0.0.9").Moved(Side.Primary, "REC-A2").Set(Side.Primary, ItemKind.Hardware, "Crane", "description", "new");
        var changes = world.Plan(Yard.All).Changes;
        Assert.Equal([Yard.Crane + "#replace", Yard.Crane + "#move", Yard.Crane], changes.Take(3).Select(c => c.Id));
        Assert.Equal([Yard.Crane + "#replace"], changes[1].DependsOn);
        Assert.Equal([Yard.Crane + "#replace", Yard.Crane + "#move"], changes[2].DependsOn);
    }

    [Fact]
    public void With_the_switch_off_it_is_said_and_the_values_are_compared_where_it_stands()
    {
        var world = Yard.New().Moved(Side.Primary, "REC-A2").Set(Side.Primary, ItemKind.Hardware, "Crane", "description", "new");
        Assert.Equal(
            """
            Unsupported secondary/REC-B1/10.0.0.1#moved
              at secondary/REC-B1/10.0.0.1
              Hardware 'Crane', DeviceMoved: a/Crane -> b/Crane
              stage Lifecycle by None on b/REC-B1
              says: the primary device hangs on recording server 'REC-A2' now, this one on 'REC-B1'; lifecycle.move is off in the policy
            Update secondary/REC-B1/10.0.0.1
              Hardware 'Crane', SourceChanged: a/Crane -> b/Crane
              stage Hardware by Patch on b/REC-B1
                description: '' -> 'new', SourceChanged, agreed on ''

            """,
            PlanLines.Of(world, world.Plan(Yard.Default with { Categories = [RMF.Core.Kinds.SyncCategory.Hardware] })));
    }

    [Fact]
    public void In_mode_manual_nothing_is_moved()
        => Assert.Contains("; in mode manual nothing is moved\n", Yard.New().Moved(Side.Primary, "REC-A2").Lines(Yard.All with { IsManual = true }), StringComparison.Ordinal);

    [Fact]
    public void A_device_that_the_policy_maps_elsewhere_is_not_moved_either()
    {
        var world = Yard.New();
        var crane = world.Item(Side.Primary, ItemKind.Hardware, "Crane").Key;
        var elsewhere = new RecorderLink(world.Links[0].Primary, world.Links[1].Secondary, new Dictionary<ItemKey, ItemKey>(), world.Links[1].DefaultStorage);
        var topology = Topology.Manual(new Dictionary<ItemKey, RecorderLink> { [crane] = elsewhere });
        var lines = world.Plan(Yard.All, i => i with { Topology = topology, Pairs = new Pairer(i.Primary, i.Secondary, topology, i.Memory, Side.Primary).Pair() });
        Assert.Contains("the primary device hangs on recording server 'REC-A1' now, this one on 'REC-B1'; in mode manual nothing is moved\n", lines, StringComparison.Ordinal);
    }

    [Fact]
    public void A_driver_that_the_other_recording_server_lacks_is_said()
    {
        var world = Yard.New().Moved(Side.Primary, "REC-A2");
        var there = world.Item(Side.Secondary, ItemKind.RecordingServer, "REC-B2").Key;
        var site = world.Secondary;
        var without = world.With(Side.Secondary, new SiteSnapshot(site.Site, site.Version, site.TakenAt, [.. site.Items.Where(i => i.Key.Kind != ItemKind.HardwareDriver || i.Parent != there || i.Name != "Driver 5")], site.Parts));
        Assert.Contains("; recording server 'REC-B2' has no driver with number 5; install the same device pack there\n", without.Lines(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_move_between_primaries_of_one_secondary_moves_nothing_there()
        => Assert.Equal("", Yard.ManyToOne().Moved(Side.Primary, "REC-A2").Lines());

    [Fact]
    public void A_restore_moves_to_the_one_linked_primary_and_guesses_among_none()
    {
        var one = Yard.New().Moved(Side.Secondary, "REC-B2").Plan(Yard.Restore).Changes[0];
        Assert.Equal(
            ("primary/REC-A1/10.0.0.1#move", ChangeAction.Move, "from recording server 'REC-A1' to 'REC-A2'"),
            (one.Id, one.Action, one.Detail));

        // REC-B1 serves two primaries now, and the device that hangs on it again belongs to either.
        var many = Yard.New().Moved(Side.Secondary, "REC-B2");
        many = many with { Links = [] };
        many = many.Link("REC-A1", "REC-B1").Link("REC-A2", "REC-B2");
        var third = new ItemKey("a", ItemKind.RecordingServer, "third");
        many = many.With(Side.Primary, many.Primary.With([new Item(third, null, "REC-A3", PropertyBag.Empty)]));
        many = many.Link("REC-A3", "REC-B2");
        Assert.Contains(
            "the secondary device hangs on recording server 'REC-B2' now, this one on 'REC-A1'; several primaries are linked to 'REC-B2', so it is not known to which one it belongs\n",
            many.Lines(Yard.Restore),
            StringComparison.Ordinal);
    }
}
