using RMF.Core.Inventory;
using RMF.Core.Live;

namespace RMF.Core.Tests.Live.Simulation;

/// <summary>Tiles on two sides of recording servers in virtual time. Each step of each tile is checked.</summary>
internal sealed class LiveWorld
{
    private static readonly TimeSpan Reconnect = TimeSpan.FromMilliseconds(300);

    private readonly LiveScript script;
    private readonly Random chance;
    private readonly PriorityQueue<Planned, (TimeSpan At, long Order)> queue = new();
    private readonly PeerBoard<(Side, int)> board = new();
    private readonly List<WatchedTile> tiles = [];
    private long order;

    public LiveWorld(LiveScript script)
    {
        this.script = script;
        chance = new Random(script.Seed ^ 0x5eed);
        for (var i = 0; i < script.Tiles; i++)
        {
            var settings = script.Settings with { Jitter = TimeSpan.FromTicks((long)(script.Settings.JitterLimit.Ticks * chance.NextDouble())) };
            var tile = new WatchedTile(i, settings, i % script.Recorders, script);
            tiles.Add(tile);
            foreach (var stream in tile.Streams)
            {
                stream.Peers = board.Add((stream.Side, tile.Recorder));
                Plan(TimeSpan.FromMilliseconds(chance.Next(200)), Act.Frame, tile, stream);
                Plan(TimeSpan.FromMilliseconds(chance.Next(50)), Act.Probe, tile, stream);
            }

            Plan(TimeSpan.FromMilliseconds(chance.Next(50)), Act.Tick, tile, null);
        }

        foreach (var (at, tile, act) in script.Acts)
        {
            Plan(at, Act.Operator, tiles[tile], null, act);
        }
    }

    private enum Act
    {
        Tick,
        Frame,
        Deliver,
        Probe,
        Operator,
    }

    public IReadOnlyList<WatchedTile> Tiles => tiles;

    public long Steps { get; private set; }

    /// <summary>A text that is the same for the same seed and for nothing else.</summary>
    public string Trace => string.Join('\n', tiles.SelectMany(t => t.Trace));

    public LiveWorld Run()
    {
        while (queue.TryDequeue(out var next, out var when) && when.At <= script.End)
        {
            var now = Awake(when.At);
            if (next.Kind != Act.Frame && next.Kind != Act.Probe && now > when.At)
            {
                // The host finds it when it runs again.
                Plan(now, next.Kind, next.Tile, next.Stream, next.Event);
                continue;
            }

            Play(next, when.At);
        }

        foreach (var tile in tiles)
        {
            tile.CheckEnd();
        }

        return this;
    }

    private void Play(Planned next, TimeSpan now)
    {
        switch (next.Kind)
        {
            case Act.Tick:
                Step(next.Tile, TileEvent.Tick, now);
                foreach (var (side, recorder) in board.Suspected(now))
                {
                    if (recorder == next.Tile.Recorder)
                    {
                        Step(next.Tile, TileEvent.PeersLost(side), now);
                    }
                }

                Plan(now + TileReducer.LongestTick(script.Settings), Act.Tick, next.Tile, null);
                break;
            case Act.Frame:
                Send(next.Tile, next.Stream!, now);
                break;
            case Act.Deliver when !next.Stream!.IsCut:
                next.Stream.Delivered(now, script.Interval);
                Step(next.Tile, TileEvent.Frame(next.Stream.Side), now);
                break;
            case Act.Deliver:
                break;
            case Act.Probe:
                Probe(next.Tile, next.Stream!, now);
                break;
            default:
                next.Tile.Act(next.Event, now);
                Step(next.Tile, next.Event, now);
                break;
        }
    }

    private void Step(WatchedTile tile, TileEvent happened, TimeSpan now)
    {
        Steps++;
        tile.Step(happened, now);
        foreach (var stream in tile.Streams)
        {
            board.Note(stream.Peers, tile.State.Of(stream.Side).Status(tile.Settings, now) == SideStatus.Lost, now);
        }
    }

    /// <summary>The recording server sends a frame, if it can; when it arrives is another matter.</summary>
    private void Send(WatchedTile tile, WatchedStream stream, TimeSpan now)
    {
        var delay = TimeSpan.FromMilliseconds(1 + (chance.NextDouble() * 4));
        var sends = !stream.IsCut;
        foreach (var fault in FaultsOf(tile, stream, now))
        {
            switch (fault.Kind)
            {
                case LiveFaultKind.Stalled or LiveFaultKind.Blackout:
                case LiveFaultKind.GreyFailure when tile.Number % 2 == 0:
                case LiveFaultKind.FlapSilent when fault.IsOff(now):
                    sends = false;
                    break;
                case LiveFaultKind.Slow:
                    sends &= stream.Count % 5 == 0;
                    delay += TimeSpan.FromMilliseconds(chance.NextDouble() * 100);
                    break;
                case LiveFaultKind.Jitter:
                    sends &= chance.Next(100) != 0;
                    delay += TimeSpan.FromMilliseconds(chance.NextDouble() * 300);
                    break;
            }
        }

        stream.Count++;
        if (sends)
        {
            // One connection keeps the order.
            stream.LastArrival = stream.LastArrival > now + delay ? stream.LastArrival : now + delay;
            Plan(stream.LastArrival, Act.Deliver, tile, stream);
        }

        Plan(now + script.Interval, Act.Frame, tile, stream);
    }

    /// <summary>Cuts a connection whose server is gone, and makes it anew when it is back.</summary>
    private void Probe(WatchedTile tile, WatchedStream stream, TimeSpan now)
    {
        var isDown = FaultsOf(tile, stream, now).Any(f => f.Kind == LiveFaultKind.Killed || (f.Kind == LiveFaultKind.FlapCut && f.IsOff(now)));
        var awake = Awake(now) == now;
        if (isDown && awake)
        {
            stream.IsCut = true;
            Step(tile, TileEvent.Cut(stream.Side), now);
        }
        else if (!isDown && stream.IsCut && awake)
        {
            stream.IsCut = false;
            Step(tile, TileEvent.Opened(stream.Side), now);
        }

        Plan(now + (stream.IsCut ? Reconnect : TimeSpan.FromMilliseconds(20)), Act.Probe, tile, stream);
    }

    private IEnumerable<LiveFault> FaultsOf(WatchedTile tile, WatchedStream stream, TimeSpan at)
        => script.Faults.Where(f => f.Covers(stream.Side, tile.Recorder, at));

    /// <summary>When the host runs again, if it sleeps then.</summary>
    private TimeSpan Awake(TimeSpan at)
    {
        foreach (var fault in script.Faults)
        {
            if (fault.Kind == LiveFaultKind.HostSleeps && at >= fault.Start && at < fault.End)
            {
                return Awake(fault.End);
            }
        }

        return at;
    }

    private void Plan(TimeSpan at, Act kind, WatchedTile tile, WatchedStream? stream, TileEvent happened = default)
        => queue.Enqueue(new Planned(kind, tile, stream, happened), (at, order++));

    private readonly record struct Planned(Act Kind, WatchedTile Tile, WatchedStream? Stream, TileEvent Event);
}
