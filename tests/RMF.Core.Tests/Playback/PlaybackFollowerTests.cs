using RMF.Core.Inventory;
using RMF.Core.Playback;
using RMF.Testing;
using Xunit.Abstractions;

namespace RMF.Core.Tests.Playback;

/// <summary>The cursor is the oracle: whoever follows a controller shows what the controller's own cursor would show.</summary>
[Trait("Proof", "playback")]
public sealed class PlaybackFollowerTests(ITestOutputHelper output)
{
    private const int Length = 600;
    private static readonly PlaybackPreference Primary = new(Side.Primary, SkipGaps: true);
    private static readonly SideFootage All = Footage((0, Length));

    [Fact]
    public void Play_into_a_gap_goes_to_the_other_side_and_stays_there_when_the_gap_is_over()
    {
        var follower = PlaybackFollower.Open(Primary, Footage((0, 10), (20, 100)), All, Forward(5, 0));
        Assert.Equal((Side.Primary, FollowedAs.Open), (follower.Cursor.Shown.Plays, follower.Taken));

        follower = follower.Take(Forward(12, 7));
        Assert.Equal((Side.Secondary, PlaybackReason.PreferredGap, FollowedAs.Play), (follower.Cursor.Shown.Plays, follower.Cursor.Shown.Reason, follower.Taken));
        Assert.Equal(Side.Secondary, follower.Take(Forward(30, 25)).Cursor.Shown.Plays);
    }

    [Fact]
    public void A_gap_that_lies_between_two_reports_is_passed_as_play_passes_it()
    {
        var follower = PlaybackFollower.Open(Primary, Footage((0, 10), (20, 100)), All, Forward(5, 0)).Take(Forward(25, 20));

        Assert.Equal((FollowedAs.Play, Side.Secondary), (follower.Taken, follower.Cursor.Shown.Plays));
    }

    [Fact]
    public void A_jump_chooses_the_side_anew()
    {
        var follower = PlaybackFollower.Open(Primary, Footage((0, 10), (20, 100)), All, Forward(12, 0));
        Assert.Equal(Side.Secondary, follower.Cursor.Shown.Plays);

        follower = follower.Take(Forward(60, 1));
        Assert.Equal((FollowedAs.Seek, Side.Primary, Seconds.At(60)), (follower.Taken, follower.Cursor.Shown.Plays, follower.Cursor.Position));
    }

    [Fact]
    public void A_report_that_is_older_than_the_last_one_says_nothing()
    {
        var follower = PlaybackFollower.Open(Primary, All, All, Forward(5, 3));
        var late = follower.Take(Forward(90, 2));

        Assert.Equal((FollowedAs.Late, Seconds.At(5), follower.Last), (late.Taken, late.Cursor.Position, late.Last));
    }

    [Fact]
    public void Steps_from_picture_to_picture_keep_the_side_until_they_led_away()
    {
        var follower = PlaybackFollower.Open(Primary, Footage((0, 10), (12, 100)), All, Still(11.9, 0));
        Assert.Equal(Side.Secondary, follower.Cursor.Shown.Plays);

        follower = follower.Take(Still(12.3, 1)).Take(Still(12.6, 2));
        Assert.Equal((FollowedAs.Play, Side.Secondary), (follower.Taken, follower.Cursor.Shown.Plays));
        follower = follower.Take(Still(13, 3));
        Assert.Equal((FollowedAs.Seek, Side.Primary), (follower.Taken, follower.Cursor.Shown.Plays));
    }

    [Fact]
    public void A_side_that_comes_back_does_not_jump_under_the_viewer()
    {
        var follower = PlaybackFollower.Open(Primary, All, All, Forward(5, 0)).With(Side.Primary, All with { IsOnline = false });
        Assert.Equal(Side.Secondary, follower.Cursor.Shown.Plays);

        Assert.Equal(Side.Secondary, follower.With(Side.Primary, All).Take(Forward(7, 2)).Cursor.Shown.Plays);
    }

    [Fact]
    public void A_report_in_another_time_zone_is_the_same_instant()
    {
        var elsewhere = Seconds.At(12).ToOffset(TimeSpan.FromHours(9));
        var follower = PlaybackFollower.Open(Primary, All, All, Forward(11, 0)).Take(new PlaybackReport(elsewhere, PlaybackMode.Forward, 1, TimeSpan.FromSeconds(1)));

        Assert.Equal((Seconds.At(12), TimeSpan.Zero), (follower.Cursor.Position, follower.Cursor.Position.Offset));
    }

    [Theory]
    [InlineData(double.NaN, 1)]
    [InlineData(-3, 1)]
    [InlineData(0, 1)]
    [InlineData(1e9, PlaybackCursor.FastestSpeed)]
    [InlineData(0.25, 0.25)]
    public void A_speed_that_is_none_still_plays(double told, double taken)
    {
        Assert.Equal(taken, new PlaybackReport(Seconds.At(0), PlaybackMode.Forward, told, default).SignedSpeed);
        Assert.Equal(-taken, new PlaybackReport(Seconds.At(0), PlaybackMode.Reverse, told, default).SignedSpeed);
        Assert.Equal(0, new PlaybackReport(Seconds.At(0), PlaybackMode.Stop, told, default).SignedSpeed);
    }

