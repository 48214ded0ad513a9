using RMF.Core.Inventory;
using RMF.Core.Kinds;
using RMF.Core.Planning;
using RMF.Testing.Worlds;

namespace RMF.Core.Tests.Planning;

public sealed class CreationTests
{
    private const string Hardware = "secondary/REC-B1/10.0.0.5:8080";

    private static readonly Action<HardwareBuilder> Device = h => h.Named("Gate box").Mac("00408C000005").Set("description", "north")
        .Camera(0, "Gate 1", c => c.Set("description", "in").Setting("WDR", "on").VideoStream("V1", ("FPS", "25")).VideoStream("V2", ("FPS", "8")).Uses("V2", ("liveDefault", Scalar.True)))
        .Camera(1, "Gate 2", c => c.Set("enabled", Scalar.False));

    private static readonly SyncWorld World = SyncWorld.OneToOne(r => r.Hardware("10.0.0.5:8080", Device), r => r.Drivers("5"));

    [Fact]
    public void Everything_is_in_the_plan_before_the_first_write()
    {
        Assert.Equal(
            [
                Hardware,
                Hardware + "#update",
                Hardware + "/camera[0]",
                Hardware + "/camera[1]",
                Hardware + "/camera[0]/motionDetection",
                Hardware + "/camera[0]/settings",
                Hardware + "/camera[0]/streams",
                Hardware + "/camera[1]/motionDetection",
                Hardware + "/camera[1]/settings",
                Hardware + "/camera[1]/streams",
                Hardware + "#enable",
                Hardware + "/camera[0]#enable",
                Hardware + "/camera[1]#enable",
            ],
            World.Plan().Changes.Select(c => c.Id));
    }

    [Fact]
    public void The_creation_says_what_the_server_must_be_told()
    {
        var create = World.Plan().Changes[0];
        Assert.Equal((ChangeAction.Create, ChangeReason.MissingOnTarget, SyncStage.Lifecycle, WriteMethod.Task), (create.Action, create.Reason, create.Stage, create.Method));
        Assert.Equal(["address=http://10.0.0.5:8080/", "hardwareDriverPath=5", "userName=root"], create.Properties.Select(p => $"{p.Path}={p.After}"));
        Assert.IsType<NamedReference>(create.Properties[1].After);
        Assert.Null(create.Target);
        Assert.Equal(World.Item(Side.Primary, ItemKind.Hardware, "Gate box").Key, create.Source);
        Assert.Equal(World.Item(Side.Secondary, ItemKind.RecordingServer, "REC-B1").Key, create.TargetRecorder);
    }

    [Fact]
    public void All_that_follows_waits_for_the_creation_and_enabling_for_the_hardwares()
    {
        var plan = World.Plan();
        Assert.Empty(plan.Changes[0].DependsOn);
        Assert.All(plan.Changes.Skip(1), c => Assert.Contains(Hardware, c.DependsOn));
        Assert.Equal([Hardware], Find(plan, "#enable").DependsOn);
        Assert.Equal([Hardware, Hardware + "#enable"], Find(plan, "/camera[1]#enable").DependsOn);
        Assert.Equal([SyncStage.Enable], plan.Changes.Where(c => c.Id.EndsWith("#enable", StringComparison.Ordinal)).Select(c => c.Stage).Distinct());
    }

    [Fact]
    public void Enabling_is_a_step_of_its_own_and_in_no_other()
    {
        var plan = World.Plan();
        Assert.All(plan.Changes, c => Assert.Equal(c.Id.EndsWith("#enable", StringComparison.Ordinal), c.Properties.Any(p => p.Path == "enabled" && c.Kind != ItemKind.MotionDetection)));
        Assert.Equal(Scalar.False, Find(plan, "/camera[1]#enable").Properties[0].After);
    }

    [Fact]
    public void Storages_and_streams_are_translated()
    {
        var plan = World.Plan();
        var storage = World.Item(Side.Secondary, ItemKind.Storage, "Standby").Key;
        Assert.Equal(new Reference(storage), Find(plan, "/camera[0]").Properties.Single(p => p.Path == "recordingStorage").After);
        Assert.Equal(new NamedReference(ItemKind.DeviceStream, "V2"), Find(plan, "/camera[0]/streams").Properties.Single(p => p.Path == "stream[V2].streamReferenceId").After);
    }

