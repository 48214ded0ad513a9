using RMF.Core.Inventory;
using RMF.Core.Kinds;
using RMF.Core.Planning;
using RMF.Core.Planning.Guards;
using RMF.Testing.Worlds;

namespace RMF.Core.Tests.Planning.Guards;

public sealed class GuardTests
{
    private static readonly SyncWorld World = SyncWorld.OneToOne(_ => { }, _ => { });

    [Theory]
    [InlineData(9, 2, null)]
    [InlineData(9, 3, "The plan deletes 3 of 9 pairs; the limit is 2 (30 %). If that is wanted, allow it with -AllowGuard DeletePercent or raise guards.deletePercent.")]
    [InlineData(0, 1, null)]
    [InlineData(10, 3, null)]
    [InlineData(10, 4, "The plan deletes 4 of 10 pairs; the limit is 3 (30 %). If that is wanted, allow it with -AllowGuard DeletePercent or raise guards.deletePercent.")]
    [InlineData(100, 30, null)]
    [InlineData(100, 31, "The plan deletes 31 of 100 pairs; the limit is 30 (30 %). If that is wanted, allow it with -AllowGuard DeletePercent or raise guards.deletePercent.")]
    public void DeletePercent_holds_its_number_and_a_small_one_for_small_sets(int pairs, int deletes, string? message)
    {
        var result = new DeletePercentGuard().Check(Context(Math.Max(0, pairs - deletes), Changes(deletes, ChangeAction.Delete)));
        Assert.Equal(message, result?.Message);
        Assert.Equal(message is null ? 0 : deletes, result?.Refuses.Count ?? 0);
    }

    [Theory]
    [InlineData(null, 3, null)]
    [InlineData("22:00 to 06:00 (night shift)", 0, null)]
    [InlineData("22:00 to 06:00 (night shift)", 3, "The plan writes 3 changes inside the freeze window 22:00 to 06:00 (night shift); the limit is 0. Wait until it has passed; if it cannot wait, allow it with -AllowGuard FreezeWindow.")]
    public void FreezeWindow_lets_nothing_be_written_while_it_is_open(string? open, int updates, string? message)
        => Assert.Equal(message, new FreezeWindowGuard().Check(Context(100, Changes(updates, ChangeAction.Update)) with { Freeze = open })?.Message);

    [Theory]
    [InlineData(50, false)]
    [InlineData(51, true)]
    public void DeleteCount_holds_whatever_the_percentage(int deletes, bool refused)
    {
        var result = new DeleteCountGuard().Check(Context(12_000, Changes(deletes, ChangeAction.Delete)));
        Assert.Equal(refused ? "The plan deletes 51 items; the limit is 50. If that is wanted, allow it with -AllowGuard DeleteCount or raise guards.deleteCount." : null, result?.Message);
    }

    [Theory]
    [InlineData(9, 9, null)]
    [InlineData(10, 3, null)]
    [InlineData(10, 4, "The plan rewrites 4 of 10 camera pairs because the source changed; the limit is 3 (30 %). If that is wanted, allow it with -AllowGuard UpdatePercent or raise guards.updatePercent.")]
    public void UpdatePercent_counts_devices_that_the_source_changed(int pairs, int updates, string? message)
        => Assert.Equal(message, new UpdatePercentGuard().Check(Context(pairs, Changes(updates, ChangeAction.Update, ChangeReason.SourceChanged)))?.Message);

    [Theory]
    [InlineData(ChangeReason.FirstSight, false)]
    [InlineData(ChangeReason.TargetDrifted, false)]
    [InlineData(ChangeReason.MissingOnTarget, false)]
    [InlineData(ChangeReason.SourceChanged, true)]
    [InlineData(ChangeReason.ConflictSourceWins, true)]
    public void UpdatePercent_does_not_count_first_sight_and_drift(ChangeReason reason, bool refused)
        => Assert.Equal(refused, new UpdatePercentGuard().Check(Context(10, Changes(10, ChangeAction.Update, reason))) is not null);

    [Fact]
    public void UpdatePercent_sees_a_mass_edit_behind_drift()
    {
        var mixed = Changes(10, ChangeAction.Update, ChangeReason.TargetDrifted)
            .Select(c => c with { Properties = [.. c.Properties, new ChangedProperty("x", null, Scalar.True, ChangeReason.SourceChanged)] }).ToList();
        Assert.NotNull(new UpdatePercentGuard().Check(Context(10, mixed)));
    }

