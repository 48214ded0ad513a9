using RMF.Core.Inventory;
using RMF.Core.Live;

namespace RMF.Core.Tests.Live;

/// <summary>One tile that a test plays by hand: both sides send frames at their rates unless told otherwise, and ticks come as a host sends them.</summary>
internal sealed class Tile
{
    private readonly Dictionary<Side, TimeSpan> next = new();
    private readonly HashSet<Side> silent = [];

    public Tile(TileSettings settings)
    {
        Settings = settings;
        State = TileState.Open(settings, Now);
    }

    public TileSettings Settings { get; set; }

    public TileState State { get; private set; }

    public TimeSpan Now { get; private set; }

    public TimeSpan Interval { get; init; } = TimeSpan.FromMilliseconds(40);

    public List<(TimeSpan At, TileCommand Command)> Commands { get; } = [];

    public Side? Shown => State.Shown;

    /// <summary>Both sides send, and the tile is at home.</summary>
    public static Tile AtHome(TileSettings settings)
    {
        var tile = new Tile(settings);
        tile.Run(3);
        return tile;
    }

    public Tile Silence(params Side[] sides)
    {
        silent.UnionWith(sides);
        return this;
    }

    public Tile Speak(Side side)
    {
        silent.Remove(side);
        next[side] = Now;
        return this;
    }

    public TileStep Send(TileEvent happened)
    {
        var step = TileReducer.Step(State, happened, Settings, Now);
        State = step.State;
        if (step.Command is { } command)
        {
            Commands.Add((Now, command));
        }

        return step;
    }

    public Tile Cut(Side side)
    {
        silent.Add(side);
        Send(TileEvent.Cut(side));
        return this;
    }

    /// <summary>Lets time go by in steps of 10 ms.</summary>
    public Tile Run(double seconds)
    {
        var end = Now + TimeSpan.FromSeconds(seconds);
        while (Now < end)
        {
            Now += TimeSpan.FromMilliseconds(10);
            foreach (var side in new[] { Side.Primary, Side.Secondary })
            {
                if (!silent.Contains(side) && Now >= next.GetValueOrDefault(side))
                {
                    next[side] = Now + Interval;
                    Send(TileEvent.Frame(side));
                }
            }

            if (Now.Milliseconds % 50 == 0)
            {
                Send(TileEvent.Tick);
            }
        }

        return this;
    }

    /// <summary>The host itself stands still.</summary>
    public Tile Sleep(double seconds)
    {
        Now += TimeSpan.FromSeconds(seconds);
        foreach (var side in next.Keys.ToList())
        {
            next[side] = Now;
        }

        return this;
    }
}
