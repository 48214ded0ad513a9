using RMF.Core.Inventory;
using RMF.Core.Kinds;
using RMF.Core.Planning;
using RMF.Engine.Events;
using RMF.Engine.Ports;
using RMF.Engine.Runs;
using RMF.Engine.Tests.Fakes;
using RMF.Testing.Worlds;

namespace RMF.Engine.Tests.Applying;

public sealed class PlanApplierTests
{
    [Fact]
    public async Task One_failing_item_does_not_stop_the_run_and_is_in_the_next_plan_again()
    {
        var lab = Drifted(5);
        lab.Secondary.OnUpdate = u => u.Current.Name == "Camera 3" ? Effect.Refused : Effect.Taken;
        var report = await lab.SyncAsync();
        Assert.Equal(RunResultCode.PartlyApplied, report.Result);
        Assert.Equal((4, 1), (report.Count(ChangeStatus.Verified), report.Count(ChangeStatus.Failed)));
        Assert.Equal("the server refused it Look at the test.", Assert.Single(report.Results, r => r.Status == ChangeStatus.Failed).Reason);

        lab.Secondary.OnUpdate = _ => Effect.Taken;
        Assert.Equal("Camera 3", Lab.OnlyWrite(await lab.PlanAsync()).Name);
        Assert.Equal(RunResultCode.InWantedState, (await lab.SyncAsync()).Result);
    }

    [Fact]
    public async Task What_depends_on_a_failed_change_is_skipped_with_that_reason()
    {
        var lab = Lab.Of(r => Lab.Fill(r, 2), _ => { });
        lab.Secondary.OnAdd = c => c.Address.Host == "10.0.0.1" ? MemorySite.Error(SiteErrorKind.DeviceUnreachable, "VMO60281: no answer") : Arrival.Make(lab.Primary, lab.Secondary, c);
        var report = await lab.SyncAsync();
        var failed = Assert.Single(report.Results, r => r.Status == ChangeStatus.Failed);
        Assert.Equal(("secondary/REC-B1/10.0.0.1", "VMO60281: no answer Look at the test."), (failed.Change.Id, failed.Reason));
        var skipped = report.Results.Where(r => r.Change.DependsOn.Contains(failed.Change.Id)).ToList();
        Assert.True(skipped.Count >= 4, $"{skipped.Count} changes depend on the device.");
        Assert.All(skipped, r => Assert.Equal((ChangeStatus.Skipped, $"needs {failed.Change.Id}, which ended Failed"), (r.Status, r.Reason)));
        Assert.All(report.Results.Except(skipped).Where(r => r != failed), r => Assert.Equal(ChangeStatus.Verified, r.Status));
        Assert.Equal("secondary/REC-B1/10.0.0.1", Assert.Single((await lab.PlanAsync()).Plan.Changes, c => c.Action == ChangeAction.Create).Id);
    }

    [Fact]
    public async Task A_lost_answer_to_an_addition_is_unknown_and_is_not_sent_again()
    {
        var lab = Lab.Of(r => Lab.Fill(r, 1), _ => { });
        lab.Secondary.OnAdd = _ => MemorySite.Error(SiteErrorKind.Timeout, "no answer in time");
        var report = await lab.SyncAsync();
        Assert.Equal((RunResultCode.PartlyApplied, 1), (report.Result, report.Count(ChangeStatus.Unknown)));
        Assert.Single(lab.Secondary.Creations);
        Assert.All(report.Results.Where(r => r.Change.DependsOn.Count > 0), r => Assert.Equal(ChangeStatus.Skipped, r.Status));
    }

