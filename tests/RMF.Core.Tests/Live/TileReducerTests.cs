using RMF.Core.Inventory;
using RMF.Core.Live;
using Xunit;
using static RMF.Core.Inventory.Side;

namespace RMF.Core.Tests.Live;

public sealed class TileReducerTests
{
    private static readonly TileSettings Usual = new() { ReactionTime = TimeSpan.FromMilliseconds(500) };

    [Fact]
    public void A_tile_begins_with_the_first_frame_of_home()
    {
        var tile = new Tile(Usual).Silence(Secondary);
        tile.Run(0.2);
        Assert.Equal((TilePosition.Home, Primary), (tile.State.Position, tile.Shown));
        var (_, command) = Assert.Single(tile.Commands);
        Assert.Equal((TileCommandKind.Show, SwitchCause.Started, TimeSpan.Zero), (command.Kind, command.Cause, command.Gap));
        Assert.False(command.IsSwitch);
    }

    [Fact]
    public void It_waits_for_home_before_it_takes_the_other()
    {
        var tile = new Tile(Usual).Silence(Primary);
        tile.Run(0.49);
        Assert.Null(tile.Shown);
        tile.Run(0.1);
        Assert.Equal((TilePosition.Away, Secondary), (tile.State.Position, tile.Shown));
        Assert.Equal(SwitchCause.HomeNeverCame, tile.State.Cause);
    }

    [Fact]
    public void A_refused_home_is_not_waited_for()
    {
        var tile = new Tile(Usual).Cut(Primary);
        tile.Run(0.1);
        Assert.Equal(Secondary, tile.Shown);
    }

    [Fact]
    public void A_tile_with_no_picture_says_so_and_takes_the_first_that_comes()
    {
        var tile = new Tile(Usual).Silence(Primary, Secondary);
        tile.Run(0.6);
        Assert.Equal(TilePosition.BothLost, tile.State.Position);
        Assert.Equal(TileCommandKind.KeepLast, Assert.Single(tile.Commands).Command.Kind);
        tile.Speak(Secondary).Run(0.1);
        Assert.Equal((TilePosition.Away, SwitchCause.PictureAgain), (tile.State.Position, tile.State.Cause!.Value));
    }

    [Fact]
    public void A_cut_connection_is_left_in_the_same_step()
    {
        var tile = Tile.AtHome(Usual);
        tile.Commands.Clear();
        tile.Cut(Primary);
        var (_, command) = Assert.Single(tile.Commands);
        Assert.Equal((TileCommandKind.Show, (Side?)Primary, (Side?)Secondary, SwitchCause.HomeLost), (command.Kind, command.From, command.To, command.Cause));
        Assert.InRange(command.Gap, TimeSpan.Zero, tile.Interval);
    }

    [Fact]
    public void A_silent_stream_is_left_after_the_reaction_time()
    {
        var tile = Tile.AtHome(Usual).Silence(Primary);
        tile.Run(0.45);
        Assert.Equal(Primary, tile.Shown);
        tile.Run(0.15);
        Assert.Equal(Secondary, tile.Shown);
        Assert.InRange(tile.Commands[^1].Command.Gap.TotalMilliseconds, 500, 560);
    }

    [Theory]
    [InlineData(1.0)]
    [InlineData(4.0)]
    public void A_slow_stream_is_not_lost_between_its_frames(double interval)
    {
        var tile = new Tile(Usual) { Interval = TimeSpan.FromSeconds(interval) };
        tile.Run(60);
        Assert.Equal(Primary, tile.Shown);
        tile.Commands.Clear();
        tile.Run(600);
        Assert.Empty(tile.Commands);
    }

    [Fact]
    public void A_stream_of_one_frame_a_second_never_trips_not_even_at_the_start()
    {
        // Servers send the frame that they hold at once, and the next in time.
        var tile = new Tile(Usual) { Interval = TimeSpan.FromSeconds(1) };
        tile.Send(TileEvent.Frame(Primary));
        tile.Send(TileEvent.Frame(Secondary));
        tile.Run(0.1).Speak(Primary).Run(0.2).Speak(Secondary);
        tile.Run(3600);
        Assert.Single(tile.Commands);
        Assert.True(tile.Silence(Primary).Run(3.2).Shown == Secondary, "it is lost after three of its intervals");
    }

    [Fact]
    public void The_way_home_is_validated()
    {
        var tile = Tile.AtHome(Usual).Cut(Primary).Run(20).Speak(Primary);
        tile.Run(0.1);
        Assert.Equal(TilePosition.ReturningHome, tile.State.Position);
        tile.Run(9.7);
        Assert.Equal(Secondary, tile.Shown);
        tile.Run(0.5);
        Assert.Equal((Primary, SwitchCause.Failback), (tile.Shown!.Value, tile.State.Cause!.Value));
    }

