using RMF.Core.Inventory;
using RMF.Core.Live;

namespace RMF.Core.Tests.Live.Simulation;

/// <summary>What one run plays: drawn from a seed, so that the seed replays it.</summary>
internal sealed class LiveScript
{
    private LiveScript(int seed) => Seed = seed;

    public int Seed { get; }

    public TileSettings Settings { get; private set; } = new();

    public int Tiles { get; private set; }

    /// <summary>Recording servers of each side.</summary>
    public int Recorders { get; private set; }

    public TimeSpan Interval { get; private set; }

    public List<LiveFault> Faults { get; } = [];

    /// <summary>Operators' acts: when, which tile, what.</summary>
    public List<(TimeSpan At, int Tile, TileEvent Act)> Acts { get; } = [];

    /// <summary>When the last fault has ended and the last act was lifted.</summary>
    public TimeSpan Quiet { get; private set; }

    public TimeSpan End { get; private set; }

    public static LiveScript Random(int seed)
    {
        var chance = new Random(seed);
        var reaction = TimeSpan.FromMilliseconds(chance.Next(4) switch { 0 => 200, 1 => 500, 2 => 1000, _ => 3000 });
        var validate = TimeSpan.FromSeconds(Math.Max(chance.Next(2, 12), reaction.TotalSeconds * 2));
        var script = new LiveScript(seed)
        {
            Tiles = chance.Next(2, 9),
            Recorders = chance.Next(1, 4),
            Interval = TimeSpan.FromMilliseconds(chance.Next(5) switch { 0 => 40, 1 => 66, 2 => 100, 3 => 200, _ => 1000 }),
            Settings = new TileSettings
            {
                ReactionTime = reaction,
                Failback = (FailbackMode)chance.Next(5),
                ValidateFor = validate,
                Delay = TimeSpan.FromSeconds(chance.Next(1, 10)),
                Dwell = TimeSpan.FromSeconds(chance.Next(0, (int)validate.TotalSeconds)),
                FlapWindow = TimeSpan.FromSeconds(60),
                FlapLimit = chance.Next(1, 4),
                HoldMax = TimeSpan.FromSeconds(chance.Next(12, 40)),
                Priority = chance.Next(4) == 0 ? Side.Secondary : Side.Primary,
            },
        };
        script.Draw(chance);
        return script;
    }

    /// <summary>One recording server of each side; the primary one is killed for that long.</summary>
    public static LiveScript Blackout(int tiles, TimeSpan length)
    {
        var script = new LiveScript(0) { Tiles = tiles, Recorders = 1, Interval = TimeSpan.FromMilliseconds(200), End = length + TimeSpan.FromSeconds(30) };
        script.Faults.Add(new LiveFault(LiveFaultKind.Killed, Side.Primary, null, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(5) + length));
        return script;
    }

    private void Draw(Random chance)
    {
        var at = TimeSpan.FromSeconds(chance.Next(0, 6));
        for (var i = chance.Next(1, 6); i > 0; i--)
        {
            var fault = LiveFault.Random(chance, at, Recorders);
            Faults.Add(fault);
            Quiet = Max(Quiet, fault.End);

            // They may overlap.
            at += TimeSpan.FromSeconds(chance.NextDouble() * 20);
        }

        for (var i = chance.Next(3); i > 0; i--)
        {
            var from = TimeSpan.FromSeconds(chance.NextDouble() * Math.Max(Quiet.TotalSeconds, 1));
            var until = from + TimeSpan.FromSeconds(chance.Next(1, 20));
            var tile = chance.Next(Tiles);
            switch (chance.Next(3))
            {
                case 0:
                    Acts.Add((from, tile, TileEvent.Pin((Side)chance.Next(2), until)));
                    break;
                case 1:
                    Acts.Add((from, tile, TileEvent.Suspend));
                    Acts.Add((until, tile, TileEvent.Resume));
                    break;
                default:
                    Acts.Add((from, tile, TileEvent.Failback));
                    until = from;
                    break;
            }

            Quiet = Max(Quiet, until);
        }

        End = Quiet + Settings.HoldMax + Settings.ValidateFor + Settings.Delay + TimeSpan.FromSeconds(10);
    }

    private static TimeSpan Max(TimeSpan left, TimeSpan right) => left > right ? left : right;
}
