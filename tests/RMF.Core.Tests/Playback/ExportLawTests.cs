using RMF.Core.Inventory;
using RMF.Core.Playback;
using RMF.Core.Playback.Export;
using RMF.Testing;
using Xunit.Abstractions;

namespace RMF.Core.Tests.Playback;

[Trait("Proof", "export")]
public sealed class ExportLawTests(ITestOutputHelper output)
{
    private const int Pairs = 10_000;

    [Fact]
    public void Ten_thousand_random_pairs_are_planned_as_well_as_an_oracle_that_tries_all_ways()
    {
        output.WriteLine($"RMF_SEED={PropertySeed.Text}");
        var chance = Seconds.Chance;
        var (whole, several, keyed) = (0, 0, 0);
        for (var number = 0; number < Pairs; number++)
        {
            var length = 5 + chance.Next(60);
            bool[][] has = [Seconds.Flags(chance, length), Seconds.Flags(chance, length)];
            bool[]?[] keys = [Keys(), Keys()];
            var from = chance.Next(length);
            var to = from + 1 + chance.Next(length - from);
            var serving = chance.Next(2);
            var plan = ExportPlanner.Plan(Seconds.Range(from, to), (Side)serving, Of(0), Of(1), TimeSpan.Zero);
            var text = $"case {number}: {string.Join(" ", plan.Segments.Select(s => FormattableString.Invariant($"{s.Side}[{Seconds.Of(s.Range.Begin)},{Seconds.Of(s.Range.End)})")))}";

            var taken = new int[length];
            foreach (var (segment, index) in plan.Segments.Select((s, i) => (s, i)))
            {
                var side = (int)segment.Side;
                var (begin, end) = (Seconds.Of(segment.Range.Begin), Seconds.Of(segment.Range.End));
                Assert.True(begin < end && Enumerable.Range(begin, end - begin).All(s => has[side][s]), text + " takes what its side has not");
                Assert.True(index == 0 || plan.Segments[index - 1].Range.End < segment.Range.Begin || MayBegin(side, begin), text + $" cuts beside a key frame at {begin}");
                Enumerable.Range(begin, end - begin).ToList().ForEach(s => taken[s]++);
            }

            var wanted = Enumerable.Range(0, length).Select(s => s >= from && s < to && (has[0][s] || has[1][s]) ? 1 : 0);
            Assert.True(wanted.SequenceEqual(taken), text + " does not cover each second once");
            var named = plan.Holes.SelectMany(h => Enumerable.Range(Seconds.Of(h.Range.Begin), Seconds.Of(h.Range.End) - Seconds.Of(h.Range.Begin)));
            Assert.Equal(Enumerable.Range(from, to - from).Where(s => !has[0][s] && !has[1][s]), named);

            bool[][] mayBegin = [.. new[] { 0, 1 }.Select(side => Enumerable.Range(0, length).Select(s => MayBegin(side, s)).ToArray())];
            var best = ExportOracle.Best(has, mayBegin, from, to, serving);
            var fromServing = plan.Segments.Where(s => (int)s.Side == serving).Sum(s => (int)s.Range.Length.TotalSeconds);
            Assert.True(best == (plan.Segments.Count, fromServing), text + $": {best} is best");
            whole += plan.IsWhole ? 1 : 0;
            several += plan.Segments.Count > 2 ? 1 : 0;
            keyed += plan.Segments.Count > 1 && keys.Any(k => k is not null) ? 1 : 0;

            ExportSide Of(int side) => new(
                TimeRangeSet.Of(Seconds.Pieces(chance, has[side])),
                keys[side] is { } some ? [.. Enumerable.Range(0, length).Where(s => some[s]).Select(s => Seconds.At(s))] : null);

            // The begin of a sequence is a key frame; without a list every instant is.
            bool MayBegin(int side, int second) => keys[side] is not { } some || some[second] || (has[side][second] && (second == 0 || !has[side][second - 1]));

            bool[]? Keys() => chance.Next(3) == 0 ? null : [.. Enumerable.Range(0, length).Select(_ => chance.Next(6) == 0)];
        }

        output.WriteLine($"{whole} whole, {several} of more than two segments, {keyed} with cuts and key frames");
        Assert.True(whole > 500 && several > 500 && keyed > 500, "the cases are too much alike");
    }
}