    [Fact]
    public void A_gap_begins_the_validation_anew()
    {
        var tile = Tile.AtHome(Usual).Cut(Primary).Run(1).Speak(Primary).Run(9).Silence(Primary).Run(0.4);
        Assert.Equal(TilePosition.Away, tile.State.Position);
        tile.Speak(Primary).Run(9.5);
        Assert.Equal(Secondary, tile.Shown);
        tile.Run(1);
        Assert.Equal(Primary, tile.Shown);
    }

    [Fact]
    public void A_dead_picture_is_left_for_one_that_is_not_validated()
    {
        var tile = Tile.AtHome(Usual).Cut(Primary).Run(1).Speak(Primary).Run(0.5).Cut(Secondary);
        Assert.Equal((Primary, SwitchCause.AwayLost), (tile.Shown!.Value, tile.State.Cause!.Value));
    }

    [Fact]
    public void The_last_picture_stays_when_both_are_lost()
    {
        var tile = Tile.AtHome(Usual).Cut(Secondary).Cut(Primary);
        Assert.Equal((TilePosition.BothLost, Primary), (tile.State.Position, tile.Shown));
        Assert.Equal((TileCommandKind.KeepLast, (Side?)Primary), (tile.Commands[^1].Command.Kind, tile.Commands[^1].Command.To));
        tile.Run(5).Speak(Primary).Run(0.1);
        Assert.Equal(TilePosition.Home, tile.State.Position);
        Assert.InRange(tile.Commands[^1].Command.Gap.TotalSeconds, 5, 5.1);
    }

    [Theory]
    [InlineData(FailbackMode.Immediate, 5.3)]
    [InlineData(FailbackMode.Validated, 10.3)]
    [InlineData(FailbackMode.Delayed, 40.3)]
    public void Each_policy_takes_its_time(FailbackMode mode, double seconds)
    {
        var tile = Tile.AtHome(Usual with { Failback = mode, Delay = TimeSpan.FromSeconds(30) }).Cut(Primary).Speak(Primary).Run(seconds - 0.5);
        Assert.Equal(Secondary, tile.Shown);
        Assert.Equal(Primary, tile.Run(0.5).Shown);
    }

    [Theory]
    [InlineData(FailbackMode.Manual, true)]
    [InlineData(FailbackMode.Never, false)]
    public void Manual_goes_when_asked_and_never_does_not(FailbackMode mode, bool goes)
    {
        var tile = Tile.AtHome(Usual with { Failback = mode }).Cut(Primary).Speak(Primary).Run(600);
        Assert.Equal(Secondary, tile.Shown);
        var step = tile.Send(TileEvent.Failback);
        Assert.Equal(goes ? null : "The policy says never.", step.Ignored);
        Assert.Equal(goes ? Primary : Secondary, tile.Shown);
    }

    [Fact]
    public void A_wish_to_go_home_waits_for_validation()
    {
        var tile = Tile.AtHome(Usual with { Failback = FailbackMode.Manual }).Cut(Primary).Speak(Primary).Run(2);
        tile.Send(TileEvent.Failback);
        Assert.Equal(Secondary, tile.Run(7).Shown);
        Assert.Equal((Primary, SwitchCause.Operator), (tile.Run(2).Shown!.Value, tile.State.Cause!.Value));
    }

    [Fact]
    public void A_pin_moves_at_once_and_back_by_the_rules()
    {
        var tile = Tile.AtHome(Usual);
        tile.Send(TileEvent.Pin(Secondary, tile.Now + TimeSpan.FromMinutes(1)));
        Assert.Equal((Secondary, TilePhase.Pinned, SwitchCause.Operator), (tile.Shown!.Value, tile.State.Phase, tile.State.Cause!.Value));
        tile.Run(59);
        Assert.Equal(Secondary, tile.Shown);
        tile.Run(2);
        Assert.Equal((Primary, TilePhase.Home), (tile.Shown!.Value, tile.State.Phase));
    }

    [Fact]
    public void A_pin_outranks_failback_and_never_a_dead_picture()
    {
        var tile = Tile.AtHome(Usual);
        tile.Send(TileEvent.Pin(Secondary));
        tile.Run(60).Cut(Secondary);
        Assert.Equal(Primary, tile.Shown);
        tile.Speak(Secondary).Run(9);
        Assert.Equal(Primary, tile.Shown);
        Assert.Equal(Secondary, tile.Run(1.5).Shown);
    }

