using RMF.Core.Inventory;
using RMF.Core.Live;

namespace RMF.Engine.Live.Drill;

/// <summary>
/// Takes the preferred side's stream away from open tiles, on this host's own end, and measures how long each had no picture. Recording servers
/// and other clients notice nothing. Leaving a side is done as the policy says; the way home is shortened, so that rounds follow each other.
/// </summary>
public sealed class FailoverDrill
{
    /// <summary>How often the drill looks.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(10);

    private readonly LiveHost host;
    private readonly DrillEvents events;
    private readonly DrillOptions options;

    /// <param name="host">Holds the tiles; made with <paramref name="events"/> as its observer.</param>
    /// <param name="events">Hears what they do.</param>
    /// <param name="options">How it is made.</param>
    public FailoverDrill(LiveHost host, DrillEvents events, DrillOptions options)
    {
        this.host = host;
        this.events = events;
        this.options = options;
    }

    /// <summary>Told after each round, with its number.</summary>
    public Action<int>? RoundEnded { get; init; }

    /// <summary>What a tile may take to notice at most: its threshold now.</summary>
    private TimeSpan Threshold(LiveTile tile)
    {
        var side = tile.Status.Of(Lost(tile));
        var slow = side.FramesPerSecond > 0 ? TimeSpan.FromSeconds(Rhythm.Factor / side.FramesPerSecond) : TimeSpan.Zero;
        return slow > tile.Settings.ReactionTime ? slow : tile.Settings.ReactionTime;
    }

    /// <summary>Makes the drill on all tiles of the host.</summary>
    public async Task<DrillResult> RunAsync(CancellationToken cancellationToken)
    {
        foreach (var tile in host.Tiles)
        {
            tile.Settings = tile.Settings with
            {
                Failback = FailbackMode.Validated,
                ValidateFor = TimeSpan.FromTicks(tile.Settings.ReactionTime.Ticks * 2),
                Dwell = TimeSpan.Zero,
                Jitter = TimeSpan.Zero,
                FlapLimit = int.MaxValue,
            };
        }

        await UntilAsync(() => host.Tiles.All(IsReady), options.Start, cancellationToken).ConfigureAwait(false);

        // Rates are learned in the first seconds; a drill before that would measure the start.
        await host.Time.DelayAsync(TimeSpan.FromSeconds(2), cancellationToken).ConfigureAwait(false);
        var ready = host.Tiles.Where(IsReady).ToList();
        var rows = new List<DrillRow>();
        var falseSwitches = 0;
        for (var round = 1; round <= options.Rounds && ready.Count > 0; round++)
        {
            events.Clear();
            await host.Time.DelayAsync(options.Quiet, cancellationToken).ConfigureAwait(false);
            falseSwitches += events.Clear();
            rows.AddRange(await RoundAsync(round, ready, cancellationToken).ConfigureAwait(false));
            RoundEnded?.Invoke(round);
        }

        return new DrillResult(rows, host.Tiles.Except(ready).Select(t => t.Name).ToList(), falseSwitches, options);
    }

    private async Task<List<DrillRow>> RoundAsync(int round, List<LiveTile> tiles, CancellationToken cancellationToken)
    {
        var limit = tiles.Max(Threshold) + options.Grace;
        try
        {
            foreach (var tile in tiles)
            {
                tile.Obstruct(Lost(tile), options.Obstruction);
            }

            await UntilAsync(() => events.Count >= tiles.Count, limit, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            foreach (var tile in tiles)
            {
                tile.Obstruct(Lost(tile), Obstruction.None);
            }
        }

        var heard = tiles.Select(t => (Tile: t, Heard: events.Of(t.Name))).ToList();
        await UntilAsync(() => tiles.TrueForAll(IsHome), tiles.Max(t => t.Settings.ValidateFor) + options.Grace, cancellationToken).ConfigureAwait(false);
        return heard.ConvertAll(h => new DrillRow(round, h.Tile.Name, h.Heard.Gap, h.Heard.Detection, IsHome(h.Tile)));
    }

    private Side Lost(LiveTile tile) => options.Side ?? tile.Settings.Priority;

    private bool IsReady(LiveTile tile)
    {
        var status = tile.Status;
        return status.Shown == Lost(tile) && HasPictures(status.Primary) && HasPictures(status.Secondary);
    }

    private static bool HasPictures(TileSideStatus side) => side.Health is SideStatus.Healthy or SideStatus.Validating;

    private bool IsHome(LiveTile tile) => tile.Status.Shown == Lost(tile);

    private async Task UntilAsync(Func<bool> holds, TimeSpan limit, CancellationToken cancellationToken)
    {
        var end = host.Now + limit;
        while (!holds() && host.Now < end)
        {
            await host.Time.DelayAsync(Look, cancellationToken).ConfigureAwait(false);
        }
    }
}