    [Fact]
    public void UpdatePercent_counts_a_camera_and_its_parts_once()
    {
        var camera = new ItemKey("b", ItemKind.Camera, "1");
        var parts = new[] { ItemKind.Camera, ItemKind.Settings, ItemKind.Streams, ItemKind.MotionDetection }
            .Select((kind, i) => Change(i, ChangeAction.Update, ChangeReason.SourceChanged) with { Target = camera.Part(kind) }).ToList();
        Assert.Null(new UpdatePercentGuard().Check(Context(10, parts)));
    }

    [Fact]
    public void The_policys_numbers_count()
    {
        var context = Context(100, Changes(6, ChangeAction.Delete)) with { Limits = new GuardLimits(DeletePercent: 5, DeleteCount: 5) };
        Assert.Contains("the limit is 5 (5 %)", new DeletePercentGuard().Check(context)!.Message, StringComparison.Ordinal);
        Assert.Contains("the limit is 5.", new DeleteCountGuard().Check(context)!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PartState.Partial)]
    [InlineData(PartState.NotRead)]
    public void IncompleteSnapshot_refuses_deletes_when_hardware_was_not_read_in_full(PartState state)
    {
        var world = World with { Primary = new SiteBuilder("a").Recorder("REC-A1").Part(ItemKind.Hardware, state, "page 2 failed").Build() };
        var result = new IncompleteSnapshotGuard().Check(Context(100, Changes(2, ChangeAction.Delete), world));
        Assert.Equal("The plan deletes 2 items although the reading is incomplete: Hardware of a (page 2 failed). Read again; if the site stays like this and the deletes are wanted, allow them with -AllowGuard IncompleteSnapshot.", result!.Message);
        Assert.Equal(2, result.Refuses.Count);
        Assert.NotNull(new IncompleteSnapshotGuard().Check(Context(100, Changes(1, ChangeAction.Forget), world)));
        Assert.Null(new IncompleteSnapshotGuard().Check(Context(100, Changes(5, ChangeAction.Update), world)));
    }

