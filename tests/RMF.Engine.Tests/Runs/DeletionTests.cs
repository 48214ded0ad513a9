using RMF.Core.Inventory;
using RMF.Core.Planning;
using RMF.Engine.Ports;
using RMF.Engine.Runs;
using RMF.Engine.Tests.Fakes;

namespace RMF.Engine.Tests.Runs;

/// <summary>What must be true before a device of the target is deleted, and what is remembered when it cannot be.</summary>
[Trait("Proof", "matrix")]
public sealed class DeletionTests
{
    private const string Delete = "lifecycle: { delete: true }\n";

    [Fact]
    public async Task A_device_that_the_source_deleted_is_deleted_and_forgotten()
    {
        var lab = await PairedAsync(10);
        lab.Primary.RemoveTree(Device(lab.Primary, 1));

        var change = Lab.OnlyWrite(await lab.PlanAsync());
        Assert.Equal((ChangeAction.Delete, ChangeReason.SourceDeleted, "secondary/REC-B1/10.0.0.1#delete"), (change.Action, change.Reason, change.Id));
        Assert.Equal(RunResultCode.InWantedState, (await lab.SyncAsync()).Result);

        Assert.Equal(9, lab.Secondary.Snapshot().OfKind(ItemKind.Camera).Count);
        Assert.Equal(18, lab.Store.State!.Pairs.Count);
        Assert.Empty(lab.Store.State!.Tombstones);
        Assert.Empty((await lab.PlanAsync()).Plan.Changes);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task A_run_without_the_lifecycle_deletes_nothing(bool lifecycle, int deletes)
    {
        var lab = await PairedAsync(10);
        lab.Primary.RemoveTree(Device(lab.Primary, 1));
        lab.Scope = new PlanScope { Kinds = [ItemKind.Hardware], Lifecycle = lifecycle };
        Assert.Equal(deletes, (await lab.PlanAsync()).Plan.Changes.Count);
    }

    [Fact]
    public async Task Nothing_is_deleted_at_first_sight()
    {
        var lab = Lab.Of(r => Lab.Fill(r, 9), r => Lab.Fill(r, 10), Delete);
        await lab.SyncAsync();
        Assert.Empty((await lab.PlanAsync()).Plan.Changes);
        Assert.Empty(lab.Secondary.Deletes);
    }

    [Fact]
    public async Task Nothing_is_deleted_after_a_lost_state()
    {
        var lab = await PairedAsync(10);
        lab.Primary.RemoveTree(Device(lab.Primary, 1));
        lab.Store.State = null;
        await lab.SyncAsync();
        Assert.Empty(lab.Secondary.Deletes);
    }

    [Fact]
    public async Task What_the_sources_list_left_out_is_not_deleted()
    {
        var lab = await PairedAsync(10);
        lab.Primary.Hidden = [Device(lab.Primary, 1)];
        Assert.Empty((await lab.PlanAsync()).Plan.Changes);
    }

    [Fact]
    public async Task What_the_source_cannot_be_asked_for_is_not_deleted()
    {
        var lab = await PairedAsync(10);
        lab.Primary.RemoveTree(Device(lab.Primary, 1));
        lab.Primary.OnReadAgain = _ => MemorySite.Error(SiteErrorKind.Timeout, "no answer in time");
        Assert.Empty((await lab.PlanAsync()).Plan.Changes);
    }

    [Fact]
    public async Task What_hangs_on_a_recording_server_that_the_policy_dropped_is_not_deleted()
    {
        var lab = await PairedAsync(10);
        var elsewhere = lab.Primary.Item(ItemKind.Hardware, "Device 1") with { Parent = new ItemKey("a", ItemKind.RecordingServer, "dropped") };
        lab.Primary.RemoveTree(elsewhere.Key);
        lab.Primary.OnReadAgain = key => key == elsewhere.Key ? Outcome<Item?>.Of(elsewhere) : (Outcome<Item?>?)null;
        Assert.DoesNotContain((await lab.PlanAsync()).Plan.Changes, c => c.Action == ChangeAction.Delete);
    }

    [Fact]
    public async Task A_device_with_a_camera_that_the_policy_excludes_is_not_deleted()
    {
        var lab = await PairedAsync(10);
        lab.Primary.RemoveTree(Device(lab.Primary, 1));
        lab.Policy = Lab.Read(Lab.PolicyText + Lab.Links + Delete + "manage: { exclude: [ { name: \"Camera 1\" } ] }\n");
        var change = Assert.Single((await lab.PlanAsync()).Plan.Changes);
        Assert.Equal((ChangeAction.Unsupported, ChangeReason.SourceDeleted), (change.Action, change.Reason));
    }

    [Fact]
    public async Task A_device_with_a_camera_that_is_not_ours_is_not_deleted()
    {
        var lab = await PairedAsync(10);
        var camera = lab.Secondary.Item(ItemKind.Camera, "Camera 1");
        lab.Secondary.Put(camera with { Key = new ItemKey("b", ItemKind.Camera, "foreign"), Name = "Foreign", Properties = camera.Properties.With("channel", Scalar.Number(7)) });
        lab.Primary.RemoveTree(Device(lab.Primary, 1));
        Assert.Contains("'Foreign'", Assert.Single((await lab.PlanAsync()).Plan.Changes, c => c.Reason == ChangeReason.SourceDeleted).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_delete_that_fails_leaves_a_tombstone_and_is_tried_again()
    {
        var lab = await PairedAsync(10);
        lab.Primary.RemoveTree(Device(lab.Primary, 1));
        lab.Secondary.OnDelete = k => new WriteResult(WriteStatus.Failed, MemorySite.Error(SiteErrorKind.DeviceUnreachable, "the recording server is offline"), k);
        Assert.Equal(RunResultCode.PartlyApplied, (await lab.SyncAsync()).Result);
        var tombstone = Assert.Single(lab.Store.State!.Tombstones);
        Assert.Equal(("secondary/REC-B1/10.0.0.1", lab.Clock.GetUtcNow()), (tombstone.Address, tombstone.Since));

        lab.Clock.Advance(TimeSpan.FromHours(2));
        var again = await lab.PlanAsync();
        Assert.Contains("known since", Lab.OnlyWrite(again).Detail, StringComparison.Ordinal);
        Assert.Contains(again.Findings, f => f.State == Core.Pairing.PairState.Tombstoned);
        lab.Secondary.OnDelete = k => WriteResult.Confirmed(k);
        Assert.Equal(RunResultCode.InWantedState, (await lab.SyncAsync()).Result);
        Assert.Empty(lab.Store.State!.Tombstones);
    }

    [Fact]
    public async Task A_target_that_was_not_seen_leaves_a_tombstone()
    {
        var lab = await PairedAsync(10);
        lab.Primary.RemoveTree(Device(lab.Primary, 1));
        lab.Secondary.Hidden = [Device(lab.Secondary, 1)];
        await lab.SyncAsync();
        Assert.Single(lab.Store.State!.Tombstones);
        lab.Secondary.Hidden = [];
        await lab.SyncAsync();
        Assert.Single(lab.Secondary.Deletes);
        Assert.Empty(lab.Store.State!.Tombstones);
    }

    [Theory]
    [InlineData(3, 1, true)]
    [InlineData(3, 3, true)]
    [InlineData(4, 1, false)]
    [InlineData(20, 6, false)]
    [InlineData(20, 7, true)]
    public async Task A_source_that_shrank_deletes_nothing(int devices, int gone, bool refused)
    {
        var lab = await PairedAsync(devices);
        for (var i = 1; i <= gone; i++)
        {
            lab.Primary.RemoveTree(Device(lab.Primary, i));
        }

        var run = await lab.PlanAsync();
        Assert.Equal(refused, run.Plan.Guards.Any(g => g.Guard == "SourceShrank"));
        if (refused)
        {
            var message = run.Plan.Guards.Single(g => g.Guard == "SourceShrank").Message;
            Assert.StartsWith(FormattableString.Invariant($"The source holds {devices - gone} of {devices} remembered hardware items for recording server 'REC-B1'; the limit is 70 %"), message, StringComparison.Ordinal);
            Assert.Equal("RMF2304", (await lab.FailToApplyAsync(run)).Code);
            Assert.Empty(lab.Secondary.Deletes);
        }
    }

    [Fact]
    public async Task Nothing_is_deleted_while_a_recording_server_is_failed_over()
    {
        var lab = await PairedAsync(10);
        lab.Primary.RemoveTree(Device(lab.Primary, 1));
        var recorder = lab.Secondary.Item(ItemKind.RecordingServer, "REC-B1");
        lab.Secondary.Put(recorder with { Properties = recorder.Properties.With("webServerUri", Scalar.Text("http://rec-b1:7563/")).With("activeWebServerUri", Scalar.Text("http://failover:7563/")) });
        var run = await lab.PlanAsync();
        Assert.Contains(run.Plan.Guards, g => g.Guard == "RecorderFailedOver" && g.Message.Contains("'REC-B1'", StringComparison.Ordinal));
        Assert.Equal("RMF2304", (await lab.FailToApplyAsync(run)).Code);
    }

    private static ItemKey Device(MemorySite site, int number) => site.Item(ItemKind.Hardware, "Device " + number).Key;

    private static async Task<Lab> PairedAsync(int devices)
    {
        var lab = Lab.OfPairs(devices, Delete);
        await lab.SyncAsync();
        return lab;
    }
}
