using RMF.Core.Inventory;
using RMF.Core.Kinds;
using RMF.Core.Planning;
using RMF.Testing.Worlds;

namespace RMF.Core.Tests.Planning.Merging;

/// <summary>
/// A camera may have presets and no default among them; then its site tells of no choice. Which is the default can be chosen over the interface and
/// cannot be taken away. "Gate+ Fence" are two presets, the first of them the default.
/// </summary>
public sealed class SettledChoicesTests
{
    private static readonly PlanningOptions Restore = SyncWorld.Backup with { Direction = SyncDirection.Restore };

    [Theory]
    [InlineData("Gate+ Fence", "Gate Fence", "Update FirstSight ptzPresets[Gate].defaultPreset: absent -> true")]
    [InlineData("Gate Fence", "Gate+ Fence", "Unsupported NeverAgreed ptzPresets[Gate].defaultPreset: true -> absent")]
    [InlineData("Gate Fence", "Gate Fence", "")]
    [InlineData("Gate Fence+", "Gate+ Fence", "Update FirstSight ptzPresets[Fence].defaultPreset: false -> true, ptzPresets[Gate].defaultPreset: true -> false")]
    public void At_first_sight_the_sources_choice_is_made_and_none_is_taken_away(string ours, string theirs, string expected)
        => Assert.Equal(expected, Changes(World(ours, theirs)));

    [Theory]
    [InlineData("Gate Fence", "Update TargetDrifted ptzPresets[Gate].defaultPreset: absent -> true")]
    [InlineData("Gate Fence+", "Update TargetDrifted ptzPresets[Fence].defaultPreset: true -> false, ptzPresets[Gate].defaultPreset: false -> true")]
    public void A_choice_that_both_agreed_on_and_the_target_lost_is_drift(string theirs, string expected)
    {
        var agreed = World("Gate+ Fence", "Gate+ Fence").Remember();
        var world = agreed with { Secondary = World("Gate", theirs).Secondary };
        Assert.Equal(expected, Changes(world));
        Assert.Equal(string.Empty, Changes(world.Sync()));

        // A run that read it and could not write it has agreed on nothing else.
        Assert.Equal(expected, Changes(world.Remember()));
    }

    [Fact]
    public void A_choice_that_the_source_made_after_first_sight_is_made_on_the_target_as_often_as_it_takes()
    {
        var world = World("Gate Fence", "Gate Fence").Remember() with { Primary = World("Gate Fence+", "Gate").Primary };
        for (var run = 0; run < 3; run++)
        {
            Assert.Equal("Update FirstSight ptzPresets[Fence].defaultPreset: absent -> true", Changes(world));
            world = world.Remember();
        }
    }

    [Fact]
    public void A_choice_of_the_target_that_was_left_is_not_made_on_the_source_when_the_direction_turns()
    {
        var world = World("Gate Fence", "Gate+ Fence").Sync();
        for (var run = 0; run < 2; run++)
        {
            Assert.Equal("Unsupported NeverAgreed ptzPresets[Gate].defaultPreset: true -> absent", Changes(world));
            Assert.Equal("Unsupported NeverAgreed ptzPresets[Gate].defaultPreset: absent -> true", Changes(world, Restore));
            world = world.Sync(Restore);
        }
    }

    [Fact]
    public void It_is_the_side_that_was_written_at_first_sight_whose_choice_is_left()
    {
        var world = World("Gate+ Fence", "Gate Fence").Sync(Restore);
        Assert.Equal("Unsupported NeverAgreed ptzPresets[Gate].defaultPreset: true -> absent", Changes(world, Restore));
        Assert.Equal("Unsupported NeverAgreed ptzPresets[Gate].defaultPreset: absent -> true", Changes(world));
    }

