using RMF.Core.Playback;
using RMF.Testing;
using Xunit.Abstractions;

namespace RMF.Core.Tests.Playback;

[Trait("Proof", "playback")]
public sealed class TimeRangeSetTests(ITestOutputHelper output)
{
    private const int Length = 40;

    [Fact]
    public void Ranges_that_overlap_or_touch_become_one_and_empty_ones_go()
    {
        var set = TimeRangeSet.Of(Seconds.Range(5, 7), Seconds.Range(0, 2), Seconds.Range(2, 3), Seconds.Range(1, 1), Seconds.Range(6, 9), Seconds.Range(20, 20));

        Assert.Equal([Seconds.Range(0, 3), Seconds.Range(5, 9)], set);
        Assert.Equal(TimeSpan.FromSeconds(7), set.Length);
        Assert.Same(TimeRangeSet.Empty, TimeRangeSet.Of());
    }

    [Fact]
    public void A_gap_shorter_than_the_tolerance_is_joined_and_one_as_long_stays()
    {
        var set = Seconds.Set((0, 1), (1.4, 2), (2.5, 3));

        Assert.Equal([Seconds.Range(0, 2), Seconds.Range(2.5, 3)], set.Join(TimeSpan.FromSeconds(0.5)));
        Assert.Same(set, set.Join(TimeSpan.Zero));
    }

    [Fact]
    public void Times_of_another_zone_are_the_same_instants()
    {
        var begin = new DateTimeOffset(2026, 3, 1, 14, 0, 0, TimeSpan.FromHours(2));

        Assert.Equal(Seconds.Set((0, 10)), TimeRangeSet.Of(new TimeRange(begin, begin.AddSeconds(10))));
    }

    [Fact]
    public void Each_operation_agrees_with_the_same_on_single_seconds()
    {
        output.WriteLine($"RMF_SEED={PropertySeed.Text}");
        var chance = Seconds.Chance;
        for (var i = 0; i < 3000; i++)
        {
            bool[] a = Seconds.Flags(chance, Length), b = Seconds.Flags(chance, Length);
            TimeRangeSet left = TimeRangeSet.Of(Seconds.Pieces(chance, a)), right = TimeRangeSet.Of(Seconds.Pieces(chance, b));
            var from = chance.Next(Length);
            var to = from + chance.Next(Length - from + 1);
            var within = Seconds.Range(from, to);

            Same(i, "of", a, left);
            Same(i, "union", Both(a, b, (x, y) => x || y), left.Union(right));
            Same(i, "intersect", Both(a, b, (x, y) => x && y), left.Intersect(right));
            Same(i, "subtract", Both(a, b, (x, y) => x && !y), left.Subtract(right));
            Same(i, "within", [.. a.Select((x, s) => x && s >= from && s < to)], left.Within(within));
            Same(i, "gaps", [.. a.Select((x, s) => !x && s >= from && s < to)], left.Gaps(within));
            Assert.Equal(a.Where((x, s) => x && s >= from && s < to).Count(), left.Coverage(within).TotalSeconds);
            Assert.Equal(left, TimeRangeSet.Of(Seconds.Pieces(chance, a)));
        }
    }

    [Fact]
    public void The_nearest_instant_either_way_is_the_one_that_a_search_finds()
    {
        output.WriteLine($"RMF_SEED={PropertySeed.Text}");
        var chance = Seconds.Chance;
        for (var i = 0; i < 1000; i++)
        {
            var flags = Seconds.Flags(chance, Length);
            var set = TimeRangeSet.Of(Seconds.Pieces(chance, flags));
            for (var s = -1; s <= Length; s++)
            {
                var next = Enumerable.Range(Math.Max(s, 0), Length - Math.Max(s, 0)).Where(x => flags[x]).Select(x => (DateTimeOffset?)Seconds.At(x)).FirstOrDefault();
                DateTimeOffset? previous = s >= 0 && s < Length && flags[s]
                    ? Seconds.At(s)
                    : Enumerable.Range(0, Math.Max(0, s)).Where(x => flags[x]).Select(x => (DateTimeOffset?)Seconds.At(x + 1).AddTicks(-1)).LastOrDefault();

                Assert.Equal((next, previous), (set.NextFrom(Seconds.At(s)), set.PreviousFrom(Seconds.At(s))));
            }
        }
    }

    private static bool[] Both(bool[] a, bool[] b, Func<bool, bool, bool> rule) => [.. a.Zip(b, rule)];

    private static void Same(int number, string operation, bool[] expected, TimeRangeSet set)
    {
        Assert.True(expected.SequenceEqual(Seconds.Flags(set, Length)), $"case {number}, {operation}: {set}");
        Assert.True(set.Zip(set.Skip(1)).All(p => p.First.End < p.Second.Begin) && set.All(r => !r.IsEmpty), $"case {number}, {operation}: {set} is not sorted and apart");
        Assert.Equal(expected.Count(x => x), set.Length.TotalSeconds);
    }
}
