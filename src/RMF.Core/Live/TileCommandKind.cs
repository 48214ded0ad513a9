namespace RMF.Core.Live;

/// <summary>What the host of a tile has to do.</summary>
public enum TileCommandKind
{
    /// <summary>Show this side from now on. Its stream is open and has frames.</summary>
    Show,

    /// <summary>Leave the last picture and say that there is no other.</summary>
    KeepLast,
}
