using System.Globalization;
using RMF.Core.Inventory;
using RMF.Core.Live;
using Xunit;
using Xunit.Abstractions;

namespace RMF.Core.Tests.Live.Simulation;

/// <summary>
/// Random faults in virtual time. RMF_LIVE_SEED=n plays one seed again, RMF_LIVE_SEEDS=n plays more than the usual thousand.
/// </summary>
[Trait("Proof", "live-simulation")]
public sealed class SimulationTests(ITestOutputHelper output)
{
    private const int Seeds = 1000;

    [Fact]
    public void A_thousand_seeds_keep_the_rules()
    {
        var steps = 0L;
        var switches = 0;
        foreach (var seed in Asked())
        {
            var world = new LiveWorld(LiveScript.Random(seed)).Run();
            steps += world.Steps;
            switches += world.Tiles.Sum(t => t.Commands.Count(c => c.IsSwitch));
        }

        output.WriteLine($"{Asked().Count()} seeds, {steps} steps, {switches} switches, 0 violations");
        Assert.True(switches > 0);
    }

    [Fact]
    public void The_same_seed_gives_the_same_trace_and_another_gives_another()
    {
        var traces = Enumerable.Range(0, 20).Select(seed => new LiveWorld(LiveScript.Random(seed)).Run().Trace).ToList();
        Assert.Equal(traces, Enumerable.Range(0, 20).Select(seed => new LiveWorld(LiveScript.Random(seed)).Run().Trace));
        Assert.Equal(traces.Count, traces.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Ten_minutes_of_jitter_and_loss_move_no_tile()
    {
        var settings = new TileSettings { ReactionTime = TimeSpan.FromMilliseconds(500) };
        var chance = new Random(20251101);
        var switches = 0;
        for (var i = 0; i < 64; i++)
        {
            switches += JitteryTile(settings, chance).Count(c => c.IsSwitch || c.Kind == TileCommandKind.KeepLast);
        }

        Assert.Equal(0, switches);
    }

    [Theory]
    [InlineData(FailbackMode.Immediate)]
    [InlineData(FailbackMode.Validated)]
    public void A_side_that_flaps_at_half_a_hertz_settles_the_tile_on_the_good_one(FailbackMode mode)
    {
        var settings = new TileSettings { ReactionTime = TimeSpan.FromMilliseconds(500), Failback = mode, HoldMax = TimeSpan.FromMinutes(2) };
        var tile = Tile.AtHome(settings);
        var away = TimeSpan.Zero;
        var last = tile.Now;
        var worst = TimeSpan.Zero;
        for (var i = 0; i < 600; i++)
        {
            tile.Silence(Side.Primary).Run(1);
            tile.Speak(Side.Primary).Run(1);
            if (i >= 60 && tile.Shown == Side.Secondary)
            {
                away += tile.Now - last;
            }

            last = tile.Now;
        }

        foreach (var (_, command) in tile.Commands)
        {
            worst = command.Gap > worst ? command.Gap : worst;
        }

        output.WriteLine($"{mode}: {tile.Commands.Count(c => c.Command.IsSwitch)} switches in 20 minutes, away {away.TotalSeconds} s of the last 1080, longest gap {worst.TotalMilliseconds} ms");
        Assert.True(away > TimeSpan.FromSeconds(1000));
        Assert.True(worst <= TimeSpan.FromMilliseconds(600));
    }

    [Fact]
    public void Thousands_of_tiles_of_one_recorder_go_and_come_home_without_a_stampede()
    {
        var script = LiveScript.Blackout(tiles: 2000, TimeSpan.FromSeconds(20));
        var world = new LiveWorld(script).Run();
        Assert.All(world.Tiles, t => Assert.Equal([SwitchCause.Started, SwitchCause.HomeLost, SwitchCause.Failback], t.Commands.Select(c => c.Cause)));
        var home = world.Tiles.Select(t => t.State.Since).Order().ToList();
        output.WriteLine($"home within {(home[^1] - home[0]).TotalMilliseconds} ms");
        Assert.True(home[^1] - home[0] > script.Settings.JitterLimit / 2);
    }

    private static IEnumerable<int> Asked()
    {
        if (int.TryParse(Environment.GetEnvironmentVariable("RMF_LIVE_SEED"), NumberStyles.None, CultureInfo.InvariantCulture, out var one))
        {
            return [one];
        }

        return Enumerable.Range(0, int.TryParse(Environment.GetEnvironmentVariable("RMF_LIVE_SEEDS"), NumberStyles.None, CultureInfo.InvariantCulture, out var many) ? many : Seeds);
    }

    /// <summary>25 frames a second, each late by a normal time of 100 ms, in order, one in a hundred lost.</summary>
    private static List<TileCommand> JitteryTile(TileSettings settings, Random chance)
    {
        var arrivals = new List<(TimeSpan At, TileEvent Event)>();
        foreach (var side in new[] { Side.Primary, Side.Secondary })
        {
            var last = TimeSpan.Zero;
            for (var at = TimeSpan.Zero; at < TimeSpan.FromMinutes(10); at += TimeSpan.FromMilliseconds(40))
            {
                var normal = Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble());
                var arrival = at + TimeSpan.FromMilliseconds(Math.Abs(normal) * 100);
                last = arrival > last ? arrival : last;
                if (chance.Next(100) != 0)
                {
                    arrivals.Add((last, TileEvent.Frame(side)));
                }
            }
        }

        for (var at = TimeSpan.Zero; at < TimeSpan.FromMinutes(10); at += TimeSpan.FromMilliseconds(100))
        {
            arrivals.Add((at, TileEvent.Tick));
        }

        var state = TileState.Open(settings, TimeSpan.Zero);
        var commands = new List<TileCommand>();
        foreach (var (at, happened) in arrivals.OrderBy(a => a.At))
        {
            var step = TileReducer.Step(state, happened, settings, at);
            state = step.State;
            if (step.Command is { } command)
            {
                commands.Add(command);
            }
        }

        return commands;
    }
}
