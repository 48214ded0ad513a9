using RMF.Core.Inventory;
using RMF.Core.Kinds;
using RMF.Core.Planning;
using RMF.Core.Planning.Guards;
using static RMF.Core.Tests.Planning.Guards.GuardWorld;

namespace RMF.Core.Tests.Planning.Guards;

public sealed class SourceShrankGuardTests
{
    [Theory]
    [InlineData(10, 7, null)]
    [InlineData(10, 6, "6 of 10")]
    [InlineData(3, 0, "0 of 3")]
    [InlineData(1, 0, "0 of 1")]
    [InlineData(100, 69, "69 of 100")]
    [InlineData(100, 70, null)]
    public void A_source_must_hold_seventy_percent_whatever_the_numbers(int all, int held, string? told)
    {
        var result = Check(new GuardWorld().Remember(1, all, held), Delete("one", 1), Delete("two", 1));
        Assert.Equal(told is null, result is null);
        if (told is not null)
        {
            Assert.Contains(told, result!.Message, StringComparison.Ordinal);
            Assert.Contains("the limit is 70 %, and the plan deletes them on the target in 2 changes", result.Message, StringComparison.Ordinal);
            Assert.Equal(["one", "two"], result.Refuses);
        }
    }

    [Fact]
    public void Each_recording_server_is_judged_by_its_own()
    {
        var world = new GuardWorld().Remember(1, 10, 0).Remember(2, 10, 10, from: 100);
        var result = Check(world, Delete("gone", 1), Delete("there", 2));
        Assert.Equal(["gone"], result!.Refuses);
        Assert.Contains("0 of 10", result.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_kind_of_device_alone_may_have_shrunk()
    {
        var world = new GuardWorld().Remember(1, 10, 10).Remember(1, 10, 1, ItemKind.Camera);
        Assert.Contains("1 of 10", Check(world, Delete("gone", 1))!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_refused_where_nothing_is_deleted()
        => Assert.Null(Check(new GuardWorld().Remember(1, 10, 0), Change("edit", ChangeAction.Update) with { TargetRecorder = Recorder('b', 1) }, Change("somewhere", ChangeAction.Delete)));

    [Theory]
    [InlineData(10, 3, false)]
    [InlineData(10, 4, true)]
    [InlineData(2, 1, true)]
    public void Members_may_leave_groups_up_to_thirty_percent_of_the_kind(int all, int leaving, bool refused)
    {
        var result = Check(Groups(ItemKind.CameraGroup, all), [.. Enumerable.Range(0, leaving).Select(i => Leaves("leaves " + i, ItemKind.CameraGroup, i)), Change("other", ChangeAction.Update)]);
        Assert.Equal(refused, result is not null);
        if (refused)
        {
            Assert.Equal(Enumerable.Range(0, leaving).Select(i => "leaves " + i), result!.Refuses);
            Assert.Contains($"{all - leaving} of {all} remembered members of", result.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Members_of_one_kind_of_group_do_not_stand_for_anothers()
    {
        var world = Groups(ItemKind.CameraGroup, 4);
        Groups(ItemKind.MicrophoneGroup, 40, world);
        Assert.NotNull(Check(world, Leaves("a", ItemKind.CameraGroup, 0), Leaves("b", ItemKind.CameraGroup, 1)));
        Assert.Null(Check(world, Leaves("a", ItemKind.MicrophoneGroup, 0), Leaves("b", ItemKind.MicrophoneGroup, 1)));
    }

    [Fact]
    public void What_drifted_or_was_edited_or_deleted_with_its_group_is_no_leaving()
    {
        var world = Groups(ItemKind.CameraGroup, 2);
        var leaves = Leaves("a", ItemKind.CameraGroup, 0);
        Assert.NotNull(Check(world, leaves));
        Assert.Null(Check(world, leaves with { Properties = [leaves.Properties[0] with { Reason = ChangeReason.TargetDrifted }] }));
        Assert.Null(Check(world, leaves with { Properties = [leaves.Properties[0] with { After = Scalar.True }] }));
        Assert.Null(Check(world, leaves with { Properties = [leaves.Properties[0] with { Path = "description" }] }));
        Assert.Null(Check(world, leaves with { Action = ChangeAction.Unsupported }));
    }

    private static GuardResult? Check(GuardWorld world, params Change[] changes) => new SourceShrankGuard().Check(world.Context(SyncDirection.Backup, changes));

    private static Change Delete(string id, int recorder) => Change(id, ChangeAction.Delete) with { TargetRecorder = Recorder('b', recorder) };

    private static GuardWorld Groups(ItemKind kind, int members, GuardWorld? world = null)
    {
        var bases = Enumerable.Range(0, members).Aggregate(PropertyBag.Empty.With("name", Scalar.Text("x")), (bag, i) => bag.With(Member(i), Scalar.Text("m" + i)).With("members[m" + i + "].other", Scalar.Text("cameras")));
        return (world ?? new GuardWorld()).RememberGroup(1, kind, bases);
    }

    private static string Member(int number) => "members[m" + number + "].item";

    private static Change Leaves(string id, ItemKind kind, int member) => Change(id, ChangeAction.Update, SyncStage.Group, kind) with
    {
        Properties = [new ChangedProperty(Member(member), Scalar.Text("m"), null, ChangeReason.SourceChanged), new ChangedProperty("name", Scalar.Text("m"), Scalar.Text("n"), ChangeReason.SourceChanged)],
    };
}
