using RMF.Core.Inventory;
using RMF.Core.Playback;
using RMF.Policy;
using RMF.SmartClient.Model.Playback;

namespace RMF.SmartClient.Tests.Playback;

[Trait("Proof", "plugin-model")]
public sealed class PlaybackRowsTests
{
    private static readonly TimeRange All = PlaybackStage.Range(-7_200, 7_200);

    [Fact]
    public async Task The_preferred_side_plays_where_it_has_recorded()
    {
        using var stage = Stage([All], [All]);
        await stage.OpenAsync(0);

        Assert.Equal((Side.Primary, "", ""), (stage.Model.Shown, stage.Model.Text, stage.Model.ReasonText));
        Assert.False(stage.Model.GoToNext.IsOffered);
        Assert.Equal(PlaybackStage.At(0), stage.Model.Position);
    }

    [Fact]
    public async Task The_policy_may_prefer_the_secondary()
    {
        using var stage = Stage([All], [All], new PlaybackPolicy { Priority = PreferredSide.Secondary });
        await stage.OpenAsync(0);

        Assert.Equal(Side.Secondary, stage.Model.Shown);
        Assert.Equal("", stage.Model.ReasonText);
    }

    [Fact]
    public async Task Seeking_into_a_gap_shows_the_other_side_and_says_why()
    {
        using var stage = Stage([PlaybackStage.Range(-7_200, 100), PlaybackStage.Range(200, 7_200)], [All]);
        await stage.OpenAsync(0);
        await stage.GotoAsync(150);

        Assert.Equal(Side.Secondary, stage.Model.Shown);
        Assert.Contains("primary had no recording", stage.Model.ReasonText, StringComparison.Ordinal);
        await stage.GotoAsync(300);
        Assert.Equal((Side.Primary, ""), (stage.Model.Shown, stage.Model.ReasonText));
    }

    [Fact]
    public async Task Playing_into_a_gap_goes_to_the_other_side_and_stays_there_behind_the_gap()
    {
        using var stage = Stage([PlaybackStage.Range(-7_200, 10), PlaybackStage.Range(20, 7_200)], [All]);
        await stage.OpenAsync(5, PlaybackMode.Forward);
        await stage.PlayAsync(4);
        Assert.Equal(Side.Primary, stage.Model.Shown);

        await stage.PlayAsync(2);
        Assert.Equal(Side.Secondary, stage.Model.Shown);
        await stage.PlayAsync(15);
        Assert.Equal((Side.Secondary, PlaybackStage.At(26)), (stage.Model.Shown, stage.Model.Position));
        await stage.GotoAsync(100);
        Assert.Equal(Side.Primary, stage.Model.Shown);
    }

    [Fact]
    public async Task Playing_backwards_into_a_gap_goes_to_the_other_side_too()
    {
        using var stage = Stage([PlaybackStage.Range(-7_200, 10), PlaybackStage.Range(20, 7_200)], [All]);
        await stage.OpenAsync(24, PlaybackMode.Reverse, 2);
        await stage.PlayAsync(1);
        Assert.Equal(Side.Primary, stage.Model.Shown);
        await stage.PlayAsync(3);
        Assert.Equal((Side.Secondary, PlaybackStage.At(16)), (stage.Model.Shown, stage.Model.Position));
        await stage.PlayAsync(5);
        Assert.Equal(Side.Secondary, stage.Model.Shown);
    }

    [Fact]
    public async Task Without_the_skipping_of_gaps_a_gap_of_the_preferred_side_is_none_of_the_others_business()
    {
        using var stage = Stage([PlaybackStage.Range(-7_200, 100), PlaybackStage.Range(200, 7_200)], [All], new PlaybackPolicy { SkipGaps = false });
        await stage.OpenAsync(150);

        Assert.Null(stage.Model.Shown);
        Assert.Contains("No recording here", stage.Model.Text, StringComparison.Ordinal);
        Assert.True(stage.Model.GoToNext.IsOffered);
    }

