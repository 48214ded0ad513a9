namespace RMF.Engine.Live;

/// <summary>Hears of the tiles of a <see cref="LiveHost"/>, from any thread, a tile's calls in their order. It must return quickly and not throw.</summary>
public interface ILiveObserver
{
    /// <summary>A tile moved.</summary>
    void OnSwitch(TileSwitch moved);

    /// <summary>The first new picture after a switch came.</summary>
    /// <param name="tile">The tile's name.</param>
    /// <param name="gap">From the last picture of the side before to this one.</param>
    void OnPicture(string tile, TimeSpan gap);
}
