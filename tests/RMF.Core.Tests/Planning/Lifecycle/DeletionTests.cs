using RMF.Core.Inventory;
using RMF.Core.Pairing;
using RMF.Core.Planning;
using RMF.Testing.Worlds;

namespace RMF.Core.Tests.Planning.Lifecycle;

/// <summary>The source's hardware was deleted: the target's goes when it is ours and nothing speaks against it.</summary>
public sealed class DeletionTests
{
    private static readonly DateTimeOffset Since = new(2026, 3, 4, 5, 6, 0, TimeSpan.Zero);

    [Fact]
    public void What_the_source_deleted_is_deleted_with_its_recordings()
    {
        var world = Yard.New().Deleted(Side.Primary);
        Assert.Equal(
            """
            Delete secondary/REC-B1/10.0.0.1#delete
              at secondary/REC-B1/10.0.0.1
              Hardware 'Crane', SourceDeleted: KEY -> b/Crane
              stage Lifecycle by Task on b/REC-B1
              says: deleted on the source; its recordings on this recording server go with it

            """.Replace("KEY", GoneKey(world).ToString(), StringComparison.Ordinal),
            Lines(world));
    }

    [Fact]
    public void A_tombstone_says_since_when_it_is_known()
    {
        var world = Yard.New().Deleted(Side.Primary);
        var crane = world.Item(Side.Secondary, ItemKind.Hardware, "Crane").Key;
        var input = world.Input(Yard.All) with { Gone = [GoneKey(world)], Tombstones = new Dictionary<ItemKey, DateTimeOffset> { [crane] = Since } };
        var plan = new Planner(input, Yard.All).Plan();
        Assert.Equal("deleted on the source, known since 2026-03-04 05:06 UTC; its recordings on this recording server go with it", Assert.Single(plan.Changes, c => c.Action == ChangeAction.Delete).Detail);
        Assert.Equal(PairState.Tombstoned, Assert.Single(plan.Findings, f => f.Item.Key == crane).State);
        var without = new Planner(input with { Tombstones = new Dictionary<ItemKey, DateTimeOffset>() }, Yard.All).Plan();
        Assert.Equal(PairState.OrphanOnTarget, Assert.Single(without.Findings, f => f.Item.Key == crane).State);
    }

    [Fact]
    public void Nothing_is_deleted_with_the_switch_off_or_while_the_source_did_not_say_that_it_is_gone()
    {
        var world = Yard.New().Deleted(Side.Primary);
        Assert.Equal("", Lines(world, Yard.All with { Lifecycle = new LifecycleOptions(Add: true, Replace: true, Move: true) }));
        Assert.Equal("", world.Lines());
        Assert.Equal("", world.Plan(Yard.All, i => i with { Gone = [new ItemKey("a", ItemKind.Hardware, "another")] }));
    }

    [Fact]
    public void What_the_source_still_holds_is_not_deleted_whatever_it_says()
    {
        var world = Yard.New();
        Assert.Equal("", world.Plan(Yard.All, i => i with { Gone = [world.Remembered("Crane").Primary] }));
    }

    [Fact]
    public void What_is_not_ours_is_not_deleted()
    {
        var world = Yard.New().Deleted(Side.Primary);
        Assert.Equal("", Lines(world with { Memory = new PairMemory(world.Memory.Pairs.Select(p => p.Primary.Kind == ItemKind.Hardware ? p with { Ownership = Ownership.None } : p)) }));
        Assert.Equal("", Lines(world with { Memory = PairMemory.Empty }, gone: new ItemKey("a", ItemKind.Hardware, "any")));
    }

    [Fact]
    public void What_is_paired_with_another_device_by_now_is_not_deleted()
    {
        // A new object at the same address has taken the deleted one's place.
        var world = Yard.New();
        var crane = world.Remembered("Crane");
        var deleted = new ItemKey("a", ItemKind.Hardware, "deleted");
        world = world with { Memory = new PairMemory([crane with { Primary = deleted }]) };
        Assert.DoesNotContain("Delete", Lines(world, gone: deleted), StringComparison.Ordinal);
    }

