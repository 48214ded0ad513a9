using RMF.Core.Inventory;
using RMF.Core.Planning;
using RMF.Core.Planning.Merging;
using RMF.Testing.Worlds;
using Xunit.Abstractions;

namespace RMF.Core.Tests.Properties;

/// <summary>What must hold for every plan of every world.</summary>
public sealed class PlanLawTests(ITestOutputHelper output)
{
    [Fact]
    public void The_same_world_gives_the_same_plan() => Worlds.Hold(100, output, static (random, _) =>
    {
        var options = Options(random, SyncDirection.Backup);
        var world = random.Build();
        Assert.Equal(PlanText.Of(world.Plan(options)), PlanText.Of(world.Plan(options)));
        var planner = new Planner(world.Input(options), options);
        Assert.Equal(PlanText.Of(planner.Plan()), PlanText.Of(planner.Plan()));
        Assert.Equal(PlanText.Of(world.Plan(options)), PlanText.Of(Shuffled(world).Plan(options)));
    });

    [Fact]
    public void Changes_come_in_the_order_in_which_they_can_be_carried_out() => Worlds.Hold(100, output, static (random, seed) =>
    {
        var options = Options(random, SyncDirection.Backup) with { Categories = SyncWorld.AllCategories };
        var world = random.Build();
        world = seed.Seed % 2 == 0 ? world : random.EditSome(world.Sync(options), Side.Primary, seed.Edits);
        var changes = world.Plan(options).Changes;
        var done = new HashSet<string>(StringComparer.Ordinal);
        var all = changes.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var change in changes)
        {
            Assert.All(change.DependsOn.Where(all.Contains), id => Assert.True(done.Contains(id), $"{change.Id} comes before {id}"));
            Assert.True(done.Add(change.Id), $"{change.Id} is there twice");
        }
    });

    [Fact]
    [Trait("Proof", "idempotence")]
    public void Planning_after_an_apply_gives_nothing_to_write_additions_included() => Worlds.Hold(200, output, static (random, _) =>
    {
        var options = Options(random, SyncDirection.Backup);
        var world = random.Build();
        var applied = world.Apply(world.Plan(options), options);
        AssertNothingToWrite(applied.Plan(options), "at first sight, nothing remembered");
        var remembered = applied.Remember(options);
        AssertNothingAtAll(remembered.Plan(options), "with what is remembered");
        AssertNothingAtAll(remembered.Remember(options).Plan(options), "in the third run");
    });

    [Fact]
    public void After_an_apply_the_target_holds_every_value_of_the_source_that_it_can_take() => Worlds.Hold(200, output, static (random, seed) =>
    {
        var options = Options(random, SyncDirection.Backup) with { Categories = SyncWorld.AllCategories };
        var world = random.Build().Sync(options);
        world = random.EditSome(world, Side.Primary, seed.Edits).Sync(options);
        var excused = Withheld(world.Plan(options), Side.Primary);
        var readOnly = world.Primary.OfKind(ItemKind.Settings).ToDictionary(i => i.Key.Id, i => i.Definitions);
        foreach (var (kind, id, path) in new Sameness(world, options).Differences())
        {
            var isFact = kind == ItemKind.Settings && readOnly[id]?.Find(DefinitionPath(path)) is { CanSet: false };
            Assert.True(isFact || excused.Contains((id, kind, path)) || excused.Any(e => e.Id == id && e.Kind == kind && IsOfEntry(path, e.Path)), $"{kind} {id} {path} differs and no plan says so");
        }
    });

    [Fact]
    [Trait("Proof", "idempotence")]
    public void Planning_after_an_apply_of_edits_on_both_sides_gives_nothing_to_write() => Worlds.Hold(200, output, static (random, seed) =>
    {
        var rule = (ConflictRule)(seed.Seed % 3);
        var options = Options(random, (SyncDirection)(seed.Seed / 3 % 2)) with { Conflicts = rule };
        var world = random.Build().Sync(options);
        world = random.EditSome(random.EditSome(world, Side.Primary, seed.Edits), Side.Secondary, seed.Edits / 2);
        world = world.Sync(options);
        AssertNothingAtAll(world.Plan(options), $"{options.Direction}, {rule}");
    });

    [Fact]
    [Trait("Proof", "idempotence")]
    public void Backup_and_then_restore_without_edits_gives_nothing_to_write() => Worlds.Hold(200, output, static (random, _) =>
    {
        var backup = Options(random, SyncDirection.Backup);
        var restore = Options(random, SyncDirection.Restore) with { Lifecycle = new LifecycleOptions(Add: false) };
        var world = random.Build().Sync(backup);
        var withheld = Withheld(world.Plan(backup), Side.Primary);
        AssertNothingAtAll(Without(world.Plan(restore), withheld, Side.Primary), "restore after backup");
    });

    [Fact]
    [Trait("Proof", "idempotence")]
    public void Switches_that_are_turned_on_and_off_leave_nothing_to_write_and_nothing_pruned() => Worlds.Hold(100, output, static (random, seed) =>
    {
        var some = Options(random, SyncDirection.Backup);
        var all = some with { Categories = SyncWorld.AllCategories };
        var world = random.Build().Sync(some);
        var widened = world.Plan(all);
        Assert.DoesNotContain(widened.Changes.Where(c => c.Writes).SelectMany(c => c.Properties), p => p.After is null);
        world = world.Apply(widened, all).Remember(all);
        AssertNothingAtAll(world.Plan(all), "all switches on");
        AssertNothingAtAll(world.Remember(some).Plan(some), "some switches off again");
        AssertNothingAtAll(world.Remember(some).Plan(all), "on once more");
        // A setting that the target lacked was never agreed on; an edit may bring it there.
        var withheld = Withheld(world.Plan(all), Side.Primary);
        var edited = random.EditSome(world, Side.Secondary, seed.Edits);
        AssertNoFirstSight(Without(edited.Remember(some).Plan(all), withheld, Side.Primary));
    });

    [Fact]
    public void Nothing_outside_the_managed_set_is_touched() => Worlds.Hold(100, output, static (random, seed) =>
    {
        var world = random.Build();
        foreach (var direction in new[] { SyncDirection.Backup, SyncDirection.Restore })
        {
            var managed = new EveryOther(world.Input(Options(random, direction)));
            var options = Options(random, direction) with { Managed = managed };
            foreach (var change in world.Plan(options).Changes)
            {
                Assert.True(managed.Covers(options.Direction.Source(), change.Source!.Value), $"{change} is outside the managed set; {seed}");
            }

            Assert.Equal(PlanText.Of(EveryOther.Outside(world, managed)), PlanText.Of(EveryOther.Outside(world.Sync(options), managed)));
        }
    });

    [Fact]
    public void A_plan_is_in_order_and_depends_only_on_what_comes_before() => Worlds.Hold(100, output, static (random, _) =>
    {
        var plan = random.Build().Plan(Options(random, SyncDirection.Backup));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var change in plan.Changes)
        {
            Assert.All(change.DependsOn, id => Assert.True(seen.Contains(id), $"{change.Id} depends on {id}, which does not come before it"));
            Assert.True(seen.Add(change.Id), $"{change.Id} stands twice in the plan");
        }
    });

    [Fact]
    public void Nothing_is_pruned_at_first_sight() => Worlds.Hold(100, output, static (random, _) =>
    {
        var plan = random.Build().Plan(Options(random, SyncDirection.Backup));
        Assert.DoesNotContain(plan.Changes.Where(c => c.Writes).SelectMany(c => c.Properties), p => p.After is null);
    });

    /// <summary>An entry that cannot be added is reported by one of its members.</summary>
    private static bool IsOfEntry(string path, string reported)
        => PropertyPath.Parse(path) is { Key: { } key } a && PropertyPath.Parse(reported) is { Key: { } other, Member: "streamReferenceId" } b && key == other && a.Property == b.Property;

    private static string DefinitionPath(string path) => PropertyPath.Parse(path) is var parsed ? parsed.Property + "." + parsed.Member : path;

    /// <summary>Values that the target could not take: there the sides still differ, and the other direction is free to plan them.</summary>
    private static HashSet<(string Id, ItemKind Kind, string Path)> Withheld(PlanDraft plan, Side side)
        => plan.Changes.Where(c => c.Action == ChangeAction.Unsupported).SelectMany(c => c.Properties.Select(p => (On(side, c).Id, c.Kind, p.Path))).ToHashSet();

    private static PlanDraft Without(PlanDraft plan, HashSet<(string Id, ItemKind Kind, string Path)> withheld, Side side)
        => plan with
        {
            Changes = plan.Changes
                .Select(c => c with { Properties = c.Properties.Where(p => !withheld.Contains((On(side, c).Id, c.Kind, p.Path))).ToList() })
                .Where(c => !c.Writes || c.Properties.Count > 0)
                .ToList(),
        };

    private static ItemKey On(Side side, Change change) => (change.Source!.Value.Site == "a") == (side == Side.Primary) ? change.Source!.Value : change.Target!.Value;

    private static PlanningOptions Options(RandomWorld random, SyncDirection direction)
        => SyncWorld.Backup with { Direction = direction, Naming = random.Naming, Categories = random.Categories };

    private static void AssertNothingToWrite(PlanDraft plan, string when)
        => Assert.True(!plan.Changes.Any(c => c.Writes), $"{when}:\n{PlanText.Of(plan with { Changes = plan.Changes.Where(c => c.Writes).ToList() })}");

    private static void AssertNothingAtAll(PlanDraft plan, string when)
    {
        AssertNothingToWrite(plan, when);
        Assert.DoesNotContain(plan.Changes, c => c.Action == ChangeAction.Adopt);
    }

    private static void AssertNoFirstSight(PlanDraft plan)
        => Assert.DoesNotContain(plan.Changes.SelectMany(c => c.Properties), p => p.Reason == ChangeReason.FirstSight);

    private static SyncWorld Shuffled(SyncWorld world)
        => world with { Primary = Reversed(world.Primary), Secondary = Reversed(world.Secondary), Links = world.Links.Reverse().ToList() };

    private static SiteSnapshot Reversed(SiteSnapshot site) => new(site.Site, site.Version, site.TakenAt, site.Items.Reverse().ToList(), site.Parts);
}
