using RMF.Core.Inventory;
using RMF.Core.Playback;
using RMF.Core.Playback.Export;

namespace RMF.Core.Tests.Playback;

[Trait("Proof", "export")]
public sealed class ExportPlannerTests
{
    [Fact]
    public void Without_a_gap_on_the_serving_side_it_is_one_segment_of_it()
    {
        var plan = Plan(Seconds.Set((-5, 200)), Seconds.Set((0, 100)));

        Assert.Equal([Segment(Side.Primary, 0, 100)], plan.Segments);
        Assert.True(plan.IsWhole);
        Assert.Equal(TimeSpan.FromSeconds(100), plan.Covered);
    }

    [Fact]
    public void With_a_gap_there_and_none_on_the_other_it_is_one_segment_of_the_other()
        => Assert.Equal([Segment(Side.Secondary, 0, 100)], Plan(Seconds.Set((0, 40), (60, 100)), Seconds.Set((-1, 101))).Segments);

    [Fact]
    public void With_gaps_on_both_that_the_union_covers_the_serving_side_gives_all_it_can()
    {
        var plan = Plan(Seconds.Set((0, 40), (60, 100)), Seconds.Set((20, 80)));

        Assert.Equal([Segment(Side.Primary, 0, 40), Segment(Side.Secondary, 40, 60), Segment(Side.Primary, 60, 100)], plan.Segments);
        Assert.True(plan.IsWhole);
    }

    [Fact]
    public void The_other_side_may_be_the_serving_one()
        => Assert.Equal(
            [Segment(Side.Primary, 0, 20), Segment(Side.Secondary, 20, 80), Segment(Side.Primary, 80, 100)],
            Plan(Seconds.Set((0, 40), (60, 100)), Seconds.Set((20, 80)), serving: Side.Secondary).Segments);

    [Fact]
    public void A_segment_that_takes_over_begins_on_the_last_key_frame_that_leaves_no_gap()
        => Assert.Equal(
            [Segment(Side.Primary, 0, 37), Segment(Side.Secondary, 37, 100)],
            Plan(Seconds.Set((0, 40)), Seconds.Set((20, 100)), keyFrames: [21, 29, 37, 45]).Segments);

    [Fact]
    public void Without_a_key_frame_in_time_it_begins_where_its_sequence_does()
        => Assert.Equal(
            [Segment(Side.Primary, 0, 20), Segment(Side.Secondary, 20, 100)],
            Plan(Seconds.Set((0, 40)), Seconds.Set((20, 100)), keyFrames: [10, 41]).Segments);

    [Fact]
    public void A_hole_in_both_is_named_with_its_time()
    {
        var plan = Plan(Seconds.Set((10, 40)), Seconds.Set((50, 90)));

        Assert.Equal([Segment(Side.Primary, 10, 40), Segment(Side.Secondary, 50, 90)], plan.Segments);
        Assert.Equal([Hole(0, 10), Hole(40, 50), Hole(90, 100)], plan.Holes);
        Assert.False(plan.IsWhole);
    }

    [Theory]
    [InlineData(true, false, HoleCause.PrimaryUnknown)]
    [InlineData(false, true, HoleCause.SecondaryUnknown)]
    [InlineData(true, true, HoleCause.BothUnknown)]
    public void A_hole_says_whose_recordings_are_not_known(bool primary, bool secondary, HoleCause cause)
    {
        var known = Seconds.Set((0, 90));

        Assert.Equal(cause, Assert.Single(Plan(primary ? null : known, secondary ? null : known).Holes).Cause);
    }

    [Fact]
    public void Gaps_shorter_than_a_frame_interval_are_none_on_a_side_between_the_sides_and_at_the_ends()
    {
        var plan = Plan(Seconds.Set((0.2, 20), (20.3, 40)), Seconds.Set((40.4, 99.9)), tolerance: 0.5);

        Assert.Equal([Segment(Side.Primary, 0.2, 40), Segment(Side.Secondary, 40.4, 99.9)], plan.Segments);
        Assert.Empty(plan.Holes);
    }

    [Fact]
    public void Sequences_that_touch_make_a_whole()
        => Assert.True(Plan(Seconds.Set((0, 50)), Seconds.Set((50, 100))).IsWhole);

    [Fact]
    public void An_empty_range_needs_nothing()
    {
        var plan = ExportPlanner.Plan(Seconds.Range(5, 5), Side.Primary, new ExportSide(Seconds.Set((0, 10))), new ExportSide(null), TimeSpan.Zero);

        Assert.Empty(plan.Segments);
        Assert.True(plan.IsWhole);
    }

    private static ExportPlan Plan(TimeRangeSet? primary, TimeRangeSet? secondary, Side serving = Side.Primary, double[]? keyFrames = null, double tolerance = 0)
        => ExportPlanner.Plan(Seconds.Range(0, 100), serving, new ExportSide(primary), new ExportSide(secondary, keyFrames?.Select(Seconds.At).ToList()), TimeSpan.FromSeconds(tolerance));

    private static ExportSegment Segment(Side side, double begin, double end) => new(side, Seconds.Range(begin, end));

    private static ExportHole Hole(double begin, double end) => new(Seconds.Range(begin, end), HoleCause.NotRecorded);
}