    [Fact]
    public void A_paused_tile_leaves_a_dead_picture_and_does_not_go_home()
    {
        var tile = Tile.AtHome(Usual);
        tile.Send(TileEvent.Suspend);
        Assert.Equal(TilePhase.Paused, tile.State.Phase);
        tile.Cut(Primary);
        Assert.Equal(Secondary, tile.Shown);
        tile.Speak(Primary).Run(600);
        Assert.Equal(Secondary, tile.Shown);
        tile.Send(TileEvent.Resume);
        Assert.Equal(Primary, tile.Run(0.1).Shown);
    }

    [Fact]
    public void Flapping_holds_a_tile_away_ever_longer_and_heals_at_home()
    {
        var settings = Usual with { Failback = FailbackMode.Immediate, ValidateFor = TimeSpan.FromSeconds(5), HoldMax = TimeSpan.FromSeconds(60) };
        var tile = Tile.AtHome(settings);
        var stays = new List<double>();
        for (var i = 0; i < 9; i++)
        {
            tile.Run(1).Cut(Primary).Speak(Primary);
            var left = tile.Now;
            while (tile.Shown == Secondary)
            {
                tile.Run(0.1);
            }

            stays.Add(Math.Round((tile.Now - left).TotalSeconds));
        }

        Assert.Equal([5, 5, 5, 10, 20, 40, 60, 60, 60], stays);
        tile.Run(20 * 9).Cut(Primary).Speak(Primary).Run(5.2);
        Assert.Equal(Primary, tile.Shown);
    }

    [Fact]
    public void Both_sides_lost_at_once_is_no_flapping()
    {
        var tile = Tile.AtHome(Usual);
        for (var i = 0; i < 10; i++)
        {
            tile.Cut(Primary);
            tile.Cut(Secondary);
            tile.Speak(Primary).Speak(Secondary).Run(15);
        }

        Assert.Equal(0, tile.State.Strikes.Count);
    }

    [Fact]
    public void A_host_that_slept_judges_nobody_by_the_time_it_missed()
    {
        var tile = Tile.AtHome(Usual);
        tile.Commands.Clear();
        tile.Sleep(300).Send(TileEvent.Tick);
        tile.Run(5);
        Assert.Empty(tile.Commands);

        // Nor does the time count for validation.
        tile.Cut(Primary).Speak(Primary).Run(1).Sleep(300).Run(5);
        Assert.Equal(Secondary, tile.Shown);
    }

    [Fact]
    public void Peers_make_a_silent_stream_lost_sooner_and_never_a_fresh_one()
    {
        var fresh = Tile.AtHome(Usual);
        fresh.Send(TileEvent.PeersLost(Primary));
        Assert.Equal(Primary, fresh.Run(2).Shown);

        var silent = Tile.AtHome(Usual).Silence(Primary).Run(0.3);
        Assert.Equal(Primary, silent.Shown);
        silent.Send(TileEvent.PeersLost(Primary));
        Assert.Equal(Secondary, silent.Shown);
    }

    [Fact]
    public void Another_priority_of_the_policy_is_followed_like_a_way_home()
    {
        var tile = Tile.AtHome(Usual);
        tile.Run(10);
        tile.Settings = Usual with { Priority = Secondary };
        Assert.Equal(Secondary, tile.Run(0.1).Shown);
        tile.Settings = Usual with { Failback = FailbackMode.Manual };
        Assert.Equal(Secondary, tile.Run(60).Shown);
    }

    [Fact]
    public void Jitter_makes_the_way_home_later()
    {
        var tile = Tile.AtHome(Usual with { Jitter = TimeSpan.FromSeconds(1) }).Cut(Primary).Speak(Primary).Run(10.5);
        Assert.Equal(Secondary, tile.Shown);
        Assert.Equal(Primary, tile.Run(1).Shown);
        Assert.Equal(TimeSpan.FromSeconds(1), Usual.JitterLimit);
    }

    [Fact]
    public void A_clock_that_runs_backwards_stands_still_instead()
    {
        var state = TileState.Open(Usual, TimeSpan.FromSeconds(10));
        state = TileReducer.Step(state, TileEvent.Frame(Primary), Usual, TimeSpan.FromSeconds(10.1)).State;
        var step = TileReducer.Step(state, TileEvent.Frame(Primary), Usual, TimeSpan.FromSeconds(3));
        Assert.Equal(TimeSpan.FromSeconds(10.1), step.State.LastEvent);
        Assert.Equal(TimeSpan.FromSeconds(10.1), step.State.Primary.LastFrame);
    }
}
