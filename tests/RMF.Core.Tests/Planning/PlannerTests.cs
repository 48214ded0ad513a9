using RMF.Core.Inventory;
using RMF.Core.Kinds;
using RMF.Core.Planning;
using RMF.Testing.Worlds;

namespace RMF.Core.Tests.Planning;

public sealed class PlannerTests
{
    private const string Camera = "secondary/REC-B1/10.0.0.5/camera[0]";

    [Fact]
    public void Two_equal_sides_need_nothing_but_to_be_remembered()
    {
        var plan = OneCamera().Plan();

        var adopt = Assert.Single(plan.Changes);
        Assert.Equal(ChangeAction.Adopt, adopt.Action);
        Assert.Equal("secondary/REC-B1/10.0.0.5", adopt.Address);
        Assert.Equal("paired by MAC", adopt.Detail);
        Assert.Equal(1, plan.PairCount);
        Assert.Empty(OneCamera().Remember().Plan().Changes);
    }

    [Fact]
    public void At_first_sight_the_sources_value_is_written()
    {
        var change = Only(OneCamera(c => c.Set("description", "new"), c => c.Set("description", "old")).Plan());
        Assert.Equal((Camera, ChangeAction.Update, ChangeReason.FirstSight, SyncStage.Device, WriteMethod.Patch), (change.Id, change.Action, change.Reason, change.Stage, change.Method));
        Assert.Equal("description: old -> new", Text(change));
        Assert.Equal("b", change.Site);
        Assert.Equal("Gate 1", change.Name);
        Assert.Null(change.Properties[0].Base);
    }

    [Fact]
    public void A_value_that_the_source_changed_since_is_written_with_what_was_agreed()
    {
        var world = OneCamera().Remember().Set(Side.Primary, ItemKind.Camera, "Gate 1", "description", "changed");
        var change = Only(world.Plan());
        Assert.Equal(ChangeReason.SourceChanged, change.Reason);
        Assert.Equal("description:  -> changed", Text(change));
        Assert.Equal(Scalar.Empty, change.Properties[0].Base);
    }

    [Fact]
    public void A_value_that_the_target_changed_is_drift_and_put_right()
    {
        var world = OneCamera().Remember().Set(Side.Secondary, ItemKind.Camera, "Gate 1", "description", "drifted");
        var plan = world.Plan();
        Assert.Equal(ChangeReason.TargetDrifted, Only(plan).Reason);
        Assert.Equal("description: drifted -> ", Text(Only(plan)));
        Assert.Equal(1, PlanSummary.Of(plan, 0).Drift);
    }

    [Fact]
    public void A_change_of_several_values_is_named_by_the_reason_that_people_must_see_first()
    {
        var world = OneCamera().Remember()
            .Set(Side.Primary, ItemKind.Camera, "Gate 1", "recordingEnabled", Scalar.False)
            .Set(Side.Secondary, ItemKind.Camera, "Gate 1", "description", "drifted");
        var change = Only(world.Plan());
        Assert.Equal(ChangeReason.TargetDrifted, change.Reason);
        Assert.Equal([ChangeReason.TargetDrifted, ChangeReason.SourceChanged], change.Properties.Select(p => p.Reason));
    }

    [Theory]
    [InlineData(ConflictRule.Refuse, "Conflict", false)]
    [InlineData(ConflictRule.SourceWins, "Update", true)]
    [InlineData(ConflictRule.TargetWins, "", false)]
    public void What_both_sides_changed_is_the_policys_to_decide(ConflictRule rule, string action, bool writes)
    {
        var world = OneCamera().Remember()
            .Set(Side.Primary, ItemKind.Camera, "Gate 1", "description", "ours")
            .Set(Side.Secondary, ItemKind.Camera, "Gate 1", "description", "theirs");
        var plan = world.Plan(SyncWorld.Backup with { Conflicts = rule });
        Assert.Equal(action, string.Join(' ', plan.Changes.Select(c => c.Action)));
        Assert.Equal(writes, plan.Changes.Any(c => c.Writes));
        if (rule == ConflictRule.Refuse)
        {
            Assert.Equal("both sides changed it since they agreed on '': the source holds 'ours', the target 'theirs'", Only(plan).Properties[0].Detail);
            Assert.Equal(Camera + "#conflict", Only(plan).Id);
        }
    }

