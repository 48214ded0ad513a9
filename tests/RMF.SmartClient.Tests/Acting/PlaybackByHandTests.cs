using RMF.Core.Inventory;
using RMF.Core.Playback;
using RMF.SmartClient.Model.Playback;
using RMF.Testing;

namespace RMF.SmartClient.Tests.Acting;

[Trait("Proof", "plugin-model")]
public sealed class PlaybackByHandTests
{
    [Fact]
    public async Task Where_both_have_it_the_preferred_side_plays_and_nothing_is_said()
    {
        await using var lab = new TileLab();
        lab.RecordAll();
        lab.LiveShown = Side.Secondary;
        await lab.OpenAsync(0);

        Assert.Equal((Side.Primary, "", ""), (lab.Playback.Shown, lab.Playback.Text, lab.Playback.ReasonText));
        Assert.False(lab.Playback.GoToNext.IsOffered);
    }

    [Fact]
    public async Task Play_into_a_gap_goes_to_the_other_side_and_stays_there()
    {
        await using var lab = new TileLab();
        lab.RecordAll();
        lab.Primary.Sequences = lab.Set((-1000, 10), (20, 3600));
        await lab.OpenAsync(5, PlaybackMode.Forward);
        Assert.Equal(Side.Primary, lab.Playback.Shown);

        await lab.PlayAsync(7);
        Assert.Equal(Side.Secondary, lab.Playback.Shown);
        Assert.Contains("the primary had no recording", lab.Playback.ReasonText, StringComparison.Ordinal);
        await lab.PlayAsync(20);
        Assert.Equal(Side.Secondary, lab.Playback.Shown);
        await lab.SeekAsync(300);
        Assert.Equal((Side.Primary, ""), (lab.Playback.Shown, lab.Playback.ReasonText));
    }

    [Fact]
    public async Task A_seek_into_a_gap_of_both_says_when_there_is_something_and_goes_there()
    {
        await using var lab = new TileLab();
        lab.Primary.Sequences = lab.Set((0, 100), (900, 3600));
        lab.Secondary.Sequences = lab.Set((0, 200), (500, 3600));
        await lab.OpenAsync(50);
        await lab.SeekAsync(300);

        Assert.Null(lab.Playback.Shown);
        Assert.StartsWith("No recording here; next at 11:08:20.", lab.Playback.Text, StringComparison.Ordinal);
        Assert.Contains("The camera's own storage may have it", lab.Playback.Text, StringComparison.Ordinal);
        Assert.True(lab.Playback.GoToNext.CanExecute(null));
        lab.Playback.GoToNext.Execute(null);
        await lab.SettleAsync();
        Assert.Equal((lab.At(500), Side.Secondary, ""), (lab.Controller.Time, lab.Playback.Shown, lab.Playback.Text));
        Assert.False(lab.Playback.GoToNext.IsOffered);
    }

    [Fact]
    public async Task Backwards_the_recording_before_is_told()
    {
        await using var lab = new TileLab();
        lab.Primary.Sequences = lab.Secondary.Sequences = lab.Set((0, 100), (900, 3600));
        await lab.OpenAsync(901, PlaybackMode.Reverse);
        await lab.PlayAsync(4);

        Assert.Null(lab.Playback.Shown);
        Assert.Contains("the one before is at 11:01:39", lab.Playback.Text, StringComparison.Ordinal);
        lab.Playback.GoToNext.Execute(null);
        await lab.SettleAsync();
        Assert.Equal(Side.Primary, lab.Playback.Shown);
    }

