using RMF.Core.Inventory;
using RMF.Core.Ptz;
using Xunit;

namespace RMF.Core.Tests.Ptz;

[Trait("Proof", "presets")]
public sealed class PresetComparisonTests
{
    private static readonly PresetTolerance Tolerance = new(0.005, 0.005, 0.01);

    [Fact]
    public void Presets_of_one_name_at_one_place_in_one_order_are_equal()
    {
        var comparison = Compare([Of(1, "Gate", 0.1), Of(2, "Fence", -0.5)], [Of(1, "Gate", 0.1049), Of(2, "Fence", -0.5)]);
        Assert.True(comparison.IsEqual);
        Assert.True(Plan(comparison, Side.Primary).IsEmpty);
    }

    [Fact]
    public void Each_side_may_lack_a_preset()
    {
        var comparison = Compare([Of(1, "Gate", 0.1)], [Of(1, "Roof", 0.9)]);
        Assert.Equal([("Gate", PresetState.MissingOnSecondary), ("Roof", PresetState.MissingOnPrimary)], comparison.Pairs.Select(p => (p.Name, p.State)));
    }

    [Fact]
    public void The_same_place_under_another_name_is_renamed_and_the_nearest_one_is_taken()
    {
        var comparison = Compare([Of(1, "Gate", 0.1)], [Of(1, "Far", 0.104), Of(2, "Near", 0.101)]);
        var renamed = Assert.Single(comparison.Pairs, p => p.State == PresetState.Renamed);
        Assert.Equal("Near", renamed.Secondary!.Name);
        Assert.Equal("Far", Assert.Single(comparison.Pairs, p => p.State == PresetState.MissingOnPrimary).Name);
    }

    [Theory]
    [InlineData(0.005, PresetState.Equal)]
    [InlineData(0.0051, PresetState.Moved)]
    public void A_preset_is_moved_from_beyond_the_tolerance_on(double by, PresetState expected)
        => Assert.Equal(expected, Assert.Single(Compare([Of(1, "Gate", 0.1)], [Of(1, "Gate", 0.1 + by)]).Pairs).State);

    [Fact]
    public void A_name_counts_more_than_a_place_so_two_that_changed_places_are_moved()
    {
        var comparison = Compare([Of(1, "A", 0.1), Of(2, "B", 0.5)], [Of(1, "A", 0.5), Of(2, "B", 0.1)]);
        Assert.All(comparison.Pairs, p => Assert.Equal(PresetState.Moved, p.State));
    }

    [Fact]
    public void Another_order_is_renumbered_and_a_missing_one_renumbers_nobody()
    {
        var turned = Compare([Of(1, "A", 0.1), Of(2, "B", 0.5)], [Of(1, "B", 0.5), Of(2, "A", 0.1)]);
        Assert.All(turned.Pairs, p => Assert.Equal(PresetState.Renumbered, p.State));

        var shorter = Compare([Of(1, "A", 0.1), Of(2, "B", 0.5), Of(3, "C", 0.9)], [Of(1, "B", 0.5), Of(2, "C", 0.9)]);
        Assert.Equal([PresetState.MissingOnSecondary, PresetState.Equal, PresetState.Equal], shorter.Pairs.Select(p => p.State));
    }

    [Fact]
    public void Presets_in_the_device_are_paired_by_the_devices_number_and_never_written()
    {
        var comparison = Compare([InDevice(1, "Own", "7"), InDevice(2, "Old", "8")], [InDevice(1, "Else", "7"), InDevice(2, "Old", "9"), InDevice(3, "More", "10")]);
        Assert.Equal([PresetState.Renamed, PresetState.Renumbered, PresetState.MissingOnPrimary], comparison.Pairs.Select(p => p.State));
        foreach (var side in new[] { Side.Primary, Side.Secondary })
        {
            var plan = Plan(comparison, side);
            Assert.True(plan.IsEmpty);
            Assert.Equal(3, plan.InDevice.Count);
        }
    }

    [Fact]
    public void A_preset_without_a_place_is_renamed_to_nothing()
        => Assert.DoesNotContain(Compare([new Preset("p", new PresetContent("A", null, null, null), 1)], [Of(1, "B", 0.1)]).Pairs, p => p.State.HasFlag(PresetState.Renamed));

    [Fact]
    public void A_plan_updates_first_and_removes_last()
    {
        var comparison = Compare([Of(1, "New", 0.9), Of(2, "Gate", 0.1)], [Of(1, "Old", 0.3), Of(2, "Gate", 0.5)]);
        var plan = Plan(comparison, Side.Primary);
        Assert.Equal([PresetStepKind.Update, PresetStepKind.Create, PresetStepKind.Remove, PresetStepKind.Order], plan.Steps.Select(s => s.Kind));
        Assert.Equal("move 'Gate'; make 'New'; remove 'Old'; order 'New', 'Gate'", string.Join("; ", plan.Steps));
        var without = PresetPlan.Of(comparison, Side.Primary, canOrder: false, keepsPlace: true);
        Assert.True(without.LeavesOrder);
        Assert.DoesNotContain(without.Steps, s => s.Kind == PresetStepKind.Order);
    }

    internal static PresetComparison Compare(IReadOnlyList<Preset> primary, IReadOnlyList<Preset> secondary) => PresetComparison.Of(primary, secondary, Tolerance);

    private static PresetPlan Plan(PresetComparison comparison, Side source) => PresetPlan.Of(comparison, source, canOrder: true, keepsPlace: true);

    private static Preset Of(int number, string name, double pan) => new($"{name}-{number}", new PresetContent(name, pan, 0, 0.5), number);

    private static Preset InDevice(int number, string name, string own) => new($"{name}-{number}", new PresetContent(name, null, null, null), number) { IsInDevice = true, DeviceNumber = own };
}
