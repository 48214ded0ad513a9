using RMF.Core.Inventory;
using RMF.Core.Pairing;
using RMF.Engine.Runs;
using RMF.Engine.Tests.Fakes;

namespace RMF.Engine.Tests.Applying;

public sealed class StateUpdaterTests
{
    [Fact]
    public async Task Pairs_that_were_found_are_adopted_and_additions_are_created()
    {
        var lab = Lab.Of(r => Lab.Fill(r, 2), r => Lab.Fill(r, 1));
        Arrival.Offer(lab.Primary, lab.Secondary);
        await lab.SyncAsync();
        Assert.Equal(Ownership.Adopted, Pair(lab, ItemKind.Hardware, "Device 1").Ownership);
        Assert.Equal(Ownership.Adopted, Pair(lab, ItemKind.Camera, "Camera 1").Ownership);
        Assert.Equal(Ownership.Created, Pair(lab, ItemKind.Hardware, "Device 2").Ownership);
        Assert.Equal(Ownership.Created, Pair(lab, ItemKind.Camera, "Camera 2").Ownership);

        // Who made it is not forgotten by a later run that only finds it.
        lab.Secondary.Set(ItemKind.Camera, "Camera 2", "description", Scalar.Text("Other"));
        await lab.SyncAsync();
        Assert.Equal(Ownership.Created, Pair(lab, ItemKind.Camera, "Camera 2").Ownership);
    }

    [Fact]
    public async Task What_both_sides_agree_on_is_the_base_and_what_they_do_not_keeps_its_old_one()
    {
        var lab = Lab.OfPairs(1);
        lab.Secondary.Set(ItemKind.Camera, "Camera 1", "shortName", Scalar.Text("1"));
        lab.Secondary.OnUpdate = _ => Effect.Refused;
        await lab.SyncAsync();
        var bases = Pair(lab, ItemKind.Camera, "Camera 1").Bases[ItemKind.Camera];
        Assert.Equal(Scalar.Empty, bases["description"]);
        Assert.Null(bases["shortName"]);

        lab.Primary.Set(ItemKind.Camera, "Camera 1", "description", Scalar.Text("Newer"));
        await lab.SyncAsync();
        Assert.Equal(Scalar.Empty, Pair(lab, ItemKind.Camera, "Camera 1").Bases[ItemKind.Camera]["description"]);

        lab.Secondary.OnUpdate = _ => Effect.Taken;
        await lab.SyncAsync();
        Assert.Equal(Scalar.Text("Newer"), Pair(lab, ItemKind.Camera, "Camera 1").Bases[ItemKind.Camera]["description"]);
    }

    [Fact]
    public async Task A_switch_that_is_turned_off_keeps_the_bases_for_when_it_is_on_again()
    {
        var lab = Lab.OfPairs(1);
        await lab.SyncAsync();
        var before = Pair(lab, ItemKind.Camera, "Camera 1").Bases[ItemKind.MotionDetection];
        lab.Policy = Lab.Read(Lab.PolicyText + Lab.Links + "synchronize: { cameras: { motion: false, recording: false } }");
        lab.Secondary.Set(ItemKind.MotionDetection, "Camera 1", "detectionMethod", Scalar.Text("Optimized"));
        lab.Secondary.Set(ItemKind.Camera, "Camera 1", "description", Scalar.Text("Other"));
        Assert.Equal("secondary/REC-B1/10.0.0.1/camera[0]", Lab.OnlyWrite(await lab.PlanAsync()).Address);
        await lab.SyncAsync();
        Assert.Equal(before, Pair(lab, ItemKind.Camera, "Camera 1").Bases[ItemKind.MotionDetection]);
        Assert.NotNull(Pair(lab, ItemKind.Camera, "Camera 1").Bases[ItemKind.Camera]["recordingEnabled"]);

        // On again, the target is known to have drifted: the base was not lost.
        lab.Policy = Lab.Read(Lab.PolicyText + Lab.Links);
        Assert.Equal(Core.Planning.ChangeReason.TargetDrifted, Lab.OnlyWrite(await lab.PlanAsync()).Reason);
    }

    [Fact]
    public async Task A_pair_that_was_not_seen_stays()
    {
        var lab = Lab.OfPairs(2);
        await lab.SyncAsync();
        var gone = Pair(lab, ItemKind.Camera, "Camera 2");
        foreach (var item in lab.Secondary.Snapshot().Items.Where(i => i.Name is "Device 2" or "Camera 2").ToList())
        {
            lab.Secondary.Remove(item.Key);
        }

        lab.Policy = Lab.Read(Lab.PolicyText + Lab.Links + "lifecycle: { add: false }");
        lab.Primary.Set(ItemKind.Camera, "Camera 1", "description", Scalar.Text("Newer"));
        await lab.SyncAsync();
        var kept = Pair(lab, ItemKind.Camera, "Camera 2");
        Assert.Equal((gone.Primary, gone.Secondary, gone.Ownership), (kept.Primary, kept.Secondary, kept.Ownership));
        Assert.Equal(gone.Bases.OrderBy(b => b.Key), kept.Bases.OrderBy(b => b.Key));
    }