    [Fact]
    public void Reports_from_the_ends_of_time_are_followed()
    {
        var follower = PlaybackFollower.Open(Primary, All, All, new PlaybackReport(DateTimeOffset.MaxValue, PlaybackMode.Forward, 64, TimeSpan.MinValue));

        follower = follower.Take(new PlaybackReport(DateTimeOffset.MinValue, PlaybackMode.Reverse, 64, TimeSpan.MaxValue));
        Assert.Equal(DateTimeOffset.MinValue, follower.Cursor.Position);
    }

    [Fact]
    public void Five_thousand_controllers_are_followed_to_what_their_own_cursors_show()
    {
        output.WriteLine($"RMF_SEED={PropertySeed.Text}");
        var chance = Seconds.Chance;
        for (var number = 0; number < 5_000; number++)
        {
            SideFootage[] sides = [Random(chance), Random(chance)];
            var preference = new PlaybackPreference(chance.Next(2) == 0 ? Side.Primary : Side.Secondary, chance.Next(4) > 0);
            var (clock, speed) = (0.0, 0);
            var cursor = PlaybackCursor.Open(preference, sides[0], sides[1], Seconds.At(chance.Next(Length)));
            var follower = PlaybackFollower.Open(preference, sides[0], sides[1], Report());
            for (var step = 0; step < 16; step++)
            {
                switch (chance.Next(5))
                {
                    case 0:
                        // Further than play at its fastest could have come.
                        var to = Seconds.Of(cursor.Position) + ((20 + chance.Next(200)) * ((chance.Next(2) * 2) - 1));
                        cursor = cursor.Seek(Seconds.At(to));
                        break;
                    case 1:
                        var side = chance.Next(2) == 0 ? Side.Primary : Side.Secondary;
                        sides[(int)side] = Random(chance);
                        (cursor, follower) = (cursor.With(side, sides[(int)side]), follower.With(side, sides[(int)side]));
                        break;
                    case 2:
                        speed = chance.Next(3) == 0 ? 0 : (1 << chance.Next(4)) * ((chance.Next(2) * 2) - 1);
                        cursor = cursor.Play(speed);
                        break;
                    default:
                        var elapsed = chance.NextDouble() * 30;
                        clock += elapsed;
                        cursor = cursor.Advance(TimeSpan.FromSeconds(elapsed));
                        break;
                }

                // A report may be lost while it plays on; what was changed is told.
                follower = follower.Take(Report());
                Assert.True((cursor.Position, cursor.Shown, cursor.Speed) == (follower.Cursor.Position, follower.Cursor.Shown, follower.Cursor.Speed), $"case {number}, step {step}: {cursor.Position:O} {cursor.Shown} expected, {follower.Cursor.Position:O} {follower.Cursor.Shown} found, taken as {follower.Taken}");
            }

            PlaybackReport Report() => new(cursor.Position, speed == 0 ? PlaybackMode.Stop : speed > 0 ? PlaybackMode.Forward : PlaybackMode.Reverse, Math.Abs(speed), TimeSpan.FromSeconds(clock));
        }
    }

    /// <summary>Reports that come late, twice and at rounded times never have the side jump while both sides can go on.</summary>
    [Fact]
    public void A_thousand_plays_with_late_and_rounded_reports_keep_their_side()
    {
        output.WriteLine($"RMF_SEED={PropertySeed.Text}");
        var chance = Seconds.Chance;
        for (var number = 0; number < 1_000; number++)
        {
            var speed = (1 << chance.Next(5)) * ((chance.Next(2) * 2) - 1);
            var whole = Footage((-100_000, 100_000));
            var follower = PlaybackFollower.Open(Primary, whole with { IsOnline = false }, whole, At(0, 0));
            follower = follower.With(Side.Primary, whole);
            Assert.Equal(Side.Secondary, follower.Cursor.Shown.Plays);
            var clock = 0.0;
            for (var step = 0; step < 40; step++)
            {
                clock += chance.NextDouble() * 4;
                follower = follower.Take(At(clock, clock + (chance.NextDouble() * 1.5)));
                Assert.True(follower.Taken is FollowedAs.Play or FollowedAs.Late && follower.Cursor.Shown.Plays == Side.Secondary, $"case {number}, step {step}, speed {speed}: taken as {follower.Taken}");
            }

            PlaybackReport At(double played, double heard)
                => new(Seconds.At(Math.Round(played * speed * 2) / 2), speed > 0 ? PlaybackMode.Forward : PlaybackMode.Reverse, Math.Abs(speed), TimeSpan.FromSeconds(heard));
        }
    }

    private static SideFootage Random(Random chance) => new(chance.Next(5) > 0, chance.Next(8) == 0 ? null : Seconds.Set([.. Enumerable.Range(0, chance.Next(6)).Select(_ => (double)chance.Next(Length)).Select(b => (b, b + 1 + chance.Next(80)))]));

    private static PlaybackReport Forward(double time, double heard) => new(Seconds.At(time), PlaybackMode.Forward, 1, TimeSpan.FromSeconds(heard));

    private static PlaybackReport Still(double time, double heard) => new(Seconds.At(time), PlaybackMode.Stop, 0, TimeSpan.FromSeconds(heard));

    private static SideFootage Footage(params (double Begin, double End)[] ranges) => new(true, Seconds.Set(ranges));
}
