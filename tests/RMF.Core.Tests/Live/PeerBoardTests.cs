using RMF.Core.Live;
using Xunit;

namespace RMF.Core.Tests.Live;

public sealed class PeerBoardTests
{
    private static readonly TimeSpan Now = TimeSpan.FromMinutes(1);

    private readonly PeerBoard<string> board = new();

    [Theory]
    [InlineData(2, 4, false)]
    [InlineData(3, 8, false)]
    [InlineData(3, 6, true)]
    [InlineData(3, 3, true)]
    public void A_recorder_is_suspected_from_three_and_half_of_its_streams_on(int lost, int of, bool suspected)
    {
        var streams = Watch("REC-A1", of);
        Watch("REC-B1", 20);
        Lose(streams.Take(lost));
        Assert.Equal(suspected ? ["REC-A1"] : [], board.Suspected(Now));
    }

    [Fact]
    public void A_loss_that_is_old_or_over_says_nothing()
    {
        var streams = Watch("REC-A1", 4);
        Watch("REC-B1", 20);
        Lose(streams);
        Assert.NotEmpty(board.Suspected(Now + PeerBoard<string>.Window));
        Assert.Empty(board.Suspected(Now + PeerBoard<string>.Window + TimeSpan.FromTicks(1)));
        board.Note(streams[0], isLost: false, Now);
        board.Note(streams[1], isLost: false, Now);
        Assert.Empty(board.Suspected(Now));
    }

    [Fact]
    public void A_host_that_has_lost_nearly_everything_suspects_itself()
    {
        var one = Watch("REC-A1", 10);
        var two = Watch("REC-B1", 10);
        Lose(one);
        Assert.Equal(["REC-A1"], board.Suspected(Now));
        Lose(two.Take(7));
        Assert.Equal(["REC-A1", "REC-B1"], board.Suspected(Now));
        Lose(two);
        Assert.Empty(board.Suspected(Now));
    }

    [Fact]
    public void A_host_of_one_recorder_cannot_tell_itself_from_it_and_suspects_the_recorder()
    {
        Lose(Watch("REC-A1", 4));
        Assert.Equal(["REC-A1"], board.Suspected(Now));
    }

    [Fact]
    public void Nine_of_ten_streams_are_nearly_all()
    {
        var one = Watch("REC-A1", 9);
        var two = Watch("REC-B1", 1);
        Lose(one.Take(8));
        Assert.Equal(["REC-A1"], board.Suspected(Now));
        Lose(one);
        Assert.Empty(board.Suspected(Now));
        Assert.Single(two);
    }

    [Fact]
    public void Streams_that_come_back_count_as_well_and_say_nothing_of_when_the_others_went()
    {
        var one = Watch("REC-A1", 6);
        Lose(Watch("REC-B1", 10).Take(3));
        Lose(one);
        var later = Now + PeerBoard<string>.Window + TimeSpan.FromTicks(1);
        one.Take(3).ToList().ForEach(s => board.Note(s, isLost: false, later));
        Assert.Empty(board.Suspected(later));
        Assert.Equal(["REC-A1"], board.Suspected(Now));
        board.Note(one[3], isLost: false, later);
        Assert.Empty(board.Suspected(Now));
        one.Take(4).ToList().ForEach(s => board.Note(s, isLost: true, later));
        Assert.Equal(["REC-A1"], board.Suspected(later));
    }

    [Fact]
    public void Streams_that_are_watched_no_more_count_neither_as_lost_nor_as_there()
    {
        var one = Watch("REC-A1", 8);
        Watch("REC-B1", 20);
        Lose(one.Take(4));
        Assert.Equal(["REC-A1"], board.Suspected(Now));

        // Two of six, then two of four, are too few; three of four are enough.
        one.Take(2).ToList().ForEach(board.Remove);
        Assert.Empty(board.Suspected(Now));
        one.Skip(6).ToList().ForEach(board.Remove);
        Assert.Empty(board.Suspected(Now));
        Lose(one.Skip(4).Take(1));
        Assert.Equal(["REC-A1"], board.Suspected(Now));
    }

    [Fact]
    public void A_recorder_whose_last_stream_is_gone_is_forgotten()
    {
        var gone = Watch("REC-B1", 1);
        Lose(Watch("REC-A1", 4));
        Lose(gone);
        Assert.Empty(board.Suspected(Now));

        // With one recorder left the host cannot tell itself from it.
        board.Remove(gone[0]);
        Assert.Equal(["REC-A1"], board.Suspected(Now));
    }

    private List<PeerStream> Watch(string recorder, int count) => Enumerable.Range(0, count).Select(_ => board.Add(recorder)).ToList();

    private void Lose(IEnumerable<PeerStream> streams)
    {
        foreach (var stream in streams)
        {
            board.Note(stream, isLost: true, Now);
            board.Note(stream, isLost: true, Now + TimeSpan.FromHours(1));
        }
    }
}
