using RMF.Core.Inventory;
using RMF.Core.Live;
using RMF.Engine.Ports;

namespace RMF.Engine.Live;

/// <summary>One side's stream of a tile: what the stream says, turned into the tile's events.</summary>
internal sealed class TileSide : IFrameObserver
{
    private readonly LiveTile tile;
    private volatile TileSource source;
    private IFrameStream? stream;
    private long frames;
    private long counted;
    private TimeSpan countedAt;
    private double rate;
    private volatile string detail = string.Empty;

    public TileSide(LiveTile tile, Side side, TileSource source)
    {
        this.tile = tile;
        this.source = source;
        Side = side;
        Host = tile.Host;
        countedAt = Host.Now;
        Peers = Host.Board.Add((source.Site, source.Request.RecorderId));
    }

    public Side Side { get; }

    public PeerStream Peers { get; private set; }

    /// <summary>What the stream said last that is not well.</summary>
    public string Detail => detail;

    public Obstruction Obstruction { get; set; }

    private LiveHost Host { get; }

    public (string Site, string Recorder) Recorder => (source.Site, source.Request.RecorderId);

    /// <summary>The same stream by another name. Belongs to the board's lock.</summary>
    public void Describe(TileSource told)
    {
        source = told;
        Peers = Host.Board.Add(Recorder);
    }

    public void Open() => stream = source.Frames.Open(source.Request, this);

    /// <summary>Ends a pause before the next attempt to connect.</summary>
    public void Wake() => stream?.Wake();

    public async Task CloseAsync()
    {
        if (stream is not null)
        {
            await stream.DisposeAsync().ConfigureAwait(false);
            stream = null;
        }
    }

    public void OnFrame(in LiveFrame frame)
    {
        if (Obstruction != Obstruction.None)
        {
            return;
        }

        Interlocked.Increment(ref frames);
        detail = string.Empty;
        tile.Frame(this, Host.At(frame.Timestamp));
        Host.Counted(Side);
    }

    public void OnLoss(StreamLoss loss)
    {
        detail = loss.Reason;
        if (Obstruction == Obstruction.None)
        {
            tile.Take(TileEvent.Cut(Side), Host.At(loss.Timestamp));
        }
    }

    public void OnStatus(StreamStatus status)
    {
        if (status.Kind == StreamStatusKind.Connected && Obstruction == Obstruction.None)
        {
            tile.Take(TileEvent.Opened(Side), Host.At(status.Timestamp));
        }
    }

    /// <summary>Counts the frames of the last second. Call it with each tick.</summary>
    public void Count(TimeSpan now)
    {
        if (now - countedAt < TimeSpan.FromSeconds(1))
        {
            return;
        }

        var all = Interlocked.Read(ref frames);
        rate = (all - counted) / (now - countedAt).TotalSeconds;
        counted = all;
        countedAt = now;
    }

    public TileSideStatus Status(SideHealth health, TileSettings settings, TimeSpan now)
        => new(source.Site, health.Status(settings, now), Interlocked.Read(ref frames), rate, now - health.LastFrame, detail);
}
