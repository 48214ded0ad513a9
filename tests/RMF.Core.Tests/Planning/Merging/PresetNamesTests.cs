using RMF.Core.Inventory;
using RMF.Core.Kinds;
using RMF.Core.Planning;
using RMF.Testing.Worlds;

namespace RMF.Core.Tests.Planning.Merging;

/// <summary>A patrolling profile names presets: the target's camera must have them, or get them by the same plan.</summary>
public sealed class PresetNamesTests
{
    private const string Rounds = "secondary/REC-B1/10.0.0.1/camera[0]/patrolling";

    private static readonly PlanningOptions RoundsAlone = SyncWorld.Backup with { Categories = [SyncCategory.Patrolling] };

    [Fact]
    public void A_preset_that_the_targets_camera_has_may_be_named()
        => Assert.Equal([Rounds + " Update"], Changes(c => c.Preset("Gate").Round("Night", "Gate"), c => c.Preset("Gate"), RoundsAlone));

    [Fact]
    public void A_preset_that_the_targets_camera_lacks_is_said_while_presets_are_not_kept_equal()
        => Assert.Equal([Rounds + "#unsupported Unsupported"], Changes(c => c.Preset("Gate").Round("Night", "Gate"), c => c.Preset("Door"), RoundsAlone));

    [Fact]
    public void One_of_several_that_is_lacking_is_enough()
        => Assert.Equal([Rounds + "#unsupported Unsupported"], Changes(c => c.Preset("Gate").Preset("Door").Round("Night", "Door", "Gate"), c => c.Preset("Door"), RoundsAlone));

    [Fact]
    public void A_preset_that_the_same_plan_makes_may_be_named()
        => Assert.Contains(Rounds + " Update", Changes(c => c.Preset("Gate").Round("Night", "Gate"), c => c.Preset("Door"), SyncWorld.Backup));

    [Fact]
    public void A_preset_that_nobody_has_is_said_although_presets_are_kept_equal()
        => Assert.Contains(Rounds + "#unsupported Unsupported", Changes(c => c.Preset("Gate").Round("Night", "Lost"), c => c.Preset("Door"), SyncWorld.Backup));

    [Fact]
    public void A_preset_that_lives_in_the_device_may_be_named()
    {
        var world = World(c => c.Round("Night", "Home"), c => c.Moves());
        var device = new ListValue([new GroupValue(PropertyBag.Empty.With("name", Scalar.Text("Home"))), new GroupValue(PropertyBag.Empty)]);
        Assert.Equal([Rounds + " Update"], Changes(world.Set(Side.Secondary, ItemKind.PtzPresets, "Crane", "devicePresets", device), RoundsAlone));
        Assert.Equal([Rounds + "#unsupported Unsupported"], Changes(world.Set(Side.Primary, ItemKind.PtzPresets, "Crane", "devicePresets", device), SyncWorld.Backup with { Categories = [SyncCategory.Patrolling, SyncCategory.Presets] }));
    }

    [Fact]
    public void A_round_that_ends_nowhere_and_one_without_stops_name_no_preset()
        => Assert.Equal(
            [Rounds + " Update"],
            Changes(World(c => c.Round("Night", ""), c => c.Moves()).Edit(Side.Primary, ItemKind.PatrollingProfiles, "Crane", p => p.With("patrollingProfiles", new ListValue([.. ((ListValue)p["patrollingProfiles"]!).Items.Cast<GroupValue>().Select(g => (PropertyValue)new GroupValue(g.Members.With("endPreset", Scalar.Empty)))]))), RoundsAlone));

    [Fact]
    public void An_end_that_the_target_lacks_is_said()
        => Assert.Equal(
            [Rounds + "#unsupported Unsupported"],
            Changes(World(c => c.Round("Night"), c => c.Moves()).Edit(Side.Primary, ItemKind.PatrollingProfiles, "Crane", p => p.With("patrollingProfiles", new ListValue([.. ((ListValue)p["patrollingProfiles"]!).Items.Cast<GroupValue>().Select(g => (PropertyValue)new GroupValue(g.Members.With("endPreset", Scalar.Text("Gate"))))]))), RoundsAlone));

    [Fact]
    public void While_the_targets_presets_are_not_read_the_writer_meets_them()
    {
        var world = World(c => c.Preset("Gate").Round("Night", "Gate"), c => c.Moves());
        var unread = world.With(Side.Secondary, new SiteSnapshot("b", "25.2", SiteBuilder.TakenAt, [.. world.Secondary.Items.Where(i => i.Key.Kind != ItemKind.PtzPresets)], world.Secondary.Parts));
        Assert.Equal([Rounds + " Update"], Changes(unread, RoundsAlone));
    }

    [Fact]
    public void A_new_device_takes_presets_and_rounds_as_they_are()
    {
        var world = SyncWorld.OneToOne(r => r.Hardware("10.0.0.1", h => h.Camera(0, "Crane", c => c.Preset("Gate").Round("Night", "Lost"))), r => r.Drivers("5"));
        Assert.Contains(Rounds + " Update", Changes(world, SyncWorld.Backup));
    }

    [Fact]
    public void A_restore_looks_at_the_primarys_presets()
    {
        var world = World(c => c.Preset("Gate"), c => c.Preset("Door").Round("Night", "Gate"));
        Assert.Equal(["primary/REC-A1/10.0.0.1/camera[0]/patrolling Update"], Changes(world, RoundsAlone with { Direction = SyncDirection.Restore }));
    }

    private static SyncWorld World(Action<CameraBuilder> primary, Action<CameraBuilder> secondary)
        => SyncWorld.OneToOne(r => r.Hardware("10.0.0.1", h => h.Camera(0, "Crane", primary)), r => r.Hardware("10.0.0.1", h => h.Camera(0, "Crane", secondary)));

    private static List<string> Changes(Action<CameraBuilder> primary, Action<CameraBuilder> secondary, PlanningOptions options) => Changes(World(primary, c => secondary(c.Moves())), options);

    private static List<string> Changes(SyncWorld world, PlanningOptions options)
        => [.. world.Plan(options).Changes.Where(c => c.Kind == ItemKind.PatrollingProfiles).Select(c => $"{c.Id} {c.Action}")];
}
