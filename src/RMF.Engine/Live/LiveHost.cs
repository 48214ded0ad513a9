using RMF.Core.Inventory;
using RMF.Core.Live;

namespace RMF.Engine.Live;

/// <summary>
/// Runs tiles on real streams: opens both sides of each, tells time to all of them from one timer, and reports what they do. A tile costs no
/// thread. Disposing it closes all streams. Thread-safe.
/// </summary>
public sealed class LiveHost : IAsyncDisposable
{
    /// <summary>Tiles of one host.</summary>
    public const int MostTiles = 4096;

    /// <summary>Between two ticks. A tile with a shorter reaction time than 200 ms notices silence that much later.</summary>
    public static readonly TimeSpan TickTime = TimeSpan.FromMilliseconds(50);

    private readonly List<LiveTile> tiles = [];
    private readonly ILiveObserver observer;
    private readonly ITimer timer;
    private readonly long origin;
    private LiveTile[] running = [];
    private int ticking;

    /// <param name="time">The clock, for all times and the timer.</param>
    /// <param name="observer">Hears of switches. Null = nobody.</param>
    public LiveHost(TimeProvider time, ILiveObserver? observer = null)
    {
        Time = time;
        this.observer = observer ?? NoLiveObserver.Instance;
        origin = time.GetTimestamp();
        timer = time.CreateTimer(static h => ((LiveHost)h!).Tick(), this, TickTime, TickTime);
    }

    /// <summary>In the order in which they were opened.</summary>
    public IReadOnlyList<LiveTile> Tiles => Volatile.Read(ref running);

    internal TimeProvider Time { get; }

    /// <summary>The time since the host was made.</summary>
    internal TimeSpan Now => Time.GetElapsedTime(origin);

    internal PeerBoard<(string Site, string Recorder)> Board { get; } = new();

    /// <summary>Opens a tile and its two streams.</summary>
    /// <param name="pair">Its streams.</param>
    /// <param name="settings">What the policy says of it.</param>
    /// <param name="own">Hears of this tile alone, before the host's observer does: a name does not tell two tiles of one camera apart.</param>
    /// <exception cref="InvalidOperationException">There are <see cref="MostTiles"/> already.</exception>
    public LiveTile Open(TilePair pair, TileSettings settings, ILiveObserver? own = null)
    {
        LiveTile tile;
        lock (tiles)
        {
            if (tiles.Count >= MostTiles)
            {
                throw new InvalidOperationException($"A host runs {MostTiles} tiles at most.");
            }

            tile = new LiveTile(this, pair, settings, own ?? NoLiveObserver.Instance);
            tiles.Add(tile);
            Volatile.Write(ref running, [.. tiles]);
        }

        tile.Open();
        return tile;
    }

    /// <summary>
    /// Tells a tile's streams by other names from now on, e.g. because their recording servers became known. The streams stay open and the tile stays
    /// where it is; a tile that is closed is left alone.
    /// </summary>
    /// <param name="tile">The tile.</param>
    /// <param name="pair">The new names. Its sources are not opened.</param>
    public void Describe(LiveTile tile, TilePair pair)
    {
        lock (tiles)
        {
            if (tiles.Contains(tile))
            {
                tile.Describe(pair);
            }
        }
    }

    /// <summary>Closes one tile and its streams; nothing of it is reported afterwards. A tile that is closed already stays so.</summary>
    public async Task CloseAsync(LiveTile tile)
    {
        lock (tiles)
        {
            if (!tiles.Remove(tile))
            {
                return;
            }

            tile.LeaveBoard();
            Volatile.Write(ref running, [.. tiles]);
        }

        await tile.CloseAsync().ConfigureAwait(false);
    }

    /// <summary>Closes all streams; nothing is reported afterwards.</summary>
    public async ValueTask DisposeAsync()
    {
        await timer.DisposeAsync().ConfigureAwait(false);
        await Task.WhenAll(Tiles.Select(t => t.CloseAsync())).ConfigureAwait(false);
    }

    internal TimeSpan At(long timestamp) => Time.GetElapsedTime(origin, timestamp);

    internal void Moved(TileSwitch moved)
    {
        LiveMetrics.Moved(moved);
        observer.OnSwitch(moved);
    }

    internal void Picture(string tile, TimeSpan gap)
    {
        LiveMetrics.Picture(gap);
        observer.OnPicture(tile, gap);
    }

    internal void Counted(Side side) => LiveMetrics.Frame(side);

    private void Tick()
    {
        // A tick that comes while the one before still runs says nothing new.
        if (Interlocked.Exchange(ref ticking, 1) != 0)
        {
            return;
        }

        try
        {
            // The board belongs to whoever ticks; tiles are added to it under the same lock.
            lock (tiles)
            {
                TellTime();
            }
        }
        finally
        {
            Volatile.Write(ref ticking, 0);
        }
    }

    private void TellTime()
    {
        foreach (var tile in tiles)
        {
            tile.Tick(Now);
        }

        var suspected = Board.Suspected(Now);
        if (suspected.Count == 0)
        {
            return;
        }

        foreach (var tile in tiles)
        {
            foreach (var side in new[] { Side.Primary, Side.Secondary })
            {
                if (suspected.Contains(tile.Of(side).Recorder))
                {
                    tile.PeersLost(side, Now);
                }
            }
        }
    }
}
