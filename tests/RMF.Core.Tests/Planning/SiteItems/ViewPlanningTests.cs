using RMF.Core.Inventory;
using RMF.Core.Planning;
using RMF.Testing;
using RMF.Testing.Worlds;

namespace RMF.Core.Tests.Planning.SiteItems;

/// <summary>What a plan says of shared views: their groups, their tiles, and the cameras in them.</summary>
public sealed class ViewPlanningTests
{
    [Fact]
    public void Missing_views_are_made_below_their_groups_and_tiles_wait_for_cameras_that_are_added()
        => Approved.Matches(Lines(Docks.Of(s => s.ViewGroup("/Guards").ViewGroup("/Guards/Night").View("/Guards/Night/Gates", "Gate+Quay", "Yard", ""), s => s)), "views-missing.txt");

    [Fact]
    public void A_view_that_is_missing_below_a_group_that_is_there_waits_for_nothing()
    {
        var change = Assert.Single(Docks.Of(s => s.ViewGroup("/Guards").View("/Guards/Gates"), s => s.ViewGroup("/Guards")).Plan(Docks.Options).Changes, c => c.Kind == ItemKind.View && c.Action == ChangeAction.Create);
        Assert.Equal("secondary/view/Guards/Gates", change.Id);
        Assert.Empty(change.DependsOn);
    }

    [Fact]
    public void A_view_is_compared_tile_by_tile_with_the_cameras_translated()
        => Approved.Matches(
            Lines(Docks.Of(s => s.ViewGroup("/Guards").View("/Guards/Gates", "Gate", "Quay+Gate"), s => s.ViewGroup("/Guards").View("/Guards/Gates", "Gate", "Gate+Gate", "Quay"))),
            "views-first-sight.txt");

    [Fact]
    public void Equal_views_are_equal_although_their_cameras_have_other_ids()
        => Assert.Equal("", Lines(Docks.Of(s => s.ViewGroup("/Guards").View("/Guards/Gates", "Gate", "Quay+Gate"), s => s.ViewGroup("/Guards").View("/Guards/Gates", "Gate", "Quay+Gate"))));

    [Fact]
    public void A_tile_with_a_camera_that_has_no_counterpart_is_said()
    {
        var options = Docks.Options with { Lifecycle = new LifecycleOptions(Add: false) };
        var world = Docks.Of(s => s.ViewGroup("/Guards").View("/Guards/Gates", "Yard"), s => s.ViewGroup("/Guards").View("/Guards/Gates", "Gate"));
        var change = Assert.Single(world.Plan(options).Changes, c => c is { Kind: ItemKind.View, Action: ChangeAction.Unsupported });
        Assert.Equal((ChangeReason.NoCounterpart, "secondary/view/Guards/Gates#unsupported", "tiles[0].camera"), (change.Reason, change.Id, Assert.Single(change.Properties).Path));
    }

    [Fact]
    public void A_view_of_another_side_alone_stays()
        => Assert.Equal("", Lines(Docks.Of(s => s, s => s.ViewGroup("/Local").View("/Local/Mine", "Gate"))));

    private static string Lines(SyncWorld world) => PlanLines.Of(world, world.Plan(Docks.Options), ItemKind.ViewGroup, ItemKind.View, ItemKind.HighAvailabilityView);
}
