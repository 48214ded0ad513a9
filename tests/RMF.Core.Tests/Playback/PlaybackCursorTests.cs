using RMF.Core.Inventory;
using RMF.Core.Playback;
using RMF.Testing;
using Xunit.Abstractions;

namespace RMF.Core.Tests.Playback;

[Trait("Proof", "playback")]
public sealed class PlaybackCursorTests(ITestOutputHelper output)
{
    private const int Length = 60;
    private static readonly PlaybackPreference Primary = new(Side.Primary, SkipGaps: true);
    private static readonly SideFootage All = Footage((0, 100));

    [Fact]
    public void Playing_into_a_gap_goes_to_the_other_side_and_stays_there_when_the_gap_is_over()
    {
        var cursor = PlaybackCursor.Open(Primary, Footage((0, 10), (20, 100)), All, Seconds.At(5)).Play(1);

        Assert.Equal(Side.Primary, After(cursor, 4.9).Shown.Plays);
        Assert.Equal((Side.Secondary, PlaybackReason.PreferredGap), (After(cursor, 5).Shown.Plays, After(cursor, 5).Shown.Reason));
        Assert.Equal(Side.Secondary, After(cursor, 30).Shown.Plays);
        Assert.Equal(Side.Primary, After(cursor, 30).Seek(Seconds.At(50)).Shown.Plays);
    }

    [Fact]
    public void Playing_backwards_into_a_gap_goes_to_the_other_side_too()
    {
        var cursor = PlaybackCursor.Open(Primary, Footage((0, 10), (20, 100)), All, Seconds.At(25)).Play(-2);

        Assert.Equal(Side.Primary, After(cursor, 2.5).Shown.Plays);
        Assert.Equal(Side.Secondary, After(cursor, 3).Shown.Plays);
        Assert.Equal((Seconds.At(5), Side.Secondary), (After(cursor, 10).Position, After(cursor, 10).Shown.Plays));
    }

    [Fact]
    public void A_side_that_comes_back_does_not_jump_under_the_viewer()
    {
        var cursor = PlaybackCursor.Open(Primary, All, All, Seconds.At(5)).Play(1).With(Side.Primary, All with { IsOnline = false });
        Assert.Equal((Side.Secondary, PlaybackReason.PreferredOffline), (cursor.Shown.Plays, cursor.Shown.Reason));

        cursor = cursor.With(Side.Primary, All);
        Assert.Equal(Side.Secondary, After(cursor, 10).Shown.Plays);
        Assert.Equal(Side.Secondary, After(cursor, 10).Pause().Play(4).Shown.Plays);
        Assert.Equal(Side.Primary, cursor.Seek(Seconds.At(6)).Shown.Plays);
    }

    [Fact]
    public void A_side_that_comes_back_is_shown_where_nothing_was()
    {
        var cursor = PlaybackCursor.Open(Primary, All with { IsOnline = false }, Footage(), Seconds.At(5));
        Assert.Null(cursor.Shown.Plays);

        Assert.Equal(Side.Primary, cursor.With(Side.Primary, All).Shown.Plays);
    }

    [Fact]
    public void Time_goes_on_through_a_hole_and_the_next_time_of_the_direction_is_told()
    {
        var cursor = PlaybackCursor.Open(Primary, Footage((0, 10), (40, 50)), Footage((0, 12), (30, 35)), Seconds.At(8)).Play(1);
        var inside = After(cursor, 7);

        Assert.Equal((Seconds.At(15), null, Seconds.At(30)), (inside.Position, inside.Shown.Plays, inside.Shown.Next));
        Assert.Equal(Side.Secondary, After(inside, 16).Shown.Plays);
        Assert.Equal((Seconds.At(30), Side.Secondary), (inside.SkipHole().Position, inside.SkipHole().Shown.Plays));
        var back = inside.Play(-1);
        Assert.Equal(Seconds.At(12).AddTicks(-1), back.Shown.Next);
        Assert.Equal(Side.Secondary, back.SkipHole().Shown.Plays);
        Assert.Equal(Side.Secondary, After(back, 4).Shown.Plays);
    }

