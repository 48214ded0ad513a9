using RMF.Core.Inventory;
using RMF.Core.Live;
using RMF.Engine.Ports;

namespace RMF.Engine.Live;

/// <summary>
/// One tile of a host: both sides' streams are open, and the reducer says which one is shown. Frames come on the streams' own threads; a lock
/// puts all that happens to the tile into one order, and nothing in it waits.
/// </summary>
public sealed class LiveTile
{
    private readonly object gate = new();
    private readonly LiveHost host;
    private readonly ILiveObserver own;
    private readonly TileSide primary;
    private readonly TileSide secondary;
    private TileSettings settings;
    private TileState state;
    private TimeSpan? lastPicture;
    private TimeSpan? gapFrom;
    private int switches;
    private bool isClosed;

    internal LiveTile(LiveHost host, TilePair pair, TileSettings settings, ILiveObserver own)
    {
        this.host = host;
        this.own = own;
        this.settings = settings;
        Pair = pair;
        state = TileState.Open(settings, host.Now);
        primary = new TileSide(this, Side.Primary, pair.Primary);
        secondary = new TileSide(this, Side.Secondary, pair.Secondary);
    }

    /// <summary>Its two streams, as they are told now.</summary>
    public TilePair Pair { get; private set; }

    public string Name => Pair.Name;

    internal LiveHost Host => host;

    /// <summary>What the policy says of it. A new value counts from the next event on.</summary>
    public TileSettings Settings
    {
        get
        {
            lock (gate)
            {
                return settings;
            }
        }

        set
        {
            lock (gate)
            {
                settings = value;
            }
        }
    }

    /// <summary>The tile as it is now.</summary>
    public TileStatus Status
    {
        get
        {
            lock (gate)
            {
                var now = host.Now;
                return new TileStatus(Name, state.Phase, state.Home, state.Shown, now - state.Since, state.Cause, primary.Status(state.Primary, settings, now), secondary.Status(state.Secondary, settings, now)) { Switches = switches };
            }
        }
    }

    /// <summary>An operator's act, or time: gives why it was ignored, null where it was taken in.</summary>
    public string? Send(TileEvent happened) => Take(happened, host.Now).Ignored;

    /// <summary>Pins the tile for a time. Null = until it is lifted.</summary>
    public string? Pin(Side side, TimeSpan? time = null) => Send(TileEvent.Pin(side, time is { } t ? host.Now + t : null));

    /// <summary>
    /// For a drill: what this host does not take from a side for a while. The server is not touched, and other clients see nothing.
    /// </summary>
    public void Obstruct(Side side, Obstruction obstruction)
    {
        Of(side).Obstruction = obstruction;
        if (obstruction == Obstruction.Cut)
        {
            Take(TileEvent.Cut(side), host.Now);
        }
    }

    internal void Open()
    {
        primary.Open();
        secondary.Open();
    }

    internal void LeaveBoard()
    {
        host.Board.Remove(primary.Peers);
        host.Board.Remove(secondary.Peers);
    }

    /// <summary>Belongs to the board's lock.</summary>
    internal void Describe(TilePair pair)
    {
        LeaveBoard();
        Pair = pair;
        primary.Describe(pair.Primary);
        secondary.Describe(pair.Secondary);
    }

    internal async Task CloseAsync()
    {
        lock (gate)
        {
            // A stream may still say something while it is closed.
            isClosed = true;
        }

        await primary.CloseAsync().ConfigureAwait(false);
        await secondary.CloseAsync().ConfigureAwait(false);
    }

    internal void Tick(TimeSpan now)
    {
        Take(TileEvent.Tick, now);
        lock (gate)
        {
            primary.Count(now);
            secondary.Count(now);
            Note(primary, state.Primary, now);
            Note(secondary, state.Secondary, now);
        }
    }

    internal void PeersLost(Side side, TimeSpan now) => Take(TileEvent.PeersLost(side), now);

    /// <summary>The site says that a side's camera or recording server is gone. Fresh frames outweigh that.</summary>
    internal void Doubt(Side side)
    {
        lock (gate)
        {
            var now = host.Now;
            var isFresh = state.Of(side).Status(settings, now) is SideStatus.Healthy or SideStatus.Validating;
            TakeLocked(isFresh ? TileEvent.PeersLost(side) : TileEvent.Cut(side), now);
        }
    }

    internal TileSide Of(Side side) => side == Side.Primary ? primary : secondary;

    /// <summary>A frame is a picture when its side is shown; it may be the one that ends a gap.</summary>
    internal void Frame(TileSide side, TimeSpan now)
    {
        lock (gate)
        {
            TakeLocked(TileEvent.Frame(side.Side), now);
            if (isClosed || state.Shown != side.Side || state.Position == TilePosition.BothLost)
            {
                return;
            }

            if (gapFrom is { } from)
            {
                gapFrom = null;
                own.OnPicture(Name, now - from);
                host.Picture(Name, now - from);
            }

            lastPicture = now;
        }
    }

    internal TileStep Take(TileEvent happened, TimeSpan now)
    {
        lock (gate)
        {
            return TakeLocked(happened, now);
        }
    }

    private TileStep TakeLocked(TileEvent happened, TimeSpan now)
    {
        var step = TileReducer.Step(state, happened, settings, now);
        state = step.State;
        if (step.Command is { } command && !isClosed)
        {
            if (command.IsSwitch)
            {
                switches++;
                gapFrom ??= lastPicture;
            }

            var moved = new TileSwitch(host.Time.GetUtcNow(), Name, command.From, command.Kind == TileCommandKind.Show ? command.To : null, command.Cause, Reason(step, command), command.Gap);
            own.OnSwitch(moved);
            host.Moved(moved);
        }

        return step;
    }

    private string Reason(TileStep step, TileCommand command)
    {
        var said = command.From is { } from && command.Cause is SwitchCause.HomeLost or SwitchCause.AwayLost or SwitchCause.BothLost ? Of(command.From!.Value).Detail : string.Empty;
        return said.Length == 0 ? step.Taken! : $"{step.Taken}: {said}";
    }

    private void Note(TileSide side, SideHealth health, TimeSpan now) => host.Board.Note(side.Peers, health.Status(settings, now) == SideStatus.Lost, now);
}