    [Fact]
    public void Values_in_conflict_do_not_hold_up_the_others()
    {
        var world = OneCamera().Remember()
            .Set(Side.Primary, ItemKind.Camera, "Gate 1", "description", "ours")
            .Set(Side.Secondary, ItemKind.Camera, "Gate 1", "description", "theirs")
            .Set(Side.Primary, ItemKind.Camera, "Gate 1", "recordingEnabled", Scalar.False);
        Assert.Equal([Camera, Camera + "#conflict"], world.Plan().Changes.Select(c => c.Id));
    }

    [Fact]
    public void The_same_change_on_both_sides_is_no_change_and_becomes_the_base()
    {
        var world = OneCamera().Remember()
            .Set(Side.Primary, ItemKind.Camera, "Gate 1", "description", "both")
            .Set(Side.Secondary, ItemKind.Camera, "Gate 1", "description", "both");
        Assert.Empty(world.Plan().Changes);
        var drifted = world.Remember().Set(Side.Secondary, ItemKind.Camera, "Gate 1", "description", "x");
        Assert.Equal(Scalar.Text("both"), Only(drifted.Plan()).Properties[0].Base);
    }

    [Fact]
    public void Lost_state_writes_and_prunes_nothing()
    {
        var world = OneCamera(
            c => c.VideoStream("V1").VideoStream("V2").Uses("V1"),
            c => c.VideoStream("V1").VideoStream("V2").Uses("V1").Uses("V2"));
        var change = Only(world.Plan());
        Assert.Equal((ChangeAction.Unsupported, ChangeReason.NeverAgreed), (change.Action, change.Reason));
        Assert.Equal("stream[V2].streamReferenceId", change.Properties[0].Path);
        Assert.False(change.Writes);
        Assert.Equal(ChangeReason.NeverAgreed, Only(world.Remember().Plan()).Reason);
    }

    [Fact]
    public void A_stream_use_that_the_source_removed_is_removed_and_one_that_the_target_gained_too()
    {
        static void Both(CameraBuilder c) => c.VideoStream("V1").VideoStream("V2").VideoStream("V3").Uses("V1").Uses("V2");
        var world = OneCamera(Both, Both).Remember();
        var gone = world.Edit(Side.Primary, ItemKind.Streams, "Gate 1", p => p.With("stream", new ListValue([.. ((ListValue)p["stream"]!).Items.Take(1)])));
        Assert.Equal(ChangeReason.SourceChanged, Only(gone.Plan()).Reason);
        Assert.Empty(gone.Sync().Plan().Changes);

        var gained = world.Edit(Side.Secondary, ItemKind.Streams, "Gate 1", p => p.With("stream", Extra(p, world.Secondary)));
        Assert.Equal(ChangeReason.TargetDrifted, Only(gained.Plan()).Reason);
        Assert.Single(((ListValue)gained.Sync().Item(Side.Secondary, ItemKind.Streams, "Gate 1").Properties["stream"]!).Items.Skip(1));
    }

    [Fact]
    public void A_list_that_the_source_did_not_send_is_not_an_empty_one()
    {
        var world = OneCamera().Remember();
        var silent = world.Edit(Side.Primary, ItemKind.Streams, "Gate 1", static _ => PropertyBag.Empty);
        Assert.Empty(silent.Plan().Changes);
        var empty = world.Edit(Side.Primary, ItemKind.Streams, "Gate 1", p => p.With("stream", ListValue.Empty));
        Assert.Equal(ChangeReason.SourceChanged, Only(empty.Plan()).Reason);
        Assert.Empty(silent.Remember().Plan().Changes);
    }

