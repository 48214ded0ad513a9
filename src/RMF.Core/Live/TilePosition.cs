namespace RMF.Core.Live;

/// <summary>Where a tile stands. Home is the side with priority, or the pinned one.</summary>
public enum TilePosition
{
    /// <summary>Nothing was shown yet.</summary>
    Starting,

    /// <summary>The home side is shown.</summary>
    Home,

    /// <summary>The other side is shown.</summary>
    Away,

    /// <summary>The other side is shown, and home sends frames again and is being validated.</summary>
    ReturningHome,

    /// <summary>No side has a picture. The last one stays, and the tile says so.</summary>
    BothLost,
}