    [Fact]
    public void What_is_added_is_enabled_whether_or_not_its_switch_is_on()
    {
        var plan = World.Plan(SyncWorld.Backup with { Categories = [SyncCategory.Motion] });
        var ids = plan.Changes.Select(c => c.Id).ToHashSet();
        Assert.Equal(
            [Hardware, Hardware + "/camera[0]/motionDetection", Hardware + "/camera[1]/motionDetection", Hardware + "#enable", Hardware + "/camera[0]#enable", Hardware + "/camera[1]#enable"],
            plan.Changes.Select(c => c.Id));
        Assert.All(plan.Changes.SelectMany(c => c.DependsOn), id => Assert.Contains(id, ids));
    }

    [Fact]
    public void Nothing_waits_for_a_step_that_is_not_there()
    {
        var world = World.Edit(Side.Primary, ItemKind.Hardware, "Gate box", static p => new PropertyBagBuilder().Set("name", "Gate box").Set("address", p["address"]!).Build());
        var plan = world.Plan();
        var ids = plan.Changes.Select(c => c.Id).ToHashSet();
        Assert.DoesNotContain(Hardware + "#enable", ids);
        Assert.Contains(Hardware + "/camera[0]#enable", ids);
        Assert.All(plan.Changes.SelectMany(c => c.DependsOn), id => Assert.Contains(id, ids));
    }

    [Fact]
    public void Adding_is_the_policys_to_allow()
        => Assert.Empty(World.Plan(SyncWorld.Backup with { Lifecycle = new LifecycleOptions(Add: false) }).Changes);

    [Fact]
    public void In_manual_mode_nothing_is_added() => Assert.Empty(World.Plan(SyncWorld.Backup with { IsManual = true }).Changes);

    [Fact]
    public void A_restore_adds_where_one_primary_is_meant_and_not_where_it_could_be_several()
    {
        var one = SyncWorld.OneToOne(r => r.Drivers("5"), r => r.Hardware("10.0.0.5", Device));
        Assert.Equal("primary/REC-A1/10.0.0.5", one.Plan(SyncWorld.Restore).Changes[0].Id);
        var many = SyncWorld.Of(
            new SiteBuilder("a").Recorder("REC-A1", r => r.Drivers("5")).Recorder("REC-A2"),
            new SiteBuilder("b").Recorder("REC-B1", r => r.Hardware("10.0.0.5", Device))).Link("REC-A1", "REC-B1").Link("REC-A2", "REC-B1");
        Assert.Empty(many.Plan(SyncWorld.Restore).Changes);
        Assert.Contains(many.Plan(SyncWorld.Restore).Findings, f => f.Item.Name == "Gate box");
    }

    [Fact]
    public void A_driver_that_the_target_does_not_have_is_said_before_anything_is_written()
    {
        var plan = SyncWorld.OneToOne(r => r.Hardware("10.0.0.5:8080", Device), r => r.Drivers("6")).Plan();
        var refused = Assert.Single(plan.Changes);
        Assert.Equal((ChangeAction.Unsupported, ChangeReason.NoCounterpart), (refused.Action, refused.Reason));
        Assert.Equal("recording server 'REC-B1' has no driver with number 5; install the same device pack there", refused.Detail);
    }

    [Fact]
    public void A_driver_that_the_source_does_not_name_cannot_be_asked_for()
    {
        var world = World.Edit(Side.Primary, ItemKind.Hardware, "Gate box", p => p.With("hardwareDriverPath", new Reference(new ItemKey("a", ItemKind.HardwareDriver, "lost"))));
        Assert.Equal("its hardwareDriverPath is not known, so it cannot be added", Assert.Single(world.Plan().Changes).Detail);
    }

    [Fact]
    public void What_was_not_read_in_full_may_have_the_device_so_nothing_is_added()
    {
        var secondary = new SiteBuilder("b").Recorder("REC-B1", r => r.Storage("Standby", isDefault: true).Drivers("5")).Part(ItemKind.Hardware, PartState.Partial, "page 2 failed");
        var plan = (World with { Secondary = secondary.Build() }).Plan();
        Assert.Empty(plan.Changes);
        Assert.Equal("the target's hardware was not read in full: page 2 failed", Assert.Single(plan.Unknown).Reason);
    }

