using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using RMF.Core.Inventory;
using RMF.Core.Live;
using RMF.Testing;

namespace RMF.Core.Tests.Live;

/// <summary>
/// What tiles decide on long random evenings, approved: the first switches as text and the rest as a hash of every step. Times lie on a grid
/// that meets the limits of the settings exactly, and one tick before and after them. A decision that changes, on purpose or not, shows here.
/// </summary>
public sealed class TraceTests
{
    private const int Steps = 12_000;
    private const int Shown = 12;

    private static readonly TimeSpan Grid = TimeSpan.FromMilliseconds(50);

    private static readonly (string Name, TileSettings Settings)[] Tiles =
    [
        ("validated", Usual),
        ("validated, secondary first, half a second", Usual with { Priority = Side.Secondary, ReactionTime = TimeSpan.FromMilliseconds(500), ValidateFor = TimeSpan.FromSeconds(2), Dwell = TimeSpan.FromSeconds(1) }),
        ("immediate, no flap limit", Usual with { Failback = FailbackMode.Immediate, Dwell = TimeSpan.Zero, ValidateFor = TimeSpan.FromSeconds(1), FlapLimit = 0 }),
        ("delayed", Usual with { Failback = FailbackMode.Delayed, Delay = TimeSpan.FromSeconds(6), ValidateFor = TimeSpan.FromSeconds(3), Dwell = TimeSpan.FromSeconds(2) }),
        ("manual", Usual with { Failback = FailbackMode.Manual, ReactionTime = TimeSpan.FromSeconds(2), ValidateFor = TimeSpan.FromSeconds(4) }),
        ("never", Usual with { Failback = FailbackMode.Never }),
        ("flaps soon", Usual with { Failback = FailbackMode.Immediate, FlapLimit = 1, FlapWindow = TimeSpan.FromSeconds(20), HoldMax = TimeSpan.FromSeconds(16), Dwell = TimeSpan.FromSeconds(1), ValidateFor = TimeSpan.FromSeconds(1) }),
        ("waits its jitter", Usual with { Jitter = TimeSpan.FromMilliseconds(200), ValidateFor = TimeSpan.FromSeconds(3), Dwell = TimeSpan.FromSeconds(2) }),
        ("nothing set", Usual with { ReactionTime = TimeSpan.Zero, ValidateFor = TimeSpan.Zero, Dwell = TimeSpan.Zero, FlapWindow = TimeSpan.Zero, HoldMax = TimeSpan.Zero }),
        ("negative", Usual with { ReactionTime = TimeSpan.FromSeconds(-1), ValidateFor = TimeSpan.FromSeconds(-1), Dwell = TimeSpan.FromSeconds(-1), FlapLimit = -1 }),
    ];

    private static TileSettings Usual => new() { ReactionTime = TimeSpan.FromSeconds(1), ValidateFor = TimeSpan.FromSeconds(5) };

    public static TheoryData<string> Names => new(Tiles.Select(t => t.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_tile_decides_as_approved(string name)
    {
        var index = Array.FindIndex(Tiles, t => t.Name == name);
        var settings = Tiles[index].Settings;
        var chance = new Random(1000 + index);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var text = new StringBuilder();
        var switches = 0;
        var now = TimeSpan.FromHours(1);
        var state = TileState.Open(settings, now);
        var spell = new Spell(chance);
        for (var i = 0; i < Steps; i++)
        {
            // Mostly one step of the grid, sometimes a tick off it, sometimes back, sometimes a sleep.
            now += chance.Next(100) switch { < 80 => Grid, < 86 => TimeSpan.Zero, < 90 => new TimeSpan(1), < 94 => new TimeSpan(-1), < 97 => Grid - new TimeSpan(1), < 98 => -Grid, < 99 => Grid * 10, _ => TimeSpan.FromSeconds(chance.Next(1, 40)) };
            var happened = spell.Next(now);
            var step = TileReducer.Step(state, happened, settings, now);
            state = step.State;
            hash.AppendData(Encoding.UTF8.GetBytes(Line(step, settings, now)));
            if (step.Command is { } command && switches++ < Shown)
            {
                text.Append(CultureInfo.InvariantCulture, $"{i,5} {happened.Kind} {happened.Side}: {command.Kind} {command.From?.ToString() ?? "nothing"} -> {command.To?.ToString() ?? "nothing"}, {command.Cause}, gap {command.Gap}, {step.Taken}\n");
            }
        }

        Assert.True(switches > Shown, $"Only {switches} switches: the evening is too quiet to say anything.");
        text.Append(CultureInfo.InvariantCulture, $"... {switches} commands in {Steps} steps\nsha256 {Convert.ToHexString(hash.GetHashAndReset())}\n");
        Approved.Matches(text.ToString(), "trace-" + name.Replace(", ", "-", StringComparison.Ordinal).Replace(' ', '-') + ".txt");
    }

    private static string Line(TileStep step, TileSettings settings, TimeSpan now)
    {
        var state = step.State;
        return string.Create(CultureInfo.InvariantCulture, $"{state.Position}|{state.Phase}|{state.Home}|{state.Shown}|{state.Pin}|{state.WantsHome}|{state.Since.Ticks}|{state.Cause}|{state.Strikes.Count}|{state.Strikes.LastFailover?.Ticks}|{state.Strikes.Hold(settings).Ticks}|{state.OpenedAt.Ticks}|{Told(state.Primary)}|{Told(state.Secondary)}|{step.Command}|{step.Taken}|{step.Ignored}\n");

        string Told(SideHealth health) => string.Create(CultureInfo.InvariantCulture, $"{health.Status(settings, now)},{health.LastFrame?.Ticks},{health.GoodSince.Ticks},{health.NeedsValidation},{health.PeersUntil.Ticks},{health.Threshold(settings).Ticks},{health.Rhythm.Interval.Ticks}");
    }

    /// <summary>An evening in spells: both sides well, one silent, one slow, both gone, with what operators and peers do between.</summary>
    private sealed class Spell(Random chance)
    {
        private int left;
        private int kind;

        public TileEvent Next(TimeSpan now)
        {
            if (left-- <= 0)
            {
                kind = chance.Next(7);
                left = chance.Next(5, 120);
            }

            var side = chance.Next(2) == 0 ? Side.Primary : Side.Secondary;
            return chance.Next(200) switch
            {
                0 => TileEvent.Pin(side),
                1 => TileEvent.Pin(side, now + (Grid * chance.Next(-1, 60))),
                2 or 3 => TileEvent.Unpin,
                4 => TileEvent.Suspend,
                5 or 6 or 7 => TileEvent.Resume,
                8 or 9 or 10 => TileEvent.Failback,
                11 or 12 => TileEvent.PeersLost(side),
                13 => TileEvent.Cut(side),
                14 or 15 => TileEvent.Opened(side),
                < 60 => TileEvent.Tick,
                _ => Frame(side),
            };
        }

        private TileEvent Frame(Side side) => kind switch
        {
            0 or 1 => TileEvent.Frame(side),
            2 => TileEvent.Frame(Side.Secondary),
            3 => TileEvent.Frame(Side.Primary),
            4 => TileEvent.Tick,
            5 => chance.Next(20) == 0 ? TileEvent.Frame(side) : TileEvent.Tick,
            _ => chance.Next(3) == 0 ? TileEvent.Cut(side) : TileEvent.Frame(side),
        };
    }
}