    [Fact]
    public void Streams_are_referred_to_by_name()
    {
        var world = OneCamera(
            c => c.VideoStream("V1").VideoStream("V2").Uses("V1", ("name", Scalar.Text("x"))).Uses("V2", ("name", Scalar.Text("y"))),
            c => c.VideoStream("V2").VideoStream("V1").Uses("V1", ("name", Scalar.Text("x"))));
        var change = Only(world.Plan());
        Assert.Equal([(PropertyValue)Scalar.Text("y"), new NamedReference(ItemKind.DeviceStream, "V2")], change.Properties.Select(p => p.After!));
        Assert.Equal(Camera + "/streams", change.Address);
    }

    [Fact]
    public void A_stream_that_the_targets_device_does_not_offer_is_named_and_not_planned()
    {
        var world = OneCamera(c => c.VideoStream("V1").VideoStream("V9").Uses("V1").Uses("V9", ("name", Scalar.Text("y"))), c => c.VideoStream("V1").Uses("V1"));
        var lost = Assert.Single(world.Plan().Changes, c => c.Kind == ItemKind.Streams);
        Assert.Equal((ChangeAction.Unsupported, ChangeReason.NoCounterpart), (lost.Action, lost.Reason));
        Assert.Equal("'V9' has no counterpart on the target", Assert.Single(lost.Properties).Detail);
    }

    [Fact]
    public void A_setting_that_the_targets_driver_does_not_have_is_named_and_one_of_the_target_alone_is_its_own()
    {
        var world = OneCamera(c => c.Setting("WDR", "on"), c => c.Setting("IR", "on"));
        var change = Only(world.Plan());
        Assert.Equal((ChangeAction.Unsupported, ChangeReason.NotSupportedByTarget, Camera + "/settings#unsupported"), (change.Action, change.Reason, change.Id));
        Assert.Equal("generalSettings[General].WDR", Assert.Single(change.Properties).Path);
    }

    [Fact]
    public void A_value_that_the_targets_driver_fixes_is_no_matter_while_it_is_equal()
    {
        var fixedRate = new SettingDefinition("FPS", CanSet: false, "Int", [], null, null);
        Assert.Empty(OneCamera(c => c.Setting("FPS", "5"), c => c.Setting("FPS", "5").Definitions(("generalSettings.FPS", fixedRate))).Remember().Plan().Changes);
        var differs = Only(OneCamera(c => c.Setting("FPS", "5"), c => c.Setting("FPS", "9").Definitions(("generalSettings.FPS", fixedRate))).Plan());
        Assert.Equal("the driver does not let 'FPS' be set", differs.Properties[0].Detail);
        Assert.Empty(OneCamera(c => c.Setting("FPS", "5").Definitions(("generalSettings.FPS", fixedRate)), c => c.Setting("FPS", "9")).Remember().Plan().Changes);
    }

    [Fact]
    public void A_part_that_was_not_read_is_unknown_on_either_side_and_neither_equal_nor_a_change()
    {
        foreach (var world in new[] { OneCamera(c => c.Unread(ItemKind.Streams, "time-out")), OneCamera(null, c => c.Unread(ItemKind.Streams, "time-out")) })
        {
            var plan = world.Remember().Plan();
            Assert.Empty(plan.Changes);
            var unknown = Assert.Single(plan.Unknown);
            Assert.Equal((Camera + "/streams", "time-out", SiteBuilder.TakenAt), (unknown.Address, unknown.Reason, unknown.Since));
        }

        Assert.Equal(["a", "b"], OneCamera(c => c.Unread(ItemKind.Streams, "x"), c => c.Unread(ItemKind.Streams, "y")).Plan().Unknown.Select(u => u.Key.Site));
    }

    [Fact]
    public void Stream_uses_are_unknown_while_the_names_of_the_streams_are()
    {
        var world = OneCamera().Remember();
        var nameless = world with { Secondary = new SiteSnapshot("b", "25.2", SiteBuilder.TakenAt, [.. world.Secondary.Items.Where(i => i.Key.Kind != ItemKind.DeviceStream)], world.Secondary.Parts) };
        Assert.Empty(nameless.Plan().Changes);
        Assert.Equal("the names of its streams were not read", Assert.Single(nameless.Plan().Unknown).Reason);
    }