    [Fact]
    public void IncompleteSnapshot_takes_a_kind_that_no_part_mentions_for_unread()
    {
        var world = World with { Primary = new SiteSnapshot("a", "25.2", SiteBuilder.TakenAt, [.. World.Primary.Items], []) };
        Assert.Contains("Camera of a (not asked for)", new IncompleteSnapshotGuard().Check(Context(100, Changes(1, ChangeAction.Delete), world))!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void IncompleteSnapshot_lets_per_item_kinds_be_unread_on_purpose()
    {
        var world = World with { Primary = new SiteBuilder("a").Recorder("REC-A1").Part(ItemKind.Settings, PartState.NotRead, "depth Fast").Build() };
        Assert.Null(new IncompleteSnapshotGuard().Check(Context(100, Changes(1, ChangeAction.Delete), world)));
        Assert.Null(new IncompleteSnapshotGuard().Check(Context(100, Changes(1, ChangeAction.Delete))));
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("Backup", false)]
    [InlineData("Restore", true)]
    public void DirectionChanged_refuses_the_first_run_in_a_new_direction(string last, bool refused)
    {
        Assert.Equal(refused, new DirectionChangedGuard().Check(Context(1, Changes(1, ChangeAction.Update)) with { LastDirection = last }) is not null);
        Assert.Null(new DirectionChangedGuard().Check(Context(1, []) with { LastDirection = last }));
    }

    [Fact]
    public void FreezeWindow_refuses_every_write_while_it_is_open()
    {
        var context = Context(10, Changes(2, ChangeAction.Update)) with { Freeze = "Friday evening" };
        Assert.Equal("The plan writes 2 changes inside the freeze window Friday evening; the limit is 0. Wait until it has passed; if it cannot wait, allow it with -AllowGuard FreezeWindow.", new FreezeWindowGuard().Check(context)!.Message);
        Assert.Null(new FreezeWindowGuard().Check(Context(10, Changes(2, ChangeAction.Adopt)) with { Freeze = "Friday evening" }));
        Assert.Null(new FreezeWindowGuard().Check(Context(10, Changes(2, ChangeAction.Update))));
    }

    [Fact]
    public void Each_guard_has_a_name_of_its_own_and_says_in_its_message_how_to_allow_it()
    {
        var names = GuardList.All.Select(g => g.Name).ToList();
        Assert.Equal(names.Count, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(GuardList.All, g => Assert.NotEmpty(g.Purpose));
        var broken = World with { Primary = new SiteBuilder("a").Recorder("REC-A1").Part(ItemKind.Hardware, PartState.Partial, "x").Build() };
        var changes = Changes(60, ChangeAction.Delete).Concat(Changes(60, ChangeAction.Update, ChangeReason.SourceChanged, 100)).ToList();
        var results = GuardList.Check(Context(100, changes, broken) with { LastDirection = "Restore" });
        Assert.All(results, r => Assert.Contains("-AllowGuard " + r.Guard, r.Message, StringComparison.Ordinal));
        Assert.Equal(results.Select(r => r.Guard), names.Where(n => results.Any(r => r.Guard == n)));
        Assert.Superset(new HashSet<string> { "DirectionChanged", "IncompleteSnapshot", "DeletePercent", "DeleteCount", "UpdatePercent" }, results.Select(r => r.Guard).ToHashSet());
    }

    [Theory]
    [InlineData(ItemKind.Streams, ChangeAction.Update, false, true)]
    [InlineData(ItemKind.Camera, ChangeAction.Update, true, false)]
    [InlineData(ItemKind.Camera, ChangeAction.Delete, false, false)]
    [InlineData(ItemKind.Microphone, ChangeAction.Update, false, false)]
    public void UpdatePercent_counts_updates_of_the_kind_and_its_parts_that_stand_alone(ItemKind kind, ChangeAction action, bool depends, bool refused)
    {
        var changes = Changes(10, ChangeAction.Update, ChangeReason.SourceChanged).ConvertAll(c => c with { Kind = kind, Action = action, DependsOn = depends ? ["another"] : [] });
        Assert.Equal(refused, new UpdatePercentGuard().Check(Context(10, changes)) is not null);
    }

    [Fact]
    public void UpdatePercent_counts_a_device_once()
    {
        var changes = Changes(3, ChangeAction.Update, ChangeReason.SourceChanged);
        Assert.Null(new UpdatePercentGuard().Check(Context(10, [.. changes, .. changes.ConvertAll(c => c with { Kind = ItemKind.Settings })])));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void IncompleteSnapshot_looks_at_both_sides(bool primary)
    {
        var broken = new SiteBuilder(primary ? "a" : "b").Recorder(primary ? "REC-A1" : "REC-B1").Part(ItemKind.Hardware, PartState.Partial, "x").Build();
        var result = new IncompleteSnapshotGuard().Check(Context(10, Changes(1, ChangeAction.Delete), primary ? World with { Primary = broken } : World with { Secondary = broken }));
        Assert.NotNull(result);
        Assert.Equal(["change 0"], result.Refuses);
    }

    [Fact]
    public void An_ordinary_plan_has_nothing_against_it()
        => Assert.Empty(GuardList.Check(Context(100, Changes(100, ChangeAction.Update))));

    private static GuardContext Context(int pairs, IReadOnlyList<Change> changes, SyncWorld? world = null)
        => new(new PlanDraft(changes, [], [], pairs), (world ?? World).Input(), SyncWorld.Backup, new GuardLimits());

    private static List<Change> Changes(int count, ChangeAction action, ChangeReason reason = ChangeReason.FirstSight, int from = 0)
        => [.. Enumerable.Range(from, count).Select(i => Change(i, action, reason))];

    private static Change Change(int number, ChangeAction action, ChangeReason reason) => new()
    {
        Id = "change " + number,
        Address = "change " + number,
        Kind = ItemKind.Camera,
        Name = "x",
        Action = action,
        Reason = reason,
        Site = "b",
        Stage = SyncStage.Device,
        Target = new ItemKey("b", ItemKind.Camera, "id " + number),
        Properties = action == ChangeAction.Update ? [new ChangedProperty("description", null, Scalar.True, reason)] : [],
    };
}
