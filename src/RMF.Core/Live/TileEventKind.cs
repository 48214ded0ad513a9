namespace RMF.Core.Live;

/// <summary>What can happen to a tile.</summary>
public enum TileEventKind
{
    /// <summary>Time went by. The host sends one at least every quarter of the reaction time.</summary>
    Tick,

    /// <summary>A frame of a side came and can be shown.</summary>
    Frame,

    /// <summary>A side's connection stands. Not a picture yet.</summary>
    Opened,

    /// <summary>A side's stream ended.</summary>
    Cut,

    /// <summary>Many tiles of the side's recording server lost it together.</summary>
    PeersLost,

    /// <summary>An operator asked for a side.</summary>
    Pin,

    /// <summary>An operator took that back.</summary>
    Unpin,

    /// <summary>An operator stopped all movement that is not needed.</summary>
    Suspend,

    /// <summary>An operator let it go on.</summary>
    Resume,

    /// <summary>An operator asked to go home.</summary>
    Failback,
}