    [Fact]
    public async Task Stages_run_in_order_and_enabling_comes_last_hardware_before_its_devices()
    {
        var lab = Lab.Of(r => Lab.Fill(r, 3), _ => { });
        Arrival.Offer(lab.Primary, lab.Secondary);
        var run = await lab.PlanAsync();
        await lab.ApplyAsync(run);
        var order = lab.Events.All.Where(e => e.Phase == RunPhase.Apply).Select(e => e.Result!.Change).ToList();
        Assert.Equal(run.Plan.Summary.Writes, order.Count);
        Assert.Equal(order.Select(c => c.Stage).Order(), order.Select(c => c.Stage));
        var enabling = order.Where(c => c.Stage == SyncStage.Enable).Select(c => c.Kind).ToList();
        Assert.Equal([ItemKind.Hardware, ItemKind.Hardware, ItemKind.Hardware, ItemKind.Camera, ItemKind.Camera, ItemKind.Camera], enabling);
        Assert.Equal(Enumerable.Range(1, order.Count), lab.Events.All.Where(e => e.Phase == RunPhase.Apply).Select(e => e.Done).Order());
    }

    [Fact]
    public async Task Results_stand_in_the_order_of_the_plan()
    {
        var lab = Drifted(20);
        var run = await lab.PlanAsync();
        var report = await lab.ApplyAsync(run);
        Assert.Equal(run.Plan.Changes.Select(c => c.Id), report.Results.Select(r => r.Change.Id));
    }

    [Fact]
    public async Task No_more_than_sixteen_changes_are_under_way_at_once()
    {
        var lab = Drifted(60);
        lab.Secondary.Pause = () => Task.Delay(1);
        await lab.SyncAsync();
        Assert.InRange(lab.Secondary.MostAtOnce, 2, 16);
        Assert.Equal(60, lab.Secondary.Updates.Count);
    }

    [Fact]
    public async Task Only_the_properties_that_differ_are_written()
    {
        var lab = Drifted(1);
        await lab.SyncAsync();
        var update = Assert.Single(lab.Secondary.Updates);
        Assert.Equal(["description"], update.Properties);
        Assert.Equal(update.Current with { Properties = update.Current.Properties.With("description", Scalar.Empty) }, update.Desired);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_device_that_came_to_be_there_meanwhile_is_taken_over(bool isNew)
    {
        var lab = Lab.Of(r => Lab.Fill(r, 1), _ => { });
        var run = await lab.PlanAsync();
        IReadOnlyList<Item> made = [];
        lab.Secondary.OnAdd = c =>
        {
            made = made.Count > 0 ? made : Arrival.Make(lab.Primary, lab.Secondary, c).Value!;
            return Outcome<IReadOnlyList<Item>>.Of(made);
        };
        if (!isNew)
        {
            lab.Secondary.AlreadyThere = true;
        }

        var report = await lab.ApplyAsync(run);
        Assert.Equal(RunResultCode.InWantedState, report.Result);
        Assert.Equal(isNew ? null : "it was there already", report.Results.Single(r => r.Change.Action == ChangeAction.Create).Reason);
        Assert.Empty((await lab.PlanAsync()).Plan.Changes);
        Assert.All(lab.Store.State!.Pairs, p => Assert.Equal(isNew ? Core.Pairing.Ownership.Created : Core.Pairing.Ownership.Adopted, p.Ownership));
    }

    [Fact]
    public async Task A_device_whose_driver_the_target_lacks_is_said_and_never_sent()
    {
        var lab = Lab.Of(r => r.Hardware("10.0.0.1", h => h.Driver("77").Camera(0, "Gate")), _ => { });
        lab.Primary.Part(SnapshotPart.NotRead(ItemKind.Storage, DateTimeOffset.UnixEpoch, "x"));
        lab.Secondary.Part(new SnapshotPart(ItemKind.HardwareDriver, DateTimeOffset.UnixEpoch, PartState.Partial, new Dictionary<string, string>(), "cut"));
        var report = await lab.SyncAsync();
        Assert.Empty(lab.Secondary.Creations);
        var create = report.Results.SingleOrDefault(r => r.Change.Action == ChangeAction.Create);
        Assert.Equal("the target's recording server has no driver with number 77; install the same device pack there", create?.Reason);
    }

    /// <summary>So many pairs, each with a description of its own on the secondary.</summary>
    private static Lab Drifted(int devices)
    {
        var lab = Lab.OfPairs(devices);
        for (var i = 1; i <= devices; i++)
        {
            lab.Secondary.Set(ItemKind.Camera, "Camera " + i, "description", Scalar.Text("Other"));
        }

        return lab;
    }
}