    [Fact]
    public void Each_cursor_chooses_for_itself()
    {
        var first = PlaybackCursor.Open(Primary, Footage((0, 10)), All, Seconds.At(5));
        var second = first.Seek(Seconds.At(20));

        Assert.Equal((Side.Primary, Side.Secondary), (first.Shown.Plays, second.Shown.Plays));
    }

    [Theory]
    [InlineData(64.5)]
    [InlineData(-65)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_speed_out_of_range_is_refused(double speed)
        => Assert.Throws<ArgumentOutOfRangeException>(() => PlaybackCursor.Open(Primary, All, All, Seconds.At(5)).Play(speed));

    [Fact]
    public void The_ends_of_time_are_reached_and_not_passed()
    {
        var whole = new SideFootage(true, TimeRangeSet.Of(new TimeRange(DateTimeOffset.MinValue, DateTimeOffset.MaxValue)));
        var cursor = PlaybackCursor.Open(Primary, whole, whole, Seconds.At(0));

        Assert.Equal(DateTimeOffset.MaxValue, cursor.Play(64).Advance(TimeSpan.MaxValue).Position);
        Assert.Equal(DateTimeOffset.MinValue, cursor.Play(-64).Advance(TimeSpan.MaxValue).Position);
    }

    /// <summary>The oracle steps second by second and looks at flags; the cursor takes the same way in random strides.</summary>
    [Fact]
    public void Ten_thousand_random_walks_show_what_stepping_second_by_second_shows()
    {
        output.WriteLine($"RMF_SEED={PropertySeed.Text}");
        var chance = Seconds.Chance;
        for (var number = 0; number < 10_000; number++)
        {
            bool[][] flags = [Seconds.Flags(chance, Length), Seconds.Flags(chance, Length)];
            bool[] online = [chance.Next(5) > 0, chance.Next(5) > 0];
            var preference = new PlaybackPreference(chance.Next(2) == 0 ? Side.Primary : Side.Secondary, chance.Next(4) > 0);
            var at = chance.Next(Length);
            var cursor = PlaybackCursor.Open(preference, Of(0), Of(1), Middle(at));
            var shown = Choose(at);
            for (var step = 0; step < 12; step++)
            {
                switch (chance.Next(4))
                {
                    case 0:
                        at = chance.Next(Length);
                        (cursor, shown) = (cursor.Seek(Middle(at)), Choose(at));
                        break;
                    case 1:
                        var side = chance.Next(2);
                        online[side] = !online[side];
                        cursor = cursor.With(side == 0 ? Side.Primary : Side.Secondary, Of(side));
                        shown = Keep(at, shown);
                        break;
                    default:
                        var speed = (1 << chance.Next(4)) * (chance.Next(2) * 2 - 1);
                        var strides = chance.Next(Length) / Math.Abs(speed);
                        cursor = cursor.Play(speed).Advance(TimeSpan.FromSeconds(strides));
                        for (var i = 0; i < strides * Math.Abs(speed); i++)
                        {
                            at += Math.Sign(speed);
                            shown = Keep(at, shown);
                        }

                        break;
                }

                Assert.True((Middle(at), shown) == (cursor.Position, cursor.Shown.Plays is { } plays ? (int)plays : null), $"case {number}, step {step}: {shown} at {at} expected, {cursor.Shown} at {Seconds.Of(cursor.Position)}");
            }

            SideFootage Of(int side) => new(online[side], TimeRangeSet.Of(Seconds.Pieces(chance, flags[side])));

            bool Serves(int side, int second) => online[side] && second >= 0 && second < Length && flags[side][second];

            int? Keep(int second, int? now) => now is { } side && Serves(side, second) ? now : Choose(second);

            int? Choose(int second)
            {
                var preferred = (int)preference.Preferred;
                return Serves(preferred, second) ? preferred : (preference.SkipGaps || !online[preferred]) && Serves(1 - preferred, second) ? 1 - preferred : null;
            }
        }
    }

    // Half a second in, so that forwards and backwards see the same second.
    private static DateTimeOffset Middle(int second) => Seconds.At(second + 0.5);

    private static PlaybackCursor After(PlaybackCursor cursor, double seconds) => cursor.Advance(TimeSpan.FromSeconds(seconds));

    private static SideFootage Footage(params (double Begin, double End)[] ranges) => new(true, Seconds.Set(ranges));
}
