namespace RMF.Core.Live;

/// <summary>What a person is told of a tile: its position, or the operator's act that governs it.</summary>
public enum TilePhase
{
    Starting,
    Home,
    Away,
    ReturningHome,
    BothLost,

    /// <summary>An operator chose the side.</summary>
    Pinned,

    /// <summary>An operator stopped failback. A dead picture is still left.</summary>
    Paused,
}