    [Fact]
    public async Task Where_neither_has_recorded_the_next_time_is_told_and_gone_to()
    {
        using var stage = Stage([PlaybackStage.Range(-7_200, 100), PlaybackStage.Range(600, 7_200)], [PlaybackStage.Range(-7_200, 50), PlaybackStage.Range(400, 7_200)]);
        await stage.OpenAsync(150);

        Assert.Null(stage.Model.Shown);
        Assert.Contains("next at", stage.Model.Text, StringComparison.Ordinal);
        Assert.Contains("own storage", stage.Model.Text, StringComparison.Ordinal);
        Assert.True(stage.Model.GoToNext.CanExecute(null));
        stage.Model.GoToNext.Execute(null);
        Assert.Equal([PlaybackStage.At(400)], stage.Controller.Gotos);
        Assert.Equal(Side.Secondary, stage.Model.Shown);
        Assert.Equal("", stage.Model.Text);
    }

    [Fact]
    public async Task Backwards_the_next_time_is_the_one_before()
    {
        using var stage = Stage([PlaybackStage.Range(-7_200, 100), PlaybackStage.Range(600, 7_200)], [PlaybackStage.Range(-7_200, 50)]);
        await stage.OpenAsync(150, PlaybackMode.Reverse);

        Assert.Contains("before", stage.Model.GoToNext.Text, StringComparison.Ordinal);
        stage.Model.GoToNext.Execute(null);
        Assert.Equal([PlaybackStage.At(100).AddTicks(-1)], stage.Controller.Gotos);
        Assert.Equal(Side.Primary, stage.Model.Shown);
    }

    [Fact]
    public async Task A_recording_that_is_days_ahead_is_found()
    {
        var far = PlaybackStage.Range(-500_000, -400_000);
        using var stage = Stage([far], []);
        await stage.OpenAsync(-1_000_000);
        await stage.WaitAsync(60);

        Assert.Equal(far.Begin, stage.Model.Follower!.Cursor.Shown.Next);
        Assert.True(stage.Model.GoToNext.CanExecute(null));
    }

