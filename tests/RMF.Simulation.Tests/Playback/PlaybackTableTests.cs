using RMF.Core.Inventory;
using RMF.Core.Playback;
using RMF.Simulator;

namespace RMF.Simulation.Tests.Playback;

/// <summary>Each row of the table in docs/playback.md over sockets: what both recording servers say, what is decided, and what the picture shows.</summary>
[Trait("Proof", "playback")]
public sealed class PlaybackTableTests
{
    private static readonly PlaybackPreference Primary = new(Side.Primary, SkipGaps: true);

    [Fact]
    public async Task The_preferred_side_plays_where_it_has_footage()
    {
        await using var footage = await Footage.StartAsync();
        var cursor = await OpenAsync(footage, 5);

        Assert.Equal((Side.Primary, PlaybackReason.Preferred), (cursor.Shown.Plays, cursor.Shown.Reason));
        await AssertShowsAsync(footage, cursor);
    }

    [Fact]
    public async Task The_other_plays_where_the_preferred_recorder_is_away_and_goes_on_until_a_seek_when_it_is_back()
    {
        await using var footage = await Footage.StartAsync();
        footage.Primary.Faults.Add(Fault.RecorderOffline(footage.Primary.Recorders[0].Name));
        var cursor = await OpenAsync(footage, 5);
        Assert.Equal(Side.Secondary, cursor.Shown.Plays);
        await AssertShowsAsync(footage, cursor);

        footage.Primary.Faults.Clear();
        cursor = cursor.With(Side.Primary, (await footage.ReadAsync()).Primary.Footage).Play(1).Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(Side.Secondary, cursor.Shown.Plays);
        await AssertShowsAsync(footage, cursor);
        cursor = cursor.Seek(footage.At(8));
        Assert.Equal(Side.Primary, cursor.Shown.Plays);
        await AssertShowsAsync(footage, cursor);
    }

    [Fact]
    public async Task The_other_plays_in_a_gap_also_when_it_is_played_into()
    {
        await using var footage = await Footage.StartAsync();
        footage.Lose(Side.Primary, 10, 20);
        var cursor = (await OpenAsync(footage, 8)).Play(2);
        Assert.Equal(Side.Primary, cursor.Shown.Plays);
        cursor = cursor.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal((Side.Secondary, PlaybackReason.PreferredGap), (cursor.Shown.Plays, cursor.Shown.Reason));
        await AssertShowsAsync(footage, cursor);
        cursor = cursor.Seek(footage.At(25)).Play(-4).Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(Side.Secondary, cursor.Shown.Plays);
        await AssertShowsAsync(footage, cursor);
    }

    [Fact]
    public async Task With_neither_there_is_no_recording_and_the_next_time_is_told()
    {
        await using var footage = await Footage.StartAsync();
        footage.Lose(Side.Primary, 10, 20);
        footage.Lose(Side.Secondary, 12, 16);
        var cursor = await OpenAsync(footage, 14);

        Assert.Null(cursor.Shown.Plays);
        Assert.True(cursor.Shown.SuggestsEdgeStorage);
        Assert.Equal(footage.At(16), cursor.Shown.Next);
        await AssertShowsAsync(footage, cursor.SkipHole());
    }

    private static async Task<PlaybackCursor> OpenAsync(Footage footage, double at)
    {
        var read = await footage.ReadAsync();
        return PlaybackCursor.Open(Primary, read.Primary.Footage, read.Secondary.Footage, footage.At(at));
    }

    private static async Task AssertShowsAsync(Footage footage, PlaybackCursor cursor)
    {
        var source = footage.Pair.Of(cursor.Shown.Plays!.Value)!;
        var opened = await source.Recordings.OpenAsync(source.Camera, default);
        Assert.True(opened.TryGet(out var frames), opened.Error?.ToString());
        await using (frames)
        {
            var got = await frames.GotoAsync(cursor.Position, default);
            var (side, time) = Footage.Shown(got.Value!.Jpeg.Span);
            Assert.Equal(cursor.Shown.Plays, side);
            Assert.InRange(cursor.Position - time, TimeSpan.FromMilliseconds(-300), TimeSpan.FromMilliseconds(300));
        }
    }
}