    [Fact]
    public async Task What_is_not_known_is_not_taken_for_nothing()
    {
        await using var lab = new TileLab();
        lab.Primary.IsAway = true;
        lab.Secondary.Sequences = lab.Set((0, 100));
        await lab.OpenAsync(300);

        Assert.Null(lab.Playback.Shown);
        Assert.StartsWith("No recording is known here", lab.Playback.Text, StringComparison.Ordinal);
        Assert.Contains("Primary: north does not answer.", lab.Playback.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("own storage", lab.Playback.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Side.Primary)]
    [InlineData(Side.Secondary)]
    public async Task Where_neither_side_can_be_read_the_viewer_stays_and_the_first_to_return_plays(Side first)
    {
        await using var lab = new TileLab();
        lab.Primary.IsAway = lab.Secondary.IsAway = true;
        lab.LiveShown = Side.Secondary;
        await lab.OpenAsync(0);

        Assert.Equal(Side.Secondary, lab.Playback.Shown);
        Assert.StartsWith("What is recorded here could not be read.", lab.Playback.Text, StringComparison.Ordinal);
        lab.RecordAll();
        lab.On(first).IsAway = false;
        await lab.PlayAsync(30);
        Assert.Equal((first, ""), (lab.Playback.Shown, lab.Playback.Text));

        // The other one comes too late to turn the picture under the viewer.
        lab.Primary.IsAway = lab.Secondary.IsAway = false;
        await lab.PlayAsync(30);
        Assert.Equal((first, ""), (lab.Playback.Shown, lab.Playback.Text));
    }

    [Fact]
    public async Task A_side_that_goes_away_gives_way_and_does_not_jump_back_under_the_viewer()
    {
        await using var lab = new TileLab();
        lab.RecordAll();
        await lab.OpenAsync(0, PlaybackMode.Forward);
        lab.Primary.IsAway = true;
        await lab.PlayAsync(25);
        Assert.Equal(Side.Secondary, lab.Playback.Shown);
        Assert.Contains("the primary did not answer", lab.Playback.ReasonText, StringComparison.Ordinal);

        lab.Primary.IsAway = false;
        await lab.PlayAsync(60);
        Assert.Equal(Side.Secondary, lab.Playback.Shown);
        await lab.SeekAsync(1000);
        Assert.Equal(Side.Primary, lab.Playback.Shown);
    }

    [Fact]
    public async Task One_lost_answer_moves_nothing()
    {
        await using var lab = new TileLab();
        lab.RecordAll();
        await lab.OpenAsync(0);
        lab.Primary.IsAway = true;
        var asked = lab.Primary.SequencesAsked;
        while (lab.Primary.SequencesAsked == asked)
        {
            await lab.PlayAsync(1);
        }

        lab.Primary.IsAway = false;
        await lab.PlayAsync(30);
        Assert.Equal((Side.Primary, ""), (lab.Playback.Shown, lab.Playback.ReasonText));
    }

    [Fact]
    public async Task A_side_that_stalls_holds_the_other_one_up_for_two_seconds_and_no_longer()
    {
        await using var lab = new TileLab();
        lab.RecordAll();
        lab.Primary.Stall = new TaskCompletionSource();
        lab.Controller.Time = lab.At(0);
        lab.Playback.Open(lab.Controller);
        await lab.Client.UntilAsync(() => lab.Playback.Reading!.IsSettledOn(Side.Secondary, lab.At(0)), "the secondary has answered");
        Assert.Equal(Side.Primary, lab.Playback.Shown);

        lab.Client.Clock.Advance(TimeSpan.FromSeconds(3));
        await lab.Client.UntilAsync(() => lab.Playback.Shown == Side.Secondary, "the secondary is shown");
        lab.Primary.Stall.SetResult();
        lab.Primary.Stall = null;
        await lab.SettleAsync();
        Assert.Equal(Side.Secondary, lab.Playback.Shown);
        await lab.SeekAsync(100);
        Assert.Equal(Side.Primary, lab.Playback.Shown);
    }

    [Fact]
    public async Task A_side_that_never_answers_counts_as_away_after_its_patience()
    {
        await using var lab = new TileLab();
        lab.RecordAll();
        lab.Secondary.Sequences = TimeRangeSet.Empty;
        lab.Primary.Stall = new TaskCompletionSource();
        lab.Controller.Time = lab.At(0);
        lab.Playback.Open(lab.Controller);
        lab.Client.Clock.Advance(TimeSpan.FromSeconds(30));
        await lab.Client.UntilAsync(() => lab.Playback.Text.Contains("did not tell in 20 seconds", StringComparison.Ordinal), "the primary is given up");
        lab.Primary.Stall.SetResult();
    }

    [Fact]
    public async Task Scrubbing_asks_one_question_at_a_time_and_ends_where_the_operator_ends()
    {
        await using var lab = new TileLab();
        lab.RecordAll();
        lab.Primary.Sequences = lab.Set((-86_400, -5_000), (-4_000, 3_600));
        await lab.OpenAsync(0);
        var chance = new Random(7);
        for (var i = 0; i < 300; i++)
        {
            lab.Client.Clock.Advance(TimeSpan.FromMilliseconds(30));
            lab.Controller.Move(lab.At(-chance.Next(80_000)));
            if (i % 20 == 0)
            {
                await lab.SettleAsync();
            }
        }

        await lab.SeekAsync(-4_500);
        Assert.Equal((1, 1), (lab.Primary.MostUnderWay, lab.Secondary.MostUnderWay));
        Assert.Equal(Side.Secondary, lab.Playback.Shown);
        await lab.SeekAsync(-60_000);
        Assert.Equal(Side.Primary, lab.Playback.Shown);
        Assert.True(lab.Primary.SequencesAsked < 60, $"asked {lab.Primary.SequencesAsked} times");
    }

    [Fact]
    public async Task Who_scrubs_on_through_what_was_never_read_is_not_turned_to_the_other_side()
    {
        await using var lab = new TileLab();
        lab.Primary.Sequences = lab.Secondary.Sequences = lab.Set((-3_000_000, 3_600));
        await lab.OpenAsync(0);
        lab.Primary.Stall = new TaskCompletionSource();
        for (var i = 1; i <= 40; i++)
        {
            lab.Client.Clock.Advance(TimeSpan.FromMilliseconds(250));
            lab.Controller.Move(lab.At(-50_000 * i));
            await lab.Client.UntilAsync(() => lab.Secondary.IsIdle, "the secondary has answered");
            Assert.Equal(Side.Primary, lab.Playback.Shown);
        }

        lab.Primary.Stall.SetResult();
        lab.Primary.Stall = null;
        await lab.SettleAsync();
        Assert.Equal((Side.Primary, ""), (lab.Playback.Shown, lab.Playback.Text));
    }

    [Fact]
    public async Task A_recording_three_days_on_is_found_and_the_search_ends_where_there_is_none()
    {
        await using var lab = new TileLab();
        lab.Secondary.Sequences = lab.Set((3 * 86_400, 3 * 86_400 + 60));
        await lab.OpenAsync(0);
        await lab.PlayAsync(8);
        Assert.Contains("next at 2026-03-04 11:00:00", lab.Playback.Text, StringComparison.Ordinal);

        await lab.SeekAsync(4 * 86_400);
        await lab.PlayAsync(12);
        Assert.Contains("none after", lab.Playback.Text, StringComparison.Ordinal);
        Assert.Equal("No other recording is known in this direction.", lab.Playback.GoToNext.WhyNot);
        var asked = lab.Secondary.SequencesAsked;
        await lab.PlayAsync(60);
        Assert.InRange(lab.Secondary.SequencesAsked - asked, 1, 20);
    }

    [Fact]
    public async Task Play_at_the_edge_of_now_does_not_take_what_grows_for_a_gap()
    {
        await using var lab = new TileLab();
        lab.Primary.SequencesNow = lab.Secondary.SequencesNow = () => TimeRangeSet.Of(new TimeRange(lab.Origin, lab.Client.Clock.GetUtcNow().AddSeconds(-2)));
        await lab.OpenAsync(3595, PlaybackMode.Forward);
        for (var i = 0; i < 120; i++)
        {
            await lab.PlayAsync(1);
            Assert.True(lab.Playback.Shown == Side.Primary, $"after {i} seconds: {lab.Playback.Shown}, {lab.Playback.Text}");
        }
    }

    [Fact]
    public async Task Fast_play_through_hours_reads_ahead_and_never_leaves_the_side_that_has_all()
    {
        await using var lab = new TileLab();
        lab.Primary.Sequences = lab.Secondary.Sequences = lab.Set((-90_000, 3_600));
        await lab.OpenAsync(-80_000, PlaybackMode.Forward, 64);
        for (var i = 0; i < 20; i++)
        {
            await lab.PlayAsync(60);
            Assert.Equal(Side.Primary, lab.Playback.Shown);
        }
    }

    [Fact]
    public async Task A_closed_model_follows_nothing_and_an_answer_that_comes_late_is_not_shown()
    {
        await using var lab = new TileLab();
        lab.RecordAll();
        lab.Primary.Stall = new TaskCompletionSource();
        lab.Controller.Time = lab.At(0);
        lab.Playback.Open(lab.Controller);
        lab.Playback.Close();
        Assert.False(lab.Controller.IsFollowed);
        lab.Primary.Stall.SetResult();
        lab.Client.Clock.Advance(TimeSpan.FromSeconds(30));
        await lab.Client.UntilAsync(() => true, "");

        Assert.Equal((false, ""), (lab.Playback.IsOpen, lab.Playback.Text));
    }

    [Fact]
    public async Task A_camera_without_a_pair_plays_alone_and_its_gap_is_certain()
    {
        await using var lab = new TileLab();
        lab.IsPaired = false;
        lab.Primary.Sequences = lab.Set((0, 100));
        await lab.OpenAsync(50);
        Assert.Equal(Side.Primary, lab.Playback.Shown);

        await lab.SeekAsync(300);
        Assert.Null(lab.Playback.Shown);
        Assert.Contains("own storage", lab.Playback.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_priority_of_the_policy_is_followed()
    {
        await using var lab = new TileLab();
        lab.RecordAll();
        await lab.OpenAsync(0);
        lab.Policy = lab.Policy with { Playback = new() { Priority = RMF.Policy.PreferredSide.Secondary } };
        await lab.PlayAsync(2);

        Assert.Equal(Side.Secondary, lab.Playback.Shown);
    }

    /// <summary>Random footage, random moves: what is shown always has the time, and where one side has it one is shown.</summary>
    [Fact]
    public async Task Two_hundred_random_operators_never_see_a_side_that_lacks_what_the_other_has()
    {
        var chance = new Random((int)(ulong.Parse(PropertySeed.Text.Split(',')[0], System.Globalization.CultureInfo.InvariantCulture) % int.MaxValue));
        for (var number = 0; number < 200; number++)
        {
            await using var lab = new TileLab();
            lab.Primary.Sequences = Random(lab, chance);
            lab.Secondary.Sequences = Random(lab, chance);
            await lab.OpenAsync(chance.Next(3000), chance.Next(2) == 0 ? PlaybackMode.Forward : PlaybackMode.Reverse, 1 + chance.Next(8));
            for (var step = 0; step < 12; step++)
            {
                await (chance.Next(3) == 0 ? lab.SeekAsync(chance.Next(3000)) : lab.PlayAsync(1 + chance.Next(5)));
                var (at, shown) = (lab.Controller.Time, lab.Playback.Shown);
                var has = new[] { lab.Primary.Sequences.Contains(at), lab.Secondary.Sequences.Contains(at) };
                Assert.True(shown is { } side ? has[(int)side] : !has[0] && !has[1], $"seed {PropertySeed.Text}, case {number}, step {step}: {shown} is shown at {at:O}; has: {has[0]}, {has[1]}");
                Assert.Equal(shown is null, lab.Playback.Text.Length > 0);
            }
        }
    }

    private static TimeRangeSet Random(TileLab lab, Random chance)
        => lab.Set([.. Enumerable.Range(0, chance.Next(5)).Select(_ => (double)chance.Next(2800)).Select(b => (b, b + 5 + chance.Next(600)))]);
}
