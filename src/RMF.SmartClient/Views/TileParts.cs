using RMF.SmartClient.Mip;
using RMF.SmartClient.Model.Actions;
using RMF.SmartClient.Model.Playback;
using RMF.SmartClient.Model.Tiles;
using VideoOS.Platform;
using VideoOS.Platform.Client;

namespace RMF.SmartClient.Views;

/// <summary>All that belongs to one open tile: its models, its viewers, its windows, the controller that it follows. Belongs to the user interface's thread.</summary>
internal sealed class TileParts : IDisposable
{
    private readonly RmfPluginDefinition plugin;
    private MipPlayback? following;
    private FQID? ownController;

    public TileParts(RmfPluginDefinition plugin, string cameraId, string? otherCameraId, System.Windows.Controls.Panel viewers, WindowInformation window)
    {
        this.plugin = plugin;
        Window = window;
        Tile = plugin.Session.OpenTile(cameraId, otherCameraId);
        Playback = new PlaybackModel(Tile, plugin.Desk);
        Actions = new TileActions(Tile, Playback, plugin.Desk);
        Stage = new TileStage(Tile, viewers, window);
        Windows = new TileWindows(Actions, viewers);
    }

    public TileModel Tile { get; }

    public PlaybackModel Playback { get; }

    public TileActions Actions { get; }

    public TileStage Stage { get; }

    public TileWindows Windows { get; }

    /// <summary>The controller of the tile's own, while it plays independently.</summary>
    public FQID? OwnController => ownController;

    private WindowInformation Window { get; }

    public void EnterLive()
    {
        StopFollowing();
        Stage.EnterLive();
    }

    /// <summary>Recordings at the time of the window.</summary>
    public void EnterPlayback()
    {
        StopFollowing();
        Stage.EnterPlayback(controller: null);
        Follow(ClientControl.Instance.GetPlaybackController(Window));
    }

    /// <summary>Recordings at a time of the tile's own.</summary>
    public void EnterOwnPlayback()
    {
        StopFollowing();
        ownController = ClientControl.Instance.GeneratePlaybackController();
        Stage.EnterPlayback(ownController);
        Follow(ownController);
    }

    public void Leave()
    {
        StopFollowing();
        Stage.Leave();
    }

    public void Dispose()
    {
        Windows.Dispose();
        StopFollowing();
        Actions.Dispose();
        Playback.Dispose();
        Stage.Dispose();
        plugin.Session.CloseTile(Tile);
    }

    private void Follow(FQID controller)
    {
        if (ClientControl.Instance.GetPlaybackController(controller) is { } found)
        {
            following = new MipPlayback(found);
            Playback.Open(following);
        }
    }

    private void StopFollowing()
    {
        Playback.Close();
        following?.Dispose();
        following = null;
        if (ownController is { } own)
        {
            ownController = null;
            ClientControl.Instance.ReleasePlaybackController(own);
        }
    }
}
