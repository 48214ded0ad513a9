using System.Globalization;
using RMF.Simulator.Recordings;
using RMF.Testing;
using Xunit.Abstractions;

namespace RMF.Simulator.Tests.Recordings;

/// <summary>Sequences against minutes that are counted one by one.</summary>
public sealed class SequenceListTests(ITestOutputHelper output)
{
    private const int Minutes = 60;
    private const int Cases = 3_000;
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Joining_cutting_and_clipping_agree_with_counting()
    {
        output.WriteLine("RMF_SEED=" + PropertySeed.Text);
        var random = new Random((int)(ulong.Parse(PropertySeed.Text.Split(',')[0], CultureInfo.InvariantCulture) % int.MaxValue));
        for (var i = 0; i < Cases; i++)
        {
            var (one, other) = (Draw(random), Draw(random));
            var (from, to) = (random.Next(Minutes), random.Next(Minutes));
            Check(SequenceList.Union(one, other), m => Has(one, m) || Has(other, m), i);
            Check(SequenceList.Subtract(one, other), m => Has(one, m) && !Has(other, m), i);
            Check(SequenceList.Clip(one, Start.AddMinutes(from), Start.AddMinutes(to)), m => Has(one, m) && m >= from && m < to, i);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(12)]
    [InlineData(25)]
    [InlineData(29.97)]
    [InlineData(0.1)]
    public void Frames_lie_on_whole_milliseconds_and_are_found_again_by_their_own_time(double rate)
    {
        var grid = new FrameGrid(TimeSpan.FromSeconds(1) / rate);
        var first = grid.AtOrBefore(Start.AddMilliseconds(3));
        for (var frame = first; frame < first + 500; frame++)
        {
            var at = grid.TimeOf(frame);
            Assert.Equal(0, at.Ticks % TimeSpan.TicksPerMillisecond);
            Assert.Equal(frame, grid.AtOrBefore(at));
            Assert.Equal(frame, grid.AtOrAfter(at));
            Assert.Equal(frame - 1, grid.AtOrBefore(at.AddTicks(-1)));
            Assert.Equal(frame + 1, grid.AtOrAfter(at.AddTicks(1)));
        }
    }

    [Fact]
    public void A_sequence_has_the_frames_from_its_beginning_to_before_its_end()
    {
        var grid = new FrameGrid(TimeSpan.FromSeconds(1));
        Assert.Equal((grid.AtOrBefore(Start), grid.AtOrBefore(Start) + 9), grid.Of(new RecordedSequence(Start, Start.AddSeconds(10))));
        var (begin, end) = grid.Of(new RecordedSequence(Start.AddMilliseconds(100), Start.AddMilliseconds(200)));
        Assert.True(begin > end);
    }

    private static List<RecordedSequence> Draw(Random random)
    {
        var list = new List<RecordedSequence>();
        for (var at = random.Next(5); at < Minutes;)
        {
            var end = at + 1 + random.Next(8);
            list.Add(new RecordedSequence(Start.AddMinutes(at), Start.AddMinutes(end)));
            at = end + 1 + random.Next(6);
        }

        return random.Next(10) == 0 ? [] : list;
    }

    private static bool Has(IReadOnlyList<RecordedSequence> list, int minute) => list.Any(s => s.Begin <= Start.AddMinutes(minute) && s.End > Start.AddMinutes(minute));

    private static void Check(IReadOnlyList<RecordedSequence> list, Func<int, bool> expected, int number)
    {
        for (var minute = 0; minute < Minutes + 10; minute++)
        {
            Assert.True(expected(minute) == Has(list, minute), $"case {number}, minute {minute}");
        }

        Assert.All(list, s => Assert.True(s.Begin < s.End));
        Assert.All(list.Zip(list.Skip(1)), p => Assert.True(p.First.End < p.Second.Begin, $"case {number}: sequences touch"));
    }
}
