using RMF.Core.Playback;
using RMF.Engine.Ports;
using RMF.XProtect.Errors;
using RMF.XProtect.Playback;

namespace RMF.Live.Tests.Playback;

/// <summary>What is made of the sequences that servers tell, whatever their order, and whatever they leave out.</summary>
[Trait("Proof", "playback")]
public sealed class SequenceAnswerTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeRange Day = new(Start, Start.AddDays(1));

    [Fact]
    public async Task Answers_out_of_order_doubled_overlapping_and_beside_the_range_are_put_in_order()
    {
        var told = new[] { Hours(5, 6), Hours(1, 2), Hours(5, 6), Hours(1.5, 3), Hours(30, 31), Hours(-5, -4), Hours(-1, 0.5), Hours(7, 7) };
        var read = await ReadAsync(new Scripted(_ => new SequencePage(told, IsCut: false)));
        Assert.Equal([Hours(-1, 0.5), Hours(1, 2), Hours(1.5, 3), Hours(5, 6)], read.Value!);
    }

    [Fact]
    public async Task A_server_that_always_says_the_same_is_not_asked_without_end()
    {
        var way = new Scripted(_ => new SequencePage([Hours(1, 2)], IsCut: true));
        var read = await ReadAsync(way);
        Assert.Equal(SiteErrorKind.UnexpectedAnswer, read.Error?.Kind);
        Assert.Equal(PlaybackLimits.MaxPages, way.Asked.Count);
        Assert.All(way.Asked.Zip(way.Asked.Skip(1)), p => Assert.True(p.First.Begin < p.Second.Begin));
    }

    [Fact]
    public async Task A_part_that_fails_fails_the_whole()
    {
        var way = new Scripted(n => n == 0 ? new SequencePage([Hours(1, 2)], IsCut: true) : null);
        Assert.Equal(SiteErrorKind.ConnectionLost, (await ReadAsync(way)).Error?.Kind);
    }

    [Fact]
    public void A_sequence_without_an_end_goes_on_until_now_or_the_end_of_the_range()
    {
        Assert.Equal(Hours(1, 3), SequenceTimes.Make(Start.AddHours(1), DateTimeOffset.MinValue, Day, Start.AddHours(3)));
        Assert.Equal(Hours(1, 24), SequenceTimes.Make(Start.AddHours(1), DateTimeOffset.MinValue, Day, Start.AddDays(3)));
        Assert.Null(SequenceTimes.Make(Start.AddHours(1), Start, Day, Start.AddDays(3)));
        Assert.Null(SequenceTimes.Make(DateTimeOffset.MinValue, Start, Day, Start.AddDays(3)));
        Assert.Null(SequenceTimes.Make(Start, null, Day, Start.AddDays(3)));
    }

    private static TimeRange Hours(double from, double to) => new(Start.AddHours(from), Start.AddHours(to));

    private static Task<Outcome<IReadOnlyList<TimeRange>>> ReadAsync(Scripted way) => SequenceReading.RunAsync(way, new SiteErrors("site"), new RecordedCamera("camera", "recorder"), Day, default);

    /// <summary>Answers by number; null = the connection broke.</summary>
    private sealed class Scripted(Func<int, SequencePage?> answer) : ISequenceWay
    {
        public List<TimeRange> Asked { get; } = [];

        public Task<Outcome<SequencePage>> AskAsync(RecordedCamera camera, TimeRange range, CancellationToken cancellationToken)
        {
            Asked.Add(range);
            return Task.FromResult(answer(Asked.Count - 1) is { } page ? page : (Outcome<SequencePage>)new SiteErrors("site").Make(SiteErrorKind.ConnectionLost, "ask", "It broke."));
        }
    }
}
