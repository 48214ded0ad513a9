using RMF.Engine.Live;

namespace RMF.SmartClient.Model.Tiles;

/// <summary>Brings what the host decides of one tile to the user interface's thread.</summary>
internal sealed class TileScreen(TileModel tile) : ILiveObserver
{
    public void OnSwitch(TileSwitch moved) => tile.Session.Platform.Post(() => tile.OnMove(this, moved));

    public void OnPicture(string name, TimeSpan gap)
    {
    }
}