    [Fact]
    public void What_several_devices_may_be_is_not_deleted()
    {
        var world = SyncWorld.OneToOne(
            r => r.Hardware("10.0.0.1", h => h.Named("one")).Hardware("10.0.0.1", h => h.Named("two")),
            r => r.Hardware("10.0.0.1", h => h.Named("three")));
        var three = world.Item(Side.Secondary, ItemKind.Hardware, "three").Key;
        var deleted = new ItemKey("a", ItemKind.Hardware, "deleted");
        world = world with { Memory = new PairMemory([new RememberedPair(deleted, three, Ownership.Adopted)]) };
        Assert.DoesNotContain("Delete", Lines(world, gone: deleted), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_target_does_not_have_any_more_is_not_deleted()
        => Assert.Equal("", Lines(Yard.New().Deleted(Side.Primary).Deleted(Side.Secondary), gone: Yard.New().Remembered("Crane").Primary));

    [Fact]
    public void Where_the_policy_does_not_manage_one_of_its_cameras_that_is_said()
    {
        var world = Yard.New().Deleted(Side.Primary);
        Assert.Equal(
            """
            Unsupported secondary/REC-B1/10.0.0.1#delete
              at secondary/REC-B1/10.0.0.1
              Hardware 'Crane', SourceDeleted: KEY -> b/Crane
              stage Lifecycle by None on b/REC-B1
              says: deleted on the source, but RMF does not own its camera 'Crane cam', or the policy does not manage it

            """.Replace("KEY", GoneKey(world).ToString(), StringComparison.Ordinal),
            Lines(world, Yard.All with { Managed = new OnlyCameras("Mast cam") }));
        Assert.StartsWith("Unsupported", Lines(world with { Memory = new PairMemory(world.Memory.Pairs.Where(p => p.Primary.Kind != ItemKind.Camera)) }), StringComparison.Ordinal);
        Assert.StartsWith("Unsupported", Lines(world with { Memory = new PairMemory(world.Memory.Pairs.Select(p => p.Primary.Kind == ItemKind.Camera ? p with { Ownership = Ownership.None } : p)) }), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_that_share_an_address_are_two_changes()
    {
        var world = SyncWorld.OneToOne(_ => { }, r => r.Hardware("10.0.0.1", h => h.Named("one")).Hardware("10.0.0.1", h => h.Named("two")));
        var (one, two) = (world.Item(Side.Secondary, ItemKind.Hardware, "one").Key, world.Item(Side.Secondary, ItemKind.Hardware, "two").Key);
        var (left, right) = (new ItemKey("a", ItemKind.Hardware, "x"), new ItemKey("a", ItemKind.Hardware, "y"));
        world = world with { Memory = new PairMemory([new(left, one, Ownership.Adopted), new(right, two, Ownership.Created)]) };
        var changes = new Planner(world.Input(Yard.All) with { Gone = [left, right] }, Yard.All).Plan().Changes;
        Assert.Equal([Yard.Crane + "#delete", Yard.Crane + "~" + two.Id + "#delete"], changes.Select(c => c.Id));
        Assert.Equal([one, two], changes.Select(c => c.Target!.Value));
        Assert.All(changes, c => Assert.Equal((Yard.Crane, ChangeAction.Delete), (c.Address, c.Action)));
    }

    [Fact]
    public void A_restore_deletes_on_the_primary()
    {
        var world = Yard.New();
        var gone = world.Remembered("Crane").Secondary;
        var lines = world.Deleted(Side.Secondary).Plan(Yard.Restore, i => i with { Gone = [gone] });
        Assert.StartsWith("Delete primary/REC-A1/10.0.0.1#delete\n", lines, StringComparison.Ordinal);
    }

    private static ItemKey GoneKey(SyncWorld world) => world.Remembered("Crane").Primary;

    private static string Lines(SyncWorld world, PlanningOptions? options = null, ItemKey? gone = null)
        => world.Plan(options ?? Yard.All, i => i with { Gone = [gone ?? GoneKey(world)] });
}
