using RMF.Core.Inventory;
using RMF.Engine.Journal;
using RMF.Engine.Ports;
using RMF.Engine.Runs;
using RMF.Engine.Tests.Fakes;

namespace RMF.Engine.Tests.Journal;

public sealed class JournalTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("rmf-journal-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task What_is_sent_stands_on_the_disk_before_it_leaves()
    {
        var lab = Drifted(20);
        var early = 0;
        lab.Secondary.OnUpdate = update =>
        {
            var records = Runs()[^1].Records;
            var key = $"b/Camera/{update.Current.Key.Id}";
            early += records.Any(r => r.Event == JournalEvent.Sent && r.Target == key) && records.Any(r => r.Event == JournalEvent.Intended && r.Target == key && r.Properties.Contains("description")) ? 0 : 1;
            return Effect.Taken;
        };
        await lab.SyncAsync();
        Assert.Equal(0, early);
        Assert.Equal(20, lab.Secondary.Updates.Count);
    }

    [Fact]
    public async Task A_run_is_told_from_its_start_to_its_end()
    {
        var lab = Drifted(2);
        var report = await lab.SyncAsync();
        var run = Assert.Single(Runs());
        Assert.Equal((report.Plan.Id, "Backup", 2, "InWantedState", true), (run.Id, run.Direction, run.Planned, run.Result, run.IsRemembered));
        Assert.Equal(
            ["Started", "Intended", "Intended", "Sent", "Sent", "Confirmed", "Confirmed", "Verified", "Verified", "Remembered", "Ended"],
            run.Records.Select(r => r.Event.ToString()).OrderBy(e => Array.IndexOf(Enum.GetNames<JournalEvent>(), e)));
        Assert.Empty(run.Faults);
        Assert.All(run.Changes, c => Assert.Equal("Verified", c.Status));
    }

    [Fact]
    public async Task A_run_that_a_guard_refused_and_one_whose_guard_was_overridden_stand_in_it()
    {
        var lab = Drifted(12);
        await lab.SyncAsync();
        for (var i = 1; i <= 12; i++)
        {
            lab.Primary.Set(ItemKind.Camera, "Camera " + i, "description", Scalar.Text("New"));
        }

        lab.Policy = Lab.Read(Lab.PolicyText + Lab.Links + "guards: { updatePercent: 10 }\n");
        var run = await lab.PlanAsync();
        await lab.FailToApplyAsync(run);
        await lab.ApplyAsync(run, "UpdatePercent");
        var runs = Runs().Skip(1).ToList();
        Assert.Equal(["GuardRefused", "InWantedState"], runs.Select(r => r.Result));
        Assert.All(runs, r => Assert.StartsWith("UpdatePercent: ", Assert.Single(r.Guards), StringComparison.Ordinal));
        Assert.Equal(["UpdatePercent"], runs[1].AllowedGuards);
        Assert.Empty(runs[0].AllowedGuards);
    }

    [Fact]
    public async Task Nothing_is_sent_when_it_cannot_be_written_down()
    {
        var lab = Drifted(3);
        lab.Journal = new LimitedJournal(0);
        var report = await lab.SyncAsync();
        Assert.Empty(lab.Secondary.Updates);
        Assert.All(report.Results, r => Assert.Equal((ChangeStatus.Skipped, "The disk is full."), (r.Status, r.Reason)));
        Assert.NotEqual(RunResultCode.InWantedState, report.Result);
    }

    [Fact]
    public async Task A_journal_that_fails_in_mid_run_stops_what_was_not_sent_yet()
    {
        var lab = Drifted(30);
        lab.Journal = new LimitedJournal(5);
        await lab.SyncAsync();
        Assert.InRange(lab.Secondary.Updates.Count, 1, 4);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_ends_the_run_before_the_first_request()
    {
        var lab = Drifted(1);
        var file = Path.Combine(folder, "file");
        await File.WriteAllTextAsync(file, "not a folder");
        lab.Journal = new FileJournal(Path.Combine(file, "below"));
        var failure = await lab.FailToApplyAsync(await lab.PlanAsync());
        Assert.Equal("RMF2206", failure.Code);
        Assert.Empty(lab.Secondary.Updates);
    }

    [Fact]
    public async Task A_second_run_at_the_same_time_is_told_who_holds_the_lock_and_gets_it_when_the_first_ends()
    {
        var lab = Drifted(1);
        var run = await lab.PlanAsync();
        var begun = await lab.Journal.BeginAsync(new JournalStart(run.Plan, [], DateTimeOffset.UnixEpoch), CancellationToken.None);
        Assert.True(begun.TryGet(out var held, out _));
        var failure = await lab.FailToApplyAsync(run);
        Assert.Equal("RMF2205", failure.Code);
        Assert.Contains(run.Plan.Id, failure.Message, StringComparison.Ordinal);
        Assert.Contains(Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture), failure.Message, StringComparison.Ordinal);
        Assert.Empty(lab.Secondary.Updates);

        held.Dispose();
        await lab.ApplyAsync(run);
        Assert.Null(Runs()[0].Result);
    }

    [Fact]
    public async Task A_device_whose_run_died_after_it_was_added_is_finished_as_our_own()
    {
        var lab = Lab.Of(r => Lab.Fill(r, 1), _ => { });
        lab.Journal = new FileJournal(folder);
        Arrival.Offer(lab.Primary, lab.Secondary);
        lab.Secondary.OnUpdate = _ => throw new InvalidOperationException("the process dies");
        await Assert.ThrowsAsync<InvalidOperationException>(() => lab.SyncAsync());
        Assert.Null(lab.Store.State);

        lab.Secondary.OnUpdate = _ => Effect.Taken;
        await lab.SyncAsync();
        Assert.All(lab.Store.State!.Pairs, p => Assert.Equal(Core.Pairing.Ownership.Created, p.Ownership));
        Assert.True(lab.Secondary.Item(ItemKind.Camera, "Camera 1").Properties.IsTrue("enabled"));
        Assert.Single(lab.Secondary.Creations);
        Assert.True((await lab.PlanAsync()).Plan.IsEmpty);
    }

    [Fact]
    public async Task A_device_that_somebody_else_added_meanwhile_is_not_ours()
    {
        var lab = Lab.Of(r => Lab.Fill(r, 1), _ => { });
        lab.Journal = new FileJournal(folder);
        Arrival.Offer(lab.Primary, lab.Secondary);
        lab.Secondary.AlreadyThere = true;
        lab.Secondary.OnUpdate = _ => throw new InvalidOperationException("the process dies");
        await Assert.ThrowsAsync<InvalidOperationException>(() => lab.SyncAsync());
        lab.Secondary.OnUpdate = _ => Effect.Taken;
        await lab.SyncAsync();
        Assert.All(lab.Store.State!.Pairs, p => Assert.Equal(Core.Pairing.Ownership.Adopted, p.Ownership));
    }

    [Fact]
    public async Task Old_runs_are_removed_and_the_chain_of_the_kept_ones_holds()
    {
        var lab = Drifted(0);
        for (var i = 0; i < FileJournal.KeptRuns + 2; i++)
        {
            var start = new JournalStart((await PlanOf(lab)) with { Id = Guid.NewGuid().ToString("D") }, [], DateTimeOffset.UnixEpoch.AddSeconds(i));
            (await lab.Journal.BeginAsync(start, CancellationToken.None)).Value!.Dispose();
        }

        var runs = Runs();
        Assert.Equal(FileJournal.KeptRuns, runs.Count);
        Assert.All(runs, r => Assert.Empty(r.Faults));
    }

    [Fact]
    public async Task Runs_stand_in_their_order_also_when_the_clock_goes_back()
    {
        var lab = Drifted(0);
        var plan = await PlanOf(lab);
        foreach (var (id, hour) in new[] { ("b0000000", 2), ("a0000000", 2), ("c0000000", 1) })
        {
            (await lab.Journal.BeginAsync(new JournalStart(plan with { Id = id }, [], DateTimeOffset.UnixEpoch.AddHours(hour)), CancellationToken.None)).Value!.Dispose();
        }

        Assert.Equal(["b0000000", "a0000000", "c0000000"], Runs().Select(r => r.Id));
        Assert.All(Runs(), r => Assert.Empty(r.Faults));
    }

    private static async Task<Core.Planning.Plan> PlanOf(Lab lab) => (await lab.PlanAsync()).Plan;

    /// <summary>So many cameras whose description on the target is not the source's.</summary>
    private Lab Drifted(int cameras)
    {
        var lab = Lab.OfPairs(cameras);
        lab.Journal = new FileJournal(folder);
        for (var i = 1; i <= cameras; i++)
        {
            lab.Secondary.Set(ItemKind.Camera, "Camera " + i, "description", Scalar.Text("Other"));
        }

        return lab;
    }

    private IReadOnlyList<JournalRun> Runs() => new FileJournal(folder).Read(int.MaxValue).Value!;
}
