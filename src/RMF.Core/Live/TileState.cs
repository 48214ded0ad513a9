using RMF.Core.Inventory;

namespace RMF.Core.Live;

/// <summary>
/// All that a tile knows. Times are on the steady clock of the host. Immutable and small: a host of a thousand tiles copies it for each frame.
/// </summary>
public readonly record struct TileState
{
    /// <summary>Where it stands.</summary>
    public TilePosition Position { get; init; }

    /// <summary>The side that is home: the pinned one, else the one with priority.</summary>
    public Side Home { get; init; }

    /// <summary>The side whose picture is on the screen. Null = none yet.</summary>
    public Side? Shown { get; init; }

    /// <summary>The evidence about the primary.</summary>
    public SideHealth Primary { get; init; }

    /// <summary>The evidence about the secondary.</summary>
    public SideHealth Secondary { get; init; }

    /// <summary>The operator's pin.</summary>
    public TilePin? Pin { get; init; }

    /// <summary>An operator stopped failback.</summary>
    public bool IsPaused { get; init; }

    /// <summary>An operator asked to go home, and it was not possible yet.</summary>
    public bool WantsHome { get; init; }

    /// <summary>When the tile was opened.</summary>
    public TimeSpan OpenedAt { get; init; }

    /// <summary>When the position last changed the picture, or lost it.</summary>
    public TimeSpan Since { get; init; }

    /// <summary>Why.</summary>
    public SwitchCause? Cause { get; init; }

    /// <summary>Failovers that count as flapping.</summary>
    public Strikes Strikes { get; init; }

    /// <summary>When the last event came.</summary>
    public TimeSpan LastEvent { get; init; }

    /// <summary>The other side than home.</summary>
    public Side Away => Home == Side.Primary ? Side.Secondary : Side.Primary;

    /// <summary>What a person is told.</summary>
    public TilePhase Phase => IsPaused ? TilePhase.Paused : Pin is not null ? TilePhase.Pinned : (TilePhase)Position;

    /// <summary>A tile that was just opened.</summary>
    public static TileState Open(TileSettings settings, TimeSpan now) => new() { Home = settings.Priority, OpenedAt = now, Since = now, LastEvent = now };

    /// <summary>The evidence about a side.</summary>
    public SideHealth Of(Side side) => side == Side.Primary ? Primary : Secondary;

    internal TileState With(Side side, SideHealth health) => side == Side.Primary ? this with { Primary = health } : this with { Secondary = health };
}
