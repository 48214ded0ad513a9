using RMF.Core.Inventory;
using RMF.Core.Live;

namespace RMF.Core.Tests.Live;

/// <summary>What happens exactly at a limit, and one tick later.</summary>
public sealed class BoundaryTests
{
    private static readonly TimeSpan Open = TimeSpan.FromHours(1);
    private static readonly TimeSpan Tick = new(1);
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(100);
    private static readonly TileSettings Settings = new() { ReactionTime = TimeSpan.FromSeconds(1), ValidateFor = TimeSpan.FromSeconds(5) };

    [Theory]
    [InlineData(10, 20)]
    [InlineData(100, 25)]
    [InlineData(200, 50)]
    [InlineData(400, 100)]
    [InlineData(30_000, 100)]
    public void A_host_ticks_four_times_in_the_reaction_time_within_bounds(int reaction, int tick)
        => Assert.Equal(TimeSpan.FromMilliseconds(tick), TileReducer.LongestTick(new TileSettings { ReactionTime = TimeSpan.FromMilliseconds(reaction) }));

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, SwitchCause.HomeNeverCame)]
    public void Home_has_the_whole_reaction_time_to_come(int ticksLate, SwitchCause? cause)
    {
        var line = new Line(Settings);
        line.To(Settings.ReactionTime - Breath, TileEvent.Frame(Side.Secondary));
        Assert.Equal(TilePosition.Starting, line.State.Position);
        line.At(Settings.ReactionTime + (Tick * ticksLate), TileEvent.Tick);
        Assert.Equal(cause, line.State.Cause);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void A_side_that_comes_after_the_reaction_time_has_to_prove_itself(int ticksLate, bool needsValidation)
    {
        var line = new Line(Settings);
        line.At(Breath, TileEvent.Frame(Side.Primary));
        line.To(Settings.ReactionTime - Breath, TileEvent.Frame(Side.Primary));
        line.At(Settings.ReactionTime + (Tick * ticksLate), TileEvent.Frame(Side.Secondary));
        Assert.Equal(needsValidation, line.State.Secondary.NeedsValidation);
    }

    [Theory]
    [InlineData(10, 10, 10.0)]
    [InlineData(8, 4, 6.0)]
    [InlineData(4, 8, 6.0)]
    [InlineData(10.1, 10.1, null)]
    [InlineData(9, 4.4, null)]
    [InlineData(4.4, 9, null)]
    public void Two_long_gaps_of_like_length_are_a_rhythm(double first, double second, double? interval)
    {
        var line = new Line(Settings);
        line.At(Breath, TileEvent.Frame(Side.Primary));
        var at = Breath + TimeSpan.FromSeconds(first);
        line.To(at - Breath, TileEvent.Tick);
        line.At(at, TileEvent.Frame(Side.Primary));
        line.To(at + TimeSpan.FromSeconds(second) - Breath, TileEvent.Tick);
        line.At(at + TimeSpan.FromSeconds(second), TileEvent.Frame(Side.Primary));
        Assert.Equal(interval is { } told ? TimeSpan.FromSeconds(told) : Rhythm.Assumed, line.State.Primary.Rhythm.Interval);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    public void A_failover_does_not_count_when_the_other_side_goes_within_its_threshold(int ticksLate, int strikes)
    {
        var settings = Settings with { ReactionTime = TimeSpan.FromSeconds(5) };
        var line = new Line(settings);
        foreach (var moment in Enumerable.Range(1, 40))
        {
            line.At(Breath * moment, TileEvent.Frame(Side.Primary));
            line.At(Breath * moment, TileEvent.Frame(Side.Secondary));
        }

        var failover = Breath * 41;
        line.At(failover, TileEvent.Cut(Side.Primary));
        Assert.Equal((SwitchCause.HomeLost, 1), (line.State.Cause, line.State.Strikes.Count));
        var end = failover + settings.ReactionTime;
        line.To(end - Breath, TileEvent.Frame(Side.Secondary));
        Assert.Equal(settings.ReactionTime, line.State.Secondary.Threshold(settings));
        line.At(end + (Tick * ticksLate), TileEvent.Cut(Side.Secondary));
        Assert.Equal((SwitchCause.BothLost, strikes), (line.State.Cause, line.State.Strikes.Count));
    }

    /// <summary>One tile whose host never sleeps: time runs in small steps.</summary>
    private sealed class Line(TileSettings settings)
    {
        public TileState State { get; private set; } = TileState.Open(settings, Open);

        private TimeSpan now;

        /// <summary>One event at a time since the tile was opened.</summary>
        public void At(TimeSpan time, TileEvent happened)
        {
            now = time;
            State = TileReducer.Step(State, happened, settings, Open + time).State;
        }

        /// <summary>The same event again and again until a time, that one included.</summary>
        public void To(TimeSpan time, TileEvent happened)
        {
            while (now + Breath <= time)
            {
                At(now + Breath, happened);
            }

            At(time, happened);
        }
    }
}