    [Fact]
    public async Task Where_nothing_was_ever_recorded_that_is_said_and_nowhere_is_gone()
    {
        using var stage = Stage([], []);
        await stage.OpenAsync(0);
        await stage.WaitAsync(60);

        Assert.Null(stage.Model.Shown);
        Assert.False(stage.Model.GoToNext.CanExecute(null));
        Assert.NotNull(stage.Model.GoToNext.WhyNot);
        Assert.Contains("none after", stage.Model.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_known_yet_is_not_taken_for_nothing()
    {
        using var stage = Stage([All], [All]);
        stage.LiveShown = Side.Primary;
        stage.Hold(stage.Primary);
        stage.Controller.Move(PlaybackStage.At(0));
        stage.Model.Open(stage.Controller);
        await stage.Client.UntilAsync(() => stage.Model.Reading!.Of(Side.Secondary).Range is not null, "the secondary has answered");

        Assert.Equal((Side.Primary, ""), (stage.Model.Shown, stage.Model.Text));
        stage.LetGo(stage.Primary);
        await stage.KnownAsync();
        Assert.Equal((Side.Primary, ""), (stage.Model.Shown, stage.Model.ReasonText));
    }

    [Fact]
    public async Task A_side_that_does_not_tell_in_time_is_played_past_and_does_not_jump_in_when_it_tells()
    {
        using var stage = Stage([All], [All]);
        stage.Hold(stage.Primary);
        stage.Controller.Move(PlaybackStage.At(0));
        stage.Model.Open(stage.Controller);
        await stage.WaitAsync(3);
        Assert.Equal(Side.Secondary, stage.Model.Shown);
        Assert.NotEqual("", stage.Model.ReasonText);

        stage.LetGo(stage.Primary);
        await stage.KnownAsync();
        Assert.Equal(Side.Secondary, stage.Model.Shown);
        await stage.GotoAsync(500);
        Assert.Equal(Side.Primary, stage.Model.Shown);
    }

    [Fact]
    public async Task A_side_that_goes_offline_under_play_gives_way_and_comes_back_at_the_next_seek()
    {
        using var stage = Stage([All], [All]);
        await stage.OpenAsync(0, PlaybackMode.Forward);
        stage.Primary.Error = HeldRecordings.Away("north");
        await stage.PlayAsync(40);
        Assert.Equal(Side.Secondary, stage.Model.Shown);

        stage.Primary.Error = null;
        await stage.PlayAsync(60);
        Assert.Equal(Side.Secondary, stage.Model.Shown);
        await stage.GotoAsync(-1_000);
        Assert.Equal(Side.Primary, stage.Model.Shown);
    }

    [Fact]
    public async Task One_lost_answer_does_not_move_the_tile()
    {
        using var stage = Stage([All], [All]);
        await stage.OpenAsync(0, PlaybackMode.Forward);
        var before = stage.Primary.Reads;
        stage.Primary.Error = HeldRecordings.Away("north");
        for (var second = 0; second < 30 && stage.Primary.Reads == before; second++)
        {
            await stage.PlayAsync(1);
        }

        stage.Primary.Error = null;
        Assert.Equal(before + 1, stage.Primary.Reads);
        Assert.Equal(Side.Primary, stage.Model.Shown);
        await stage.PlayAsync(30);
        Assert.Equal(Side.Primary, stage.Model.Shown);
    }

    [Fact]
    public async Task With_one_side_away_and_nothing_on_the_other_nobody_says_that_nothing_was_recorded()
    {
        using var stage = Stage([All], []);
        stage.Primary.Error = HeldRecordings.Away("north");
        await stage.OpenAsync(0);

        Assert.Contains("No recording is known here", stage.Model.Text, StringComparison.Ordinal);
        Assert.Contains("north does not answer", stage.Model.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("own storage", stage.Model.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_both_sides_away_the_picture_stays_and_the_reasons_are_told()
    {
        using var stage = Stage([All], [All]);
        stage.Primary.Error = HeldRecordings.Away("north");
        stage.Secondary.Error = HeldRecordings.Away("south");
        stage.LiveShown = Side.Secondary;
        await stage.OpenAsync(0);

        Assert.Equal(Side.Secondary, stage.Model.Shown);
        Assert.Contains("could not be read", stage.Model.Text, StringComparison.Ordinal);
        Assert.Contains("north does not answer", stage.Model.Text, StringComparison.Ordinal);
        Assert.Contains("south does not answer", stage.Model.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_side_that_comes_back_is_shown_at_once_where_nothing_was()
    {
        using var stage = Stage([All], []);
        stage.Primary.Error = HeldRecordings.Away("north");
        await stage.OpenAsync(0);
        Assert.Null(stage.Model.Shown);

        stage.Primary.Error = null;
        await stage.WaitAsync(40);
        Assert.Equal((Side.Primary, ""), (stage.Model.Shown, stage.Model.Text));
    }

    [Fact]
    public async Task Scrubbing_quickly_asks_little_and_ends_at_what_is_there()
    {
        using var stage = Stage([PlaybackStage.Range(-7_200, 100), PlaybackStage.Range(200, 7_200)], [All]);
        await stage.OpenAsync(0);
        var (primary, secondary) = (stage.Primary.Reads, stage.Secondary.Reads);
        for (var step = 0; step < 400; step++)
        {
            stage.Controller.Move(PlaybackStage.At(step * 7 % 1_000));
        }

        stage.Controller.Move(PlaybackStage.At(150));
        await stage.KnownAsync();
        Assert.Equal(Side.Secondary, stage.Model.Shown);
        Assert.InRange(stage.Primary.Reads - primary, 0, 2);
        Assert.InRange(stage.Secondary.Reads - secondary, 0, 2);
        stage.Controller.Move(PlaybackStage.At(300));
        Assert.Equal(Side.Primary, stage.Model.Shown);
    }

    [Fact]
    public async Task Scrubbing_through_days_asks_one_question_at_a_time()
    {
        using var stage = Stage([PlaybackStage.Range(-3_000_000, 7_200)], [PlaybackStage.Range(-3_000_000, 7_200)]);
        await stage.OpenAsync(0);
        stage.Hold(stage.Primary);
        for (var step = 0; step < 200; step++)
        {
            stage.Controller.Move(PlaybackStage.At(-step * 12_000));
            Assert.InRange(stage.Primary.UnderWay, 0, 1);
        }

        // No time goes by: how long a busy machine takes to answer is not what is looked at.
        stage.LetGo(stage.Primary);
        await stage.KnownAsync();
        Assert.Equal(Side.Primary, stage.Model.Shown);
    }

    [Fact]
    public async Task What_is_being_recorded_goes_on_between_two_answers()
    {
        using var stage = new PlaybackStage();
        var begin = PlaybackStage.Noon;
        stage.Primary.Sequences = stage.Secondary.Sequences = [new TimeRange(begin, stage.Client.Clock.GetUtcNow())];
        var late = (stage.Client.Clock.GetUtcNow() - PlaybackStage.Noon).TotalSeconds - 5;
        await stage.OpenAsync(late, PlaybackMode.Forward);
        for (var second = 0; second < 60; second++)
        {
            stage.Primary.Sequences = stage.Secondary.Sequences = [new TimeRange(begin, stage.Client.Clock.GetUtcNow())];
            await stage.PlayAsync(1);
            Assert.Equal((Side.Primary, ""), (stage.Model.Shown, stage.Model.Text));
        }
    }

    [Fact]
    public async Task Two_tiles_with_controllers_of_their_own_choose_for_themselves()
    {
        using var first = Stage([PlaybackStage.Range(-7_200, 100)], [All]);
        using var model = new PlaybackModel(first, first.Desk);
        var other = new HandController();
        await first.OpenAsync(0);
        other.Move(PlaybackStage.At(200));
        model.Open(other);
        await first.Client.UntilAsync(() => model.Reading!.IsSettled(PlaybackStage.At(200)) && model.Follower is not null, "the second is known");

        Assert.Equal((Side.Primary, Side.Secondary), (first.Model.Shown, model.Shown));
        first.Controller.Move(PlaybackStage.At(50));
        Assert.Equal((Side.Primary, Side.Secondary), (first.Model.Shown, model.Shown));
    }

    [Fact]
    public async Task A_tile_that_gets_its_own_controller_follows_that_one_alone()
    {
        using var stage = Stage([PlaybackStage.Range(-7_200, 100)], [All]);
        await stage.OpenAsync(0);
        var own = new HandController();
        own.Move(PlaybackStage.At(200));
        stage.Model.Open(own);
        await stage.Client.UntilAsync(() => stage.Model.Follower is not null, "it follows its own");

        Assert.Equal(Side.Secondary, stage.Model.Shown);
        Assert.False(stage.Controller.IsHeard);
        stage.Controller.Move(PlaybackStage.At(10));
        Assert.Equal(PlaybackStage.At(200), stage.Model.Position);
    }

    [Fact]
    public async Task A_camera_without_a_pair_plays_as_the_primary()
    {
        using var stage = Stage([PlaybackStage.Range(-7_200, 100)], []);
        stage.HasSecondary = false;
        await stage.OpenAsync(0);
        Assert.Equal(Side.Primary, stage.Model.Shown);
        await stage.GotoAsync(150);
        Assert.Null(stage.Model.Shown);
        Assert.Contains("No recording here", stage.Model.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_policy_that_changes_under_play_is_taken_up()
    {
        using var stage = Stage([All], [All]);
        await stage.OpenAsync(0);
        stage.Policy = new PlaybackPolicy { Priority = PreferredSide.Secondary };
        await stage.WaitAsync(2);

        Assert.Equal(Side.Secondary, stage.Model.Shown);
    }

    [Fact]
    public async Task What_is_closed_asks_nobody_and_says_nothing()
    {
        using var stage = Stage([], []);
        await stage.OpenAsync(0);
        Assert.NotEqual("", stage.Model.Text);
        stage.Model.Close();
        var reads = stage.Primary.Reads;
        stage.Controller.Move(PlaybackStage.At(9_000));
        await stage.WaitAsync(30);

        Assert.Equal((false, "", "", false), (stage.Model.IsOpen, stage.Model.Text, stage.Model.ReasonText, stage.Model.GoToNext.IsOffered));
        Assert.Equal(reads, stage.Primary.Reads);
        Assert.False(stage.Controller.IsHeard);
    }

    private static PlaybackStage Stage(TimeRange[] primary, TimeRange[] secondary, PlaybackPolicy? policy = null)
    {
        var stage = new PlaybackStage(policy);
        (stage.Primary.Sequences, stage.Secondary.Sequences) = (primary, secondary);
        return stage;
    }
}