    [Fact]
    public void A_kind_that_was_not_read_at_all_is_unknown_for_every_device()
    {
        var world = OneCamera(null, c => c.Without(ItemKind.MotionDetection));
        var skipped = world with { Secondary = new SiteSnapshot("b", "25.2", SiteBuilder.TakenAt, [.. world.Secondary.Items], world.Secondary.Parts.Where(p => p.Kind != ItemKind.MotionDetection)) };
        Assert.Equal("not asked for", Assert.Single(skipped.Plan().Unknown).Reason);
        Assert.Empty(skipped.Plan(SyncWorld.Backup with { Categories = [SyncCategory.Streams] }).Unknown);
    }

    [Fact]
    public void A_part_that_the_targets_device_does_not_have_is_reported()
    {
        var change = Only(OneCamera(null, c => c.Without(ItemKind.MotionDetection)).Plan());
        Assert.Equal((ChangeAction.Unsupported, Camera + "/motionDetection", "the target's device has no motionDetection"), (change.Action, change.Address, change.Detail));
        Assert.Empty(OneCamera(c => c.Without(ItemKind.MotionDetection)).Remember().Plan().Changes);
    }

    [Fact]
    public void Names_follow_the_pattern_in_a_backup()
    {
        var options = SyncWorld.Backup with { Naming = new SuffixNaming(" (B)") };
        var world = Named("Gate", "Gate");
        Assert.Equal("name: Gate -> Gate (B)", Text(Assert.Single(world.Plan(options).Changes, c => c.Kind == ItemKind.Camera)));
        Assert.Empty(world.Sync(options).Plan(options).Changes);
        Assert.DoesNotContain(Named("Gate", "Gate (B)").Plan(options).Changes, c => c.Kind == ItemKind.Camera);
    }

    [Fact]
    public void Names_follow_the_pattern_back_in_a_restore()
    {
        var options = SyncWorld.Restore with { Naming = new SuffixNaming(" (B)") };
        Assert.Equal("name: Gate -> Door", Text(Assert.Single(Named("Gate", "Door (B)").Plan(options).Changes, c => c.Kind == ItemKind.Camera)));
        Assert.DoesNotContain(Named("Gate", "Gate (B)").Plan(options).Changes, c => c.Kind == ItemKind.Camera);
    }

    [Fact]
    public void A_name_that_does_not_fit_the_pattern_cannot_be_restored()
    {
        var options = SyncWorld.Restore with { Naming = new SuffixNaming(" (B)") };
        var change = Assert.Single(Named("Gate", "Door").Plan(options).Changes, c => c.Kind == ItemKind.Camera);
        Assert.Equal(ChangeAction.Unsupported, change.Action);
        Assert.Equal("'Door' does not fit the naming pattern, so that the other side's name cannot be told", change.Properties[0].Detail);
    }

    [Fact]
    public void Either_of_two_linked_storages_stays_where_both_fit()
    {
        var world = SyncWorld.Of(
            new SiteBuilder("a").Recorder("REC-A1", r => r.Storage("Short", isDefault: true).Storage("Long").Hardware("10.0.0.1", h => h.Camera(0, "Gate", c => c.StoreOn("Long")))),
            new SiteBuilder("b").Recorder("REC-B1", r => r.Storage("Standby", isDefault: true).Storage("Spare").Hardware("10.0.0.1", h => h.Camera(0, "Gate"))))
            .Link("REC-A1", "REC-B1", ("Short", "Standby"), ("Long", "Standby"));
        Assert.DoesNotContain(world.Plan(SyncWorld.Restore).Changes, c => c.Writes);
        Assert.DoesNotContain(world.Plan().Changes, c => c.Writes);
        var moved = world.Set(Side.Secondary, ItemKind.Camera, "Gate", "recordingStorage", new Reference(world.Item(Side.Secondary, ItemKind.Storage, "Spare").Key));
        Assert.Equal(world.Item(Side.Secondary, ItemKind.Storage, "Standby").Key, ((Reference)Assert.Single(moved.Plan().Changes, c => c.Writes).Properties[0].After!).Target);
    }

