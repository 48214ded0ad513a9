using RMF.Engine.Live.Drill;
using RMF.Testing;
using Xunit;

namespace RMF.Engine.Tests.Live;

public sealed class DrillTests
{
    [Theory]
    [InlineData(0.5, 50)]
    [InlineData(0.99, 99)]
    [InlineData(1.0, 100)]
    [InlineData(0.001, 1)]
    public void A_percentile_is_a_gap_that_was_measured(double share, int milliseconds)
        => Assert.Equal(milliseconds, Result(Enumerable.Range(1, 100).Reverse().Select(i => (double?)i)).Percentile(share)!.Value.TotalMilliseconds);

    [Fact]
    public void What_did_not_switch_counts_and_has_no_gap()
    {
        var result = Result([500, null, 520]);
        Assert.Equal((3, 2, 3), (result.Tiles, result.Switched, result.Rows.Count));
        Assert.Equal(520, result.Percentile(0.99)!.Value.TotalMilliseconds);
        Assert.Null(Result([]).Percentile(0.5));
    }

    [Fact]
    public void The_picture_shows_the_distribution_and_both_percentiles()
        => Approved.Matches(DrillChart.Svg(Result(Enumerable.Range(0, 60).Select(i => (double?)(500 + (i * i % 61))))), "drill.svg");

    [Fact]
    public void A_picture_of_nothing_says_so() => Assert.Contains(">No tile switched<", DrillChart.Svg(Result([null])), StringComparison.Ordinal);

    private static DrillResult Result(IEnumerable<double?> gaps) => new(
        gaps.Select((g, i) => new DrillRow(1, $"Tile {i}", g is { } ms ? TimeSpan.FromMilliseconds(ms) : null, null, WentHome: true)).ToList(),
        [],
        0,
        new DrillOptions { Rounds = 1 });
}
