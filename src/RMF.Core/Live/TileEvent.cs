using RMF.Core.Inventory;

namespace RMF.Core.Live;

/// <summary>One event of a tile. Immutable.</summary>
public readonly record struct TileEvent
{
    private TileEvent(TileEventKind kind, Side side = Side.Primary, TimeSpan? until = null)
    {
        Kind = kind;
        Side = side;
        Until = until;
    }

    /// <summary>Time went by.</summary>
    public static TileEvent Tick { get; } = new(TileEventKind.Tick);

    /// <summary>The pin was lifted.</summary>
    public static TileEvent Unpin { get; } = new(TileEventKind.Unpin);

    /// <summary>The tile stays where it is while it has a picture.</summary>
    public static TileEvent Suspend { get; } = new(TileEventKind.Suspend);

    /// <summary>The end of that.</summary>
    public static TileEvent Resume { get; } = new(TileEventKind.Resume);

    /// <summary>An operator asked to go home.</summary>
    public static TileEvent Failback { get; } = new(TileEventKind.Failback);

    public TileEventKind Kind { get; }

    /// <summary>Which side it is about. Says nothing where an event is about none.</summary>
    public Side Side { get; }

    /// <summary>For <see cref="TileEventKind.Pin"/>: when it ends by itself, on the host's steady clock. Null = when it is lifted.</summary>
    public TimeSpan? Until { get; }

    /// <summary>A frame that can be shown.</summary>
    public static TileEvent Frame(Side side) => new(TileEventKind.Frame, side);

    /// <summary>The connection stands.</summary>
    public static TileEvent Opened(Side side) => new(TileEventKind.Opened, side);

    /// <summary>The stream ended.</summary>
    public static TileEvent Cut(Side side) => new(TileEventKind.Cut, side);

    /// <summary>Other tiles lost the side's recording server.</summary>
    public static TileEvent PeersLost(Side side) => new(TileEventKind.PeersLost, side);

    /// <summary>An operator wants to see this side.</summary>
    public static TileEvent Pin(Side side, TimeSpan? until = null) => new(TileEventKind.Pin, side, until: until);
}