    [Fact]
    public void A_storage_of_another_recorder_is_refused_though_the_policy_links_it()
    {
        var world = SyncWorld.Of(
            new SiteBuilder("a").Recorder("REC-A1", r => r.Storage("Short", isDefault: true).Hardware("10.0.0.1", h => h.Camera(0, "Gate"))),
            new SiteBuilder("b").Recorder("REC-B1", r => r.Storage("Standby", isDefault: true).Hardware("10.0.0.1", h => h.Camera(0, "Gate"))).Recorder("REC-B2", r => r.Storage("Foreign")))
            .Link("REC-A1", "REC-B1", ("Short", "Foreign"));
        var change = Assert.Single(world.Plan().Changes, c => c.Kind == ItemKind.Camera);
        Assert.Equal((ChangeAction.Unsupported, ChangeReason.NoCounterpart), (change.Action, change.Reason));
        Assert.DoesNotContain(world.Plan().Changes, c => c.Writes);
    }

    [Fact]
    public void A_replaced_device_is_reported_not_compared_and_not_remembered()
    {
        var world = SyncWorld.OneToOne(
            r => r.Hardware("10.0.0.5", h => h.Mac("00408C000001").Camera(0, "Gate", c => c.Set("description", "x"))),
            r => r.Hardware("10.0.0.5", h => h.Mac("00408C000002").Camera(0, "Gate")));
        for (var run = 0; run < 2; run++)
        {
            var change = Only(world.Plan());
            Assert.Equal((ChangeAction.Unsupported, ChangeReason.DeviceReplaced), (change.Action, change.Reason));
            world = world.Remember();
        }
    }

    [Fact]
    public void An_ambiguous_device_is_reported_and_neither_compared_nor_created()
    {
        var world = SyncWorld.OneToOne(
            r => r.Hardware("10.0.0.1", h => h.Named("x").Mac("00408C000001")).Hardware("10.0.0.2", h => h.Named("x").Mac("00408C000001")),
            r => r.Hardware("10.0.0.3", h => h.Named("x").Mac("00408C000001")));
        var plan = world.Plan();
        Assert.Equal(2, plan.Changes.Count);
        Assert.All(plan.Changes, c => Assert.Equal((ChangeAction.Unsupported, ChangeReason.Ambiguous), (c.Action, c.Reason)));
    }

    [Theory]
    [InlineData(new[] { "three" }, new string[0])]
    [InlineData(new[] { "one", "three" }, new[] { "one" })]
    [InlineData(new[] { "one", "two", "three" }, new[] { "one", "two" })]
    public void Cameras_that_nothing_tells_apart_are_reported_where_the_policy_manages_them(string[] managed, string[] reported)
    {
        var world = SyncWorld.OneToOne(r => r.Hardware("10.0.0.1", static h => h.Camera(0, "one").Camera(0, "two").Camera(1, "three")), r => r.Hardware("10.0.0.1", static h => h.Camera(0, "one").Camera(0, "two").Camera(1, "three"))).Remember();
        var plan = world.Plan(SyncWorld.Backup with { Managed = new OnlyCameras(managed) });
        Assert.Equal(reported, plan.Changes.Where(c => c.Reason == ChangeReason.Ambiguous).Select(c => c.Name));
        Assert.Equal(reported.Length, plan.Changes.Count);
    }

    [Fact]
    public void An_ambiguous_device_that_the_policy_leaves_out_is_told_of_the_target_alone()
    {
        var world = SyncWorld.OneToOne(
            r => r.Hardware("10.0.0.1", h => h.Named("x").Mac("00408C000001").Camera(0, "one")).Hardware("10.0.0.2", h => h.Named("x").Mac("00408C000001").Camera(0, "two")),
            r => r.Hardware("10.0.0.3", h => h.Named("x").Mac("00408C000001").Camera(0, "three")));
        var plan = world.Plan(SyncWorld.Backup with { Managed = new OnlyCameras() });
        Assert.Empty(plan.Changes);
        Assert.All(plan.Findings, f => Assert.Equal(Side.Secondary, f.Side));
        var one = world.Plan(SyncWorld.Backup with { Managed = new OnlyCameras("one") });
        Assert.Single(one.Findings, f => f is { Side: Side.Primary, Item.Key.Kind: ItemKind.Hardware });
        Assert.Single(one.Changes);
    }