    [Fact]
    public void What_was_left_ends_when_both_choose_and_another_choice_is_one_like_any_other()
    {
        var left = World("Gate Fence", "Gate+ Fence").Sync();
        var moved = left with { Secondary = World("Gate", "Gate Fence+").Secondary };
        Assert.Equal("Update FirstSight ptzPresets[Fence].defaultPreset: absent -> true", Changes(moved, Restore));

        var both = (left with { Primary = World("Gate+ Fence", "Gate").Primary }).Sync();
        Assert.Equal(string.Empty, Changes(both));
        var lost = both with { Primary = World("Gate Fence", "Gate").Primary };
        Assert.Equal("Update TargetDrifted ptzPresets[Gate].defaultPreset: absent -> true", Changes(lost, Restore));
    }

    [Fact]
    public void A_choice_that_the_source_took_away_stays_on_the_target_and_is_named()
    {
        var agreed = World("Gate+ Fence", "Gate+ Fence").Remember();
        var world = agreed with { Primary = World("Gate Fence", "Gate").Primary };
        Assert.Equal("Unsupported NotSupportedByTarget ptzPresets[Gate].defaultPreset: true -> absent", Changes(world));
        Assert.Equal("Unsupported NotSupportedByTarget ptzPresets[Gate].defaultPreset: true -> absent", Changes(world.Sync()));
    }

    [Fact]
    public void A_choice_that_somebody_made_on_the_target_after_first_sight_is_not_told_as_one_of_first_sight()
    {
        var world = World("Gate Fence", "Gate Fence").Remember() with { Secondary = World("Gate", "Gate+ Fence").Secondary };
        for (var run = 0; run < 2; run++)
        {
            Assert.Equal("Unsupported NotSupportedByTarget ptzPresets[Gate].defaultPreset: true -> absent", Changes(world));
            world = world.Sync();
        }
    }

    [Fact]
    public void A_list_that_one_side_did_not_send_keeps_what_was_left()
    {
        var left = World("Gate Fence", "Gate+ Fence").Sync();
        var unsent = left with { Primary = left.Edit(Side.Primary, ItemKind.PtzPresets, "Gate", static _ => PropertyBag.Empty).Primary };
        var world = unsent.Remember() with { Primary = left.Primary };
        Assert.Equal("Unsupported NeverAgreed ptzPresets[Gate].defaultPreset: absent -> true", Changes(world, Restore));
    }

    [Fact]
    public void A_preset_without_a_name_is_one_like_any_other()
    {
        var world = SyncWorld.OneToOne(
            r => r.Hardware("10.0.0.1", h => h.Camera(0, "Gate", static c => c.Preset(string.Empty).Preset("Gate"))),
            r => r.Hardware("10.0.0.1", h => h.Camera(0, "Gate", static c => c.Preset(string.Empty, ("defaultPreset", Scalar.True)).Preset("Gate", ("defaultPreset", Scalar.False)))));
        Assert.Equal("Unsupported NeverAgreed ptzPresets[].defaultPreset: absent -> true", Changes(world.Sync(), Restore));
    }

    private static SyncWorld World(string ours, string theirs)
        => SyncWorld.OneToOne(
            r => r.Hardware("10.0.0.1", h => h.Camera(0, "Gate", c => Presets(c, ours))),
            r => r.Hardware("10.0.0.1", h => h.Camera(0, "Gate", c => Presets(c, theirs))));

    /// <summary>A list that has a default tells of each preset whether it is the one; a list without tells nothing.</summary>
    private static void Presets(CameraBuilder camera, string presets)
    {
        foreach (var preset in presets.Split(' '))
        {
            var isDefault = preset.EndsWith('+');
            camera.Preset(preset.TrimEnd('+'), presets.Contains('+', StringComparison.Ordinal) ? [("defaultPreset", isDefault ? Scalar.True : Scalar.False)] : []);
        }
    }

    private static string Changes(SyncWorld world, PlanningOptions? options = null)
        => string.Join("; ", world.Plan(options).Changes
            .Where(c => c.Kind == ItemKind.PtzPresets)
            .Select(c => $"{c.Action} {c.Properties[0].Reason} {string.Join(", ", c.Properties.Select(p => $"{p.Path}: {p.Before?.ToString() ?? "absent"} -> {p.After?.ToString() ?? "absent"}"))}"));
}
