namespace RMF.Engine.Live;

/// <summary>Hears nothing.</summary>
public sealed class NoLiveObserver : ILiveObserver
{
    private NoLiveObserver()
    {
    }

    public static NoLiveObserver Instance { get; } = new();

    public void OnSwitch(TileSwitch moved)
    {
    }

    public void OnPicture(string tile, TimeSpan gap)
    {
    }
}