    [Fact]
    public void What_is_remembered_of_another_twin_is_no_base_for_this_one()
    {
        var world = OneCamera(c => c.Set("description", "agreed"), c => c.Set("description", "agreed")).Remember();
        var other = OneCameraOn("c", c => c.Set("description", "other"));
        var moved = world with { Secondary = other.Secondary, Links = other.Links };
        var plan = moved.Plan();
        Assert.Equal(ChangeReason.FirstSight, Assert.Single(plan.Changes, c => c.Action == ChangeAction.Update).Reason);
        Assert.Single(plan.Changes, c => c.Action == ChangeAction.Adopt);
    }

    [Fact]
    public void A_planner_can_be_asked_twice()
    {
        var planner = new Planner(OneCamera(c => c.Set("description", "x")).Input(), SyncWorld.Backup);
        Assert.Equal(planner.Plan().Changes.Select(c => c.Id), planner.Plan().Changes.Select(c => c.Id));
    }

    [Fact]
    public void Two_devices_of_one_address_have_two_plan_addresses()
    {
        var world = SyncWorld.OneToOne(
            r => r.Hardware("10.0.0.1", h => h.Named("one").Mac("00408C000001").Set("description", "x")).Hardware("10.0.0.2", h => h.Named("two").Mac("00408C000002").Set("description", "x")),
            r => r.Hardware("10.0.0.9", h => h.Named("one").Mac("00408C000001")).Hardware("10.0.0.9", h => h.Named("two").Mac("00408C000002")));
        var ids = world.Plan().Changes.Select(c => c.Id).ToList();
        Assert.Equal(4, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.All(ids, id => Assert.StartsWith("secondary/REC-B1/10.0.0.9~", id, StringComparison.Ordinal));
    }

    [Fact]
    public void The_port_stands_in_the_address_where_it_is_not_80()
    {
        var world = SyncWorld.OneToOne(r => r.Hardware("10.0.0.1:8080", h => h.Set("description", "x")), r => r.Hardware("10.0.0.1:8080"));
        Assert.Contains(world.Plan().Changes, c => c.Id == "secondary/REC-B1/10.0.0.1:8080");
    }

    private static SyncWorld OneCamera(Action<CameraBuilder>? primary = null, Action<CameraBuilder>? secondary = null)
        => SyncWorld.OneToOne(
            r => r.Hardware("10.0.0.5", h => h.Mac("00:40:8C:00:00:05").Camera(0, "Gate 1", primary)),
            r => r.Hardware("10.0.0.5", h => h.Mac("00408C000005").Camera(0, "Gate 1", secondary)));

    /// <summary>The same primary, and a secondary that was installed anew.</summary>
    private static SyncWorld OneCameraOn(string site, Action<CameraBuilder> secondary)
        => SyncWorld.Of(
            new SiteBuilder("a").Recorder("REC-A1", r => r.Storage("30 days", isDefault: true)),
            new SiteBuilder(site).Recorder("REC-B1", r => r.Storage("Standby", isDefault: true).Hardware("10.0.0.5", h => h.Mac("00408C000005").Camera(0, "Gate 1", secondary))))
            .Link("REC-A1", "REC-B1");

    private static SyncWorld Named(string primary, string secondary)
        => SyncWorld.OneToOne(r => r.Hardware("10.0.0.5", h => h.Camera(0, primary)), r => r.Hardware("10.0.0.5", h => h.Named("10.0.0.5 (B)").Camera(0, secondary)));

    private static ListValue Extra(PropertyBag streams, SiteSnapshot site)
    {
        var third = site.OfKind(ItemKind.DeviceStream).Single(s => s.Name == "V3").Key;
        return new ListValue([.. ((ListValue)streams["stream"]!).Items, new GroupValue(PropertyBag.Empty.With("streamReferenceId", new Reference(third)))]);
    }

    private static Change Only(PlanDraft plan) => Assert.Single(plan.Changes, c => c.Action != ChangeAction.Adopt);

    private static string Text(Change change) => string.Join("; ", change.Properties.Select(p => $"{p.Path}: {p.Before} -> {p.After}"));
}
