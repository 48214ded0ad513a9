using RMF.Core.Inventory;
using RMF.Core.Planning;
using RMF.Engine.Events;
using RMF.Engine.Plans;
using RMF.Engine.Ports;
using RMF.Engine.Runs;
using RMF.Engine.State;
using RMF.Engine.Tests.Fakes;

namespace RMF.Engine.Tests.Runs;

public sealed class RedundancyEngineTests
{
    [Fact]
    public async Task Planning_writes_nothing_anywhere()
    {
        var lab = Lab.OfPairs(2);
        lab.Secondary.Set(ItemKind.Camera, "Camera 1", "name", Scalar.Text("Other"));
        Assert.Equal(1, (await lab.PlanAsync()).Plan.Summary.Writes);
        Assert.Empty(lab.Secondary.Updates);
        Assert.Empty(lab.Primary.Updates);
        Assert.Equal(0, lab.Store.Saves);
    }

    [Fact]
    public async Task A_run_makes_the_target_equal_and_the_next_plan_is_empty()
    {
        var lab = Lab.Of(r => Lab.Fill(r, 3), r => Lab.Fill(r, 2));
        Arrival.Offer(lab.Primary, lab.Secondary);
        lab.Secondary.Set(ItemKind.Camera, "Camera 1", "description", Scalar.Text("Other"));

        var report = await lab.SyncAsync();
        Assert.Equal(RunResultCode.InWantedState, report.Result);
        Assert.All(report.Results, r => Assert.Equal(ChangeStatus.Verified, r.Status));
        Assert.Equal(3, lab.Secondary.Snapshot().OfKind(ItemKind.Camera).Count);

        var again = await lab.PlanAsync();
        Assert.True(again.Plan.IsEmpty, string.Join('\n', again.Plan.Changes));
        Assert.Empty(again.Plan.Changes);
        Assert.Equal("No changes in 3 pairs.", (await lab.ApplyAsync(again)).Message);
        Assert.Equal(1, lab.Store.Saves);
        Assert.Empty(lab.Primary.Updates);
    }

