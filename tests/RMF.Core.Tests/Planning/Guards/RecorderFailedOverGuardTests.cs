using RMF.Core.Inventory;
using RMF.Core.Kinds;
using RMF.Core.Planning;
using RMF.Core.Planning.Guards;
using static RMF.Core.Tests.Planning.Guards.GuardWorld;

namespace RMF.Core.Tests.Planning.Guards;

public sealed class RecorderFailedOverGuardTests
{
    [Theory]
    [InlineData(Failed, true)]
    [InlineData("", false)]
    [InlineData(null, false)]
    [InlineData("http://REC1:7563/", false)]
    public void A_recorder_is_failed_over_when_another_address_answers_for_it(string? active, bool refused)
        => Assert.Equal(refused, Check(new GuardWorld().FailOver('b', 1, active), Change("add", ChangeAction.Create) with { TargetRecorder = Recorder('b', 1) }) is not null);

    [Theory]
    [InlineData(SyncStage.Lifecycle, null, true)]
    [InlineData(SyncStage.Device, null, false)]
    [InlineData(SyncStage.Device, "recordingStorage", true)]
    [InlineData(SyncStage.Device, "description", false)]
    public void Lifecycle_and_storages_are_refused_and_nothing_else(SyncStage stage, string? path, bool refused)
    {
        var change = Change("c", ChangeAction.Update, stage) with
        {
            TargetRecorder = Recorder('b', 1),
            Properties = path is null ? [] : [new ChangedProperty("name", null, Scalar.True, ChangeReason.SourceChanged), new ChangedProperty(path, null, Scalar.True, ChangeReason.SourceChanged)],
        };
        Assert.Equal(refused, Check(new GuardWorld().FailOver('b', 1), change) is not null);
    }

    [Fact]
    public void A_change_concerns_the_recorders_that_its_items_hang_on()
    {
        var world = new GuardWorld().FailOver('a', 1).Hold(Hardware('a', 1), 1).Hold(Hardware('a', 2), 2).Hold(Hardware('b', 7), 1).Hold(Hardware('b', 8), 2).Hold(Hardware('b', 3), 1);
        var result = Check(
            world,
            Change("from the failed one", ChangeAction.Move) with { Source = Hardware('a', 1) },
            Change("from the other", ChangeAction.Move) with { Source = Hardware('a', 2), Target = Hardware('b', 3) },
            Change("gone there, on its counterpart", ChangeAction.Delete) with { Source = Hardware('a', 99), Target = Hardware('b', 7) },
            Change("gone there, on another", ChangeAction.Delete) with { Source = Hardware('a', 98), Target = Hardware('b', 8) },
            Change("gone on both", ChangeAction.Delete) with { Source = Hardware('a', 97) },
            Change("not written", ChangeAction.Unsupported) with { Source = Hardware('a', 1) });
        Assert.Equal(["from the failed one", "gone there, on its counterpart"], result!.Refuses);
        Assert.Equal("A failover server stands in for recording server 'REC-a1', and the plan makes 2 changes to its devices or storages; the limit is 0. Wait until it is back; if it cannot wait, allow it with -AllowGuard RecorderFailedOver.", result.Message);
    }

    [Fact]
    public void On_the_target_it_is_where_the_item_hangs_or_goes()
    {
        var world = new GuardWorld().FailOver('b', 2).FailOver('a', 2).Hold(Hardware('b', 1), 1).Hold(Hardware('b', 2), 2);
        var result = Check(
            world,
            Change("stays away", ChangeAction.Delete) with { Target = Hardware('b', 1), TargetRecorder = Recorder('b', 1) },
            Change("hangs there", ChangeAction.Move) with { Target = Hardware('b', 2), TargetRecorder = Recorder('b', 1) },
            Change("goes there", ChangeAction.Move) with { Target = Hardware('b', 1), TargetRecorder = Recorder('b', 2) });
        Assert.Equal(["hangs there", "goes there"], result!.Refuses);
        Assert.Contains("'REC-a2', 'REC-b2'", result.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_restore_looks_the_other_way()
    {
        var world = new GuardWorld().FailOver('b', 1).Hold(Hardware('a', 1), 1).Hold(Hardware('a', 2), 2);
        var result = new RecorderFailedOverGuard().Check(world.Context(
            SyncDirection.Restore,
            Change("gone there, on its counterpart", ChangeAction.Delete) with { Source = Hardware('b', 99), Target = Hardware('a', 1) },
            Change("gone there, on another", ChangeAction.Delete) with { Source = Hardware('b', 98), Target = Hardware('a', 2) }));
        Assert.Equal(["gone there, on its counterpart"], result!.Refuses);
    }

    [Fact]
    public void Nothing_is_refused_while_all_recorders_answer_themselves()
        => Assert.Null(Check(new GuardWorld(), Change("add", ChangeAction.Create) with { TargetRecorder = Recorder('b', 1) }));

    private static GuardResult? Check(GuardWorld world, params Change[] changes) => new RecorderFailedOverGuard().Check(world.Context(SyncDirection.Backup, changes));
}
