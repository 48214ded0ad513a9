using System.Windows.Threading;
using RMF.SmartClient.Model.Hosting;
using RMF.SmartClient.Model.Pairs;
using RMF.SmartClient.Model.Tiles;
using VideoOS.Platform.Client;

namespace RMF.SmartClient.Mip;

/// <summary>
/// One side of a tile: a viewer, and beside it the live source that tells of the camera's state and keeps the last picture. Both report to the
/// <see cref="Evidence"/>; nothing is decided here. Belongs to the user interface's thread.
/// </summary>
internal sealed class ViewerSide : IViewer, IDisposable
{
    private readonly PairedEnd end;
    private readonly LiveStatusWatch watch;
    private bool isConnected;
    private bool isLive;
    private bool isBrowsing;
    private bool isInFront;

    public ViewerSide(IClientPlatform platform, PairedEnd end, WindowInformation window, Dispatcher dispatcher)
    {
        this.end = end;
        Control = new ImageViewerWpfControl(window)
        {
            EnableVisibleHeader = false,
            EnableVisibleCameraName = false,
            EnableVisibleLiveIndicator = false,
            EnableVisibleTimestamp = false,
            MaintainImageAspectRatio = true,
            EnableMousePtzEmbeddedHandler = true,
        };
        Evidence = new ViewerEvidence(platform, this);
        watch = new LiveStatusWatch(end.CameraId, Evidence, dispatcher);
        Control.ImageDisplayed += OnDisplayed;
        Control.ConnectResponseReceived += OnConnectResponse;
    }

    /// <summary>What is put into the tile.</summary>
    public ImageViewerWpfControl Control { get; }

    /// <summary>What the tile's decision hears.</summary>
    public ViewerEvidence Evidence { get; }

    /// <summary>The newest picture that the live source gave, a JPEG file; null before one.</summary>
    public byte[]? LastPicture => watch.LastPicture;

    /// <summary>Joystick and mouse act on this side. The live source runs for it alone: of the side behind, its frames tell enough.</summary>
    public bool IsInFront
    {
        set
        {
            isInFront = value;
            Control.EnableMouseControlledPtz = value;
            Control.IsHitTestVisible = value;
            WatchWhereShown();
        }
    }

    /// <summary>The operator has selected the tile, and this side is in front.</summary>
    public bool IsSelected
    {
        set => Control.Selected = value;
    }

    // What the evidence asks for is live video, and it asks later: recordings that are shown by then stay.
    void IViewer.Connect()
    {
        if (isBrowsing)
        {
            return;
        }

        Leave();
        if (!Prepare())
        {
            Evidence.ConnectAnswered(granted: false, "Smart Client shows no such camera: it was removed, or the operator has no right to see it");
            return;
        }

        Evidence.Connecting();
        isLive = true;
        Start(Control.StartLive);
        WatchWhereShown();
    }

    void IViewer.Disconnect()
    {
        if (!isBrowsing)
        {
            Leave();
        }
    }

    /// <summary>Shows recordings of a controller instead of live video, until <see cref="Leave"/>; null = the one of the window.</summary>
    public void Browse(VideoOS.Platform.FQID? controller)
    {
        Leave();
        isBrowsing = true;
        if (Prepare())
        {
            Control.PlaybackControllerFQID = controller;
            Start(Control.StartBrowse);
        }
    }

    /// <summary>Shows nothing any more; live video comes when the evidence asks for it.</summary>
    public void Leave()
    {
        isLive = isBrowsing = false;
        watch.Stop();
        if (isConnected)
        {
            isConnected = false;
            Control.Disconnect();
        }

        Control.PlaybackControllerFQID = null;
    }

    public void Dispose()
    {
        Control.ImageDisplayed -= OnDisplayed;
        Control.ConnectResponseReceived -= OnConnectResponse;
        Leave();
        watch.Dispose();
        Control.Close();
        Control.Dispose();
    }

    private void WatchWhereShown()
    {
        if (!isLive || !isInFront)
        {
            watch.Stop();
        }
        else if (!watch.IsRunning)
        {
            watch.Start();
        }
    }

    private bool Prepare()
    {
        if (MipIds.Camera(end.CameraId) is not { } camera)
        {
            return false;
        }

        Control.CameraFQID = camera.FQID;
        return true;
    }

    private void Start(Action start)
    {
        try
        {
            Control.Initialize();
            Control.Connect();
            isConnected = true;
            start();
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The kit throws exceptions of many kinds here; the evidence has the viewer try again.
            Evidence.Failed(exception.Message);
        }
    }

    private void OnDisplayed(object sender, EventArgs e) => Evidence.Displayed();

    private void OnConnectResponse(object sender, ConnectResponseEventArgs e) => Evidence.ConnectAnswered(e.ConnectionGranted, e.ConnectionGranted ? string.Empty : "the recording server refused the stream");
}