    [Fact]
    public void A_part_of_the_source_that_was_not_read_is_unknown()
    {
        var world = SyncWorld.OneToOne(r => r.Hardware("10.0.0.5", h => h.Camera(0, "Gate", c => c.Unread(ItemKind.Settings, "time-out").Without(ItemKind.MotionDetection))), r => r.Drivers("5"));
        Assert.Equal(["secondary/REC-B1/10.0.0.5/camera[0]/settings"], world.Plan().Unknown.Select(u => u.Address));
    }

    [Fact]
    public void Two_primaries_with_one_address_on_one_secondary_are_reported_not_guessed()
    {
        var world = SyncWorld.Of(
            new SiteBuilder("a").Recorder("REC-A1", r => r.Hardware("10.0.0.5", h => h.Named("one"))).Recorder("REC-A2", r => r.Hardware("10.0.0.5", h => h.Named("two"))),
            new SiteBuilder("b").Recorder("REC-B1", r => r.Drivers("5"))).Link("REC-A1", "REC-B1").Link("REC-A2", "REC-B1");
        Assert.All(world.Plan().Changes, c => Assert.Equal((ChangeAction.Unsupported, ChangeReason.Ambiguous), (c.Action, c.Reason)));
        Assert.Equal(2, world.Plan().Changes.Select(c => c.Id).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Cameras_of_a_new_device_that_share_a_channel_are_reported_not_guessed()
    {
        var world = SyncWorld.OneToOne(r => r.Hardware("10.0.0.5", h => h.Camera(0, "one").Camera(0, "two").Camera(1, "three")), r => r.Drivers("5"));
        var plan = world.Plan();
        Assert.Equal(["one", "two"], plan.Changes.Where(c => c.Reason == ChangeReason.Ambiguous).Select(c => c.Name).Order(StringComparer.Ordinal));
        Assert.Equal(plan.Changes.Count, plan.Changes.Select(c => c.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.DoesNotContain(plan.Changes, c => c.Writes && c.Name is "one" or "two" && c.Writes);
    }

    [Fact]
    public void A_recording_server_with_many_drivers_takes_a_device_of_one_of_them()
        => Assert.DoesNotContain(SyncWorld.OneToOne(r => r.Hardware("10.0.0.5", h => h.Camera(0, "Gate")), r => r.Drivers("4", "5", "6")).Plan().Changes, c => c.Action == ChangeAction.Unsupported);

    [Fact]
    public void A_restore_from_a_recording_server_that_no_primary_is_linked_with_adds_nothing()
    {
        var world = SyncWorld.Of(
            new SiteBuilder("a").Recorder("REC-A1", r => r.Drivers("5")),
            new SiteBuilder("b").Recorder("REC-B1", r => r.Hardware("10.0.0.5", h => h.Camera(0, "Gate"))).Recorder("REC-B2", r => r.Hardware("10.0.0.6", h => h.Camera(0, "Yard")))).Link("REC-A1", "REC-B1");
        var changes = world.Plan(SyncWorld.Backup with { Direction = SyncDirection.Restore }).Changes.Where(c => c.Writes).ToList();
        Assert.Contains(changes, c => c.Name == "Gate");
        Assert.DoesNotContain(changes, c => c.Name == "Yard");
    }

    [Fact]
    public void Only_covered_cameras_of_a_new_device_are_configured()
    {
        var plan = World.Plan(SyncWorld.Backup with { Managed = new OnlyCameras("Gate 2") });
        Assert.DoesNotContain(plan.Changes, c => c.Id.Contains("camera[0]", StringComparison.Ordinal));
        Assert.Contains(plan.Changes, c => c.Id == Hardware + "/camera[1]");
        Assert.Empty(World.Plan(SyncWorld.Backup with { Managed = new OnlyCameras("none") }).Changes);
    }

    [Fact]
    public void After_the_apply_the_device_is_as_the_sources_and_the_servers_own_stream_use_is_gone()
    {
        var after = World.Sync();
        Assert.Empty(after.Plan().Changes);
        var uses = (ListValue)after.Secondary.Find(after.Item(Side.Secondary, ItemKind.Camera, "Gate 1").Key.Part(ItemKind.Streams))!.Properties["stream"]!;
        Assert.Single(uses.Items);
    }

    private static Change Find(PlanDraft plan, string suffix) => plan.Changes.Single(c => c.Id == Hardware + suffix);
}