    [Fact]
    public async Task A_device_that_was_added_anew_takes_the_place_of_its_old_pair()
    {
        var lab = Lab.OfPairs(1);
        await lab.SyncAsync();
        var old = Pair(lab, ItemKind.Hardware, "Device 1");
        foreach (var item in lab.Secondary.Snapshot().Items.Where(i => i.Name is "Device 1" or "Camera 1").ToList())
        {
            lab.Secondary.Remove(item.Key);
        }

        Arrival.Offer(lab.Primary, lab.Secondary);
        await lab.SyncAsync();
        var now = Pair(lab, ItemKind.Hardware, "Device 1");
        Assert.NotEqual(old.Secondary, now.Secondary);
        Assert.Equal(Ownership.Created, now.Ownership);
        Assert.Equal(2, lab.Store.State!.Pairs.Count);
        Assert.Empty((await lab.PlanAsync()).Plan.Changes);
    }

    [Fact]
    public async Task What_the_policy_does_not_manage_is_neither_adopted_nor_agreed_on()
    {
        var lab = Lab.Of(Fill, Fill, "manage: { exclude: [ { name: \"Not ours\" } ] }");
        await lab.SyncAsync();
        Assert.Equal([ItemKind.Camera, ItemKind.Hardware], lab.Store.State!.Pairs.Select(p => p.Primary.Kind).Order().Reverse());
        Assert.Equal(lab.Primary.Item(ItemKind.Camera, "Ours").Key, lab.Store.State!.Pairs.Single(p => p.Primary.Kind == ItemKind.Camera).Primary);

        static void Fill(Testing.Worlds.RecorderBuilder r) => r.Hardware("10.0.0.1", h => h.Camera(0, "Ours").Camera(1, "Not ours"));
    }

    [Fact]
    public async Task A_run_without_news_saves_nothing()
    {
        var lab = Lab.OfPairs(2);
        await lab.SyncAsync();
        await lab.SyncAsync();
        await lab.SyncAsync();
        Assert.Equal((1, 1L), (lab.Store.Saves, lab.Store.State!.Serial));
    }

    [Fact]
    public async Task A_MAC_that_was_not_read_this_time_is_remembered_on()
    {
        var lab = Lab.OfPairs(1);
        await lab.SyncAsync();
        Assert.Equal("00408C000001", Pair(lab, ItemKind.Hardware, "Device 1").SecondaryIdentity?.Mac);
        lab.Secondary.Remove(lab.Secondary.Item(ItemKind.Hardware, "Device 1").Key.Part(ItemKind.HardwareDriverSettings));
        lab.Primary.Set(ItemKind.Camera, "Camera 1", "description", Scalar.Text("Newer"));
        await lab.SyncAsync();
        Assert.Equal("00408C000001", Pair(lab, ItemKind.Hardware, "Device 1").SecondaryIdentity?.Mac);
    }

    [Fact]
    public async Task A_lost_state_is_safe_pairs_are_found_again_and_nothing_is_written_that_is_equal()
    {
        var lab = Lab.OfPairs(3);
        await lab.SyncAsync();
        lab.Store.State = null;
        var run = await lab.PlanAsync();
        Assert.True(run.Plan.IsEmpty);
        Assert.Equal(3, run.Plan.Summary.Adopt);
        Assert.Equal(RunResultCode.InWantedState, (await lab.ApplyAsync(run)).Result);
    }

    [Fact]
    public async Task Devices_that_only_their_names_tell_apart_pair_by_the_naming_pattern()
    {
        var lab = Lab.Of(
            r => r.Hardware("10.0.0.1", h => h.Named("One").Mac("00:40:8c:00:00:01")).Hardware("10.0.0.2", h => h.Named("Two").Mac("00:40:8c:00:00:01")),
            r => r.Hardware("10.9.0.1", h => h.Named("Two (B)").Mac("00:40:8c:00:00:01")).Hardware("10.9.0.2", h => h.Named("One (B)").Mac("00:40:8c:00:00:01")),
            "naming: { secondary: \"{name} (B)\" }");
        var run = await lab.PlanAsync();
        Assert.True(run.Plan.IsEmpty, string.Join('\n', run.Plan.Changes));
        await lab.ApplyAsync(run);
        Assert.Equal(lab.Secondary.Item(ItemKind.Hardware, "One (B)").Key, Pair(lab, ItemKind.Hardware, "One").Secondary);
    }

    private static RememberedPair Pair(Lab lab, ItemKind kind, string primary)
        => Assert.Single(lab.Store.State!.Pairs, p => p.Primary == lab.Primary.Item(kind, primary).Key);
}