    [Fact]
    public async Task The_account_of_a_new_device_is_the_policys_and_stands_in_no_plan_event_or_state()
    {
        var lab = Lab.Of(r => Lab.Fill(r, 1), _ => { }, "hardwareCredentials: [ { match: { name: \"*\" }, user: admin, password: { secret: CAMERA } } ]");
        Arrival.Offer(lab.Primary, lab.Secondary);
        var run = await lab.PlanAsync();
        await lab.ApplyAsync(run);
        var creation = Assert.Single(lab.Secondary.Creations);
        Assert.Equal(("admin", "policy-pass"), (creation.UserName, creation.Password.Reveal()));
        var written = PlanWriter.ToText(run.Plan) + string.Join('\n', lab.Events.All) + System.Text.Encoding.UTF8.GetString(MemoryStateStore.Bytes(lab.Store.State!));
        Assert.DoesNotContain("policy-pass", written, StringComparison.Ordinal);
        Assert.DoesNotContain("device-pass", written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_that_cannot_be_read_ends_the_run_with_its_own_error()
    {
        var lab = Lab.OfPairs(1);
        lab.Secondary.Failure = MemorySite.Error(SiteErrorKind.UnexpectedAnswer, "b answered with a page");
        var failure = await lab.FailToPlanAsync();
        Assert.Equal(("RMF3013", "b answered with a page", SiteErrorKind.UnexpectedAnswer), (failure.Code, failure.Message, failure.Cause?.Kind));
    }

    [Fact]
    public async Task What_is_read_is_narrowed_to_the_labelled_recorders_that_may_be_on_the_site()
    {
        var lab = Lab.OfPairs(1);
        await lab.PlanAsync();
        Assert.Equal(["REC-A1", "REC-B1"], Assert.Single(lab.Primary.Requests).Recorders);
        Assert.Equal(ReadDepth.Full, lab.Primary.Requests[0].Depth);
        lab.Policy = Lab.Read(Lab.PolicyText.Replace("[REC-A1]", "[a/REC-A1]", StringComparison.Ordinal).Replace("[REC-B1]", "[b/REC-B1]", StringComparison.Ordinal) + "links: [ { primary: a/REC-A1, secondary: b/REC-B1 } ]");
        await lab.PlanAsync();
        Assert.Equal(["REC-A1"], lab.Primary.Requests[1].Recorders);
        Assert.Equal(["REC-B1"], lab.Secondary.Requests[1].Recorders);
    }

    [Fact]
    public async Task A_fast_run_hands_on_the_last_snapshots_and_where_the_rotation_is()
    {
        var lab = Lab.OfPairs(1);
        var first = await lab.PlanAsync();
        await lab.Engine.PlanAsync(lab.Request with { Depth = ReadDepth.Fast, Previous = first.Snapshots, RotationCursor = 5 }, CancellationToken.None);
        var request = lab.Secondary.Requests[1];
        Assert.Equal((ReadDepth.Fast, 5), (request.Depth, request.RotationCursor));
        Assert.Same(first.Snapshots["b"], request.Previous);
    }

    [Fact]
    public async Task Warnings_of_a_site_are_said_in_every_run()
    {
        var start = Lab.OfPairs(1);
        var info = start.Secondary.Info with { Warnings = ["b: certificates are not checked"] };
        using var loud = new SiteSet([start.Primary, new MemorySite(start.Secondary.Snapshot()) { Info = info }], owns: false);
        for (var i = 1; i <= 2; i++)
        {
            await start.Engine.PlanAsync(start.Request with { Sites = loud }, CancellationToken.None);
            Assert.Equal(i, start.Events.All.Count(e => e is { IsWarning: true, Site: "b", Message: "b: certificates are not checked" }));
        }
    }

    [Fact]
    public async Task A_run_reports_its_phases_in_order()
    {
        var lab = Lab.OfPairs(1);
        lab.Secondary.Set(ItemKind.Camera, "Camera 1", "name", Scalar.Text("Other"));
        await lab.SyncAsync();
        Assert.Equal(
            [RunPhase.Snapshot, RunPhase.Pair, RunPhase.Plan, RunPhase.Check, RunPhase.Apply, RunPhase.Verify, RunPhase.Remember],
            lab.Events.All.Select(e => e.Phase).Distinct());
        var applied = Assert.Single(lab.Events.All, e => e.Phase == RunPhase.Apply);
        Assert.Equal((1, 1, "b"), (applied.Done, applied.Total, applied.Site));
    }

    [Fact]
    public async Task A_plan_of_another_policy_is_refused()
    {
        var lab = Lab.OfPairs(1);
        var plan = (await lab.PlanAsync()).Plan;
        lab.Policy = lab.Policy with { Conflicts = Policy.ConflictRule.SourceWins };
        var failure = await FailToAdoptAsync(lab, plan);
        Assert.Equal(("RMF2302", RunResultCode.PlanStale), (failure.Code, failure.Result));
    }

    [Fact]
    public async Task A_plan_is_refused_without_its_state_with_another_history_and_with_an_older_state()
    {
        var lab = Lab.OfPairs(1);
        await lab.SyncAsync();
        var state = lab.Store.State!;
        var plan = (await lab.PlanAsync()).Plan;
        lab.Store.State = null;
        Assert.Equal("RMF2303", (await FailToAdoptAsync(lab, plan)).Code);
        lab.Store.State = state with { Lineage = Guid.NewGuid() };
        Assert.Equal("RMF2303", (await FailToAdoptAsync(lab, plan)).Code);
        lab.Store.State = state;
        Assert.Equal("RMF2303", (await FailToAdoptAsync(lab, plan with { Serial = state.Serial + 1 })).Code);
        lab.Store.State = state with { Serial = state.Serial + 5 };
        Assert.Equal(plan.Id, (await AdoptAsync(lab, plan)).Plan.Id);
    }

    [Fact]
    public async Task A_plan_from_a_file_does_the_same_as_the_plan_itself()
    {
        var lab = Lab.Of(r => Lab.Fill(r, 3), r => Lab.Fill(r, 2));
        Arrival.Offer(lab.Primary, lab.Secondary);
        lab.Secondary.Set(ItemKind.Camera, "Camera 2", "description", Scalar.Text("Other"));
        Assert.True(PlanReader.Read(PlanWriter.ToBytes((await lab.PlanAsync()).Plan), "p.json").TryGet(out var plan, out _));
        var report = await lab.ApplyAsync(await AdoptAsync(lab, plan));
        Assert.Equal(RunResultCode.InWantedState, report.Result);
        Assert.Empty((await lab.PlanAsync()).Plan.Changes);
    }

    [Fact]
    public async Task A_stale_plan_is_refused_before_the_first_write()
    {
        var lab = Lab.OfPairs(3);
        lab.Secondary.Set(ItemKind.Camera, "Camera 1", "description", Scalar.Text("Other"));
        lab.Secondary.Set(ItemKind.Camera, "Camera 2", "description", Scalar.Text("Other"));
        var run = await lab.PlanAsync();
        lab.Secondary.Set(ItemKind.Camera, "Camera 2", "description", Scalar.Text("By hand"));

        Assert.NotNull(await lab.Engine.CheckAsync(run, CancellationToken.None));
        var failure = await lab.FailToApplyAsync(run);
        Assert.Equal(("RMF2301", RunResultCode.PlanStale), (failure.Code, failure.Result));
        Assert.Equal("The plan is stale: 1 of 2 items changed since it was made. secondary/REC-B1/10.0.0.2/camera[0] description is 'By hand' now, the plan was made when it was 'Other'.", failure.Message);
        Assert.Empty(lab.Secondary.Updates);
        Assert.Equal(0, lab.Store.Saves);
    }

    [Fact]
    public async Task A_plan_is_stale_when_what_it_touches_is_gone()
    {
        var lab = Lab.OfPairs(1);
        lab.Secondary.Set(ItemKind.Camera, "Camera 1", "description", Scalar.Text("Other"));
        var run = await lab.PlanAsync();
        lab.Secondary.Remove(lab.Secondary.Item(ItemKind.Camera, "Camera 1").Key);
        Assert.Contains("secondary/REC-B1/10.0.0.1/camera[0] is gone", (await lab.FailToApplyAsync(run)).Message, StringComparison.Ordinal);
        Assert.Empty(lab.Secondary.Updates);
    }

    [Fact]
    public async Task A_plan_is_not_stale_for_values_that_it_does_not_touch_or_that_are_only_spelled_otherwise()
    {
        var lab = Lab.OfPairs(1);
        lab.Secondary.Set(ItemKind.Camera, "Camera 1", "recordingEnabled", Scalar.Text("False"));
        var run = await lab.PlanAsync();
        lab.Secondary.Set(ItemKind.Camera, "Camera 1", "recordingEnabled", Scalar.False);
        lab.Secondary.Set(ItemKind.Camera, "Camera 1", "description", Scalar.Text("By hand"));
        Assert.Equal(ChangeStatus.Verified, Assert.Single((await lab.ApplyAsync(run)).Results, r => r.Change.Writes).Status);
    }

    [Fact]
    public async Task A_state_that_cannot_be_saved_is_reported_and_does_not_undo_the_run()
    {
        var lab = Lab.OfPairs(1);
        lab.Secondary.Set(ItemKind.Camera, "Camera 1", "name", Scalar.Text("Other"));
        lab.Store.Failure = new RunFailure("RMF2204", "disk full", "Make room.");
        var report = await lab.SyncAsync();
        Assert.Equal((RunResultCode.Error, "RMF2204"), (report.Result, report.StateFailure?.Code));
        Assert.Equal(1, report.Count(ChangeStatus.Verified));
    }

    [Fact]
    public async Task A_state_that_cannot_be_read_ends_the_run_before_a_site_is_asked()
    {
        var lab = Lab.OfPairs(1);
        var path = Path.GetTempFileName();
        await File.WriteAllTextAsync(path, "half {");
        var outcome = await lab.Engine.PlanAsync(lab.Request with { State = new FileStateStore(path) }, CancellationToken.None);
        File.Delete(path);
        Assert.Equal("RMF2202", outcome.Failure?.Code);
        Assert.Empty(lab.Primary.Requests);
    }

    [Fact]
    public async Task A_cancelled_run_says_so_and_sends_no_more()
    {
        var lab = Lab.OfPairs(5);
        for (var i = 1; i <= 5; i++)
        {
            lab.Secondary.Set(ItemKind.Camera, "Camera " + i, "description", Scalar.Text("Other"));
        }

        var run = await lab.PlanAsync();
        using var stop = new CancellationTokenSource();
        lab.Secondary.Pause = stop.CancelAsync;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => lab.Engine.ApplyAsync(run, [], stop.Token));
        Assert.Single(lab.Secondary.Updates);
    }

    [Fact]
    public async Task What_a_stopped_run_had_added_is_remembered_as_its_own()
    {
        var lab = Lab.Of(r => Lab.Fill(r, 1), _ => { });
        Arrival.Offer(lab.Primary, lab.Secondary);
        var run = await lab.PlanAsync();
        using var stop = new CancellationTokenSource();
        lab.Secondary.OnUpdate = _ =>
        {
            stop.Cancel();
            return Effect.Taken;
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => lab.Engine.ApplyAsync(run, [], stop.Token));
        Assert.All(lab.Store.State!.Pairs, p => Assert.Equal(Core.Pairing.Ownership.Created, p.Ownership));
        Assert.Equal(2, lab.Store.State!.Pairs.Count);

        lab.Secondary.OnUpdate = _ => Effect.Taken;
        Assert.Equal(RunResultCode.InWantedState, (await lab.SyncAsync()).Result);
        Assert.Empty((await lab.PlanAsync()).Plan.Changes);
    }

    [Fact]
    public async Task An_object_that_cannot_be_read_again_is_not_written_blindly_and_does_not_hold_up_the_others()
    {
        var lab = Lab.OfPairs(2);
        lab.Secondary.Set(ItemKind.Camera, "Camera 1", "description", Scalar.Text("Other"));
        lab.Secondary.Set(ItemKind.Camera, "Camera 2", "description", Scalar.Text("Other"));
        var run = await lab.PlanAsync();
        var silent = lab.Secondary.Item(ItemKind.Camera, "Camera 2").Key;
        lab.Secondary.OnReadAgain = key => key == silent ? MemorySite.Error(SiteErrorKind.Timeout, "no answer in time") : (Outcome<Item?>?)null;
        var report = await lab.ApplyAsync(run);
        Assert.Equal("Camera 1", Assert.Single(lab.Secondary.Updates).Current.Name);
        Assert.Equal((RunResultCode.PartlyApplied, 1, 1), (report.Result, report.Count(ChangeStatus.Verified), report.Count(ChangeStatus.Skipped)));
        Assert.Contains("it could not be read again before the first write", report.Results.Single(r => r.Status == ChangeStatus.Skipped).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_guards_judge_a_plan_from_a_file_as_things_stand_now()
    {
        var lab = Lab.OfPairs(1, "guards: { freeze: [ { from: 2026-01-02T00:00:00Z, to: 2026-01-03T00:00:00Z } ] }");
        lab.Secondary.Set(ItemKind.Camera, "Camera 1", "description", Scalar.Text("Other"));
        var plan = (await lab.PlanAsync()).Plan;
        Assert.Empty(plan.Guards);
        lab.Clock.Advance(TimeSpan.FromHours(30));
        var adopted = await AdoptAsync(lab, plan);
        Assert.Equal("FreezeWindow", Assert.Single(adopted.Plan.Guards).Guard);
        Assert.Equal("RMF2304", (await lab.FailToApplyAsync(adopted)).Code);
        Assert.Equal(RunResultCode.InWantedState, (await lab.ApplyAsync(adopted, "FreezeWindow")).Result);
    }

    private static async Task<PreparedRun> AdoptAsync(Lab lab, Plan plan)
    {
        var outcome = await lab.Engine.AdoptPlanAsync(plan, lab.Request, CancellationToken.None);
        Assert.True(outcome.TryGet(out var run, out var failure), failure?.Message);
        return run;
    }

    private static async Task<RunFailure> FailToAdoptAsync(Lab lab, Plan plan)
    {
        var outcome = await lab.Engine.AdoptPlanAsync(plan, lab.Request, CancellationToken.None);
        Assert.False(outcome.TryGet(out _, out var failure));
        return failure!;
    }
}
