using System.Windows.Controls;
using VideoOS.Platform.Fake;

namespace VideoOS.Platform.Client;

public class ImageViewerWpfControl : UserControl, IDisposable
{
    private readonly FakeViewer viewer;

    public ImageViewerWpfControl()
        : this(null)
    {
    }

    public ImageViewerWpfControl(WindowInformation windowInformation)
    {
        viewer = new(this, windowInformation);
        Content = viewer.Surface;
    }

    public event EventHandler<ImageDisplayedEventArgs> ImageDisplayed;

    public event EventHandler<RecordedImageReceivedEventArgs> RecordedImageReceived;

    public event EventHandler<LiveStreamInformationReceivedEventArgs> LiveStreamInformationReceived;

    public event EventHandler<ConnectResponseEventArgs> ConnectResponseReceived;

    public FQID CameraFQID { get; set; }

    public FQID PlaybackControllerFQID
    {
        get => viewer.PlaybackController;
        set => viewer.PlaybackController = value;
    }

    public Guid StreamId { get; set; }

    public bool Selected { get; set; }

    public bool Hidden { get; set; }

    public bool ShowImageViewer { get; set; } = true;

    public bool EnableVisibleHeader { get; set; } = true;

    public bool EnableVisibleCameraName { get; set; } = true;

    public bool EnableVisibleLiveIndicator { get; set; } = true;

    public bool EnableVisibleTimestamp { get; set; } = true;

    public bool MaintainImageAspectRatio { get; set; } = true;

    public bool EnableDigitalZoom { get; set; }

    public bool EnableMouseControlledPtz { get; set; }

    public bool EnableMousePtzEmbeddedHandler { get; set; }

    public bool AdaptiveStreaming { get; set; }

    internal FakeViewer Viewer => viewer;

    public void Initialize() => viewer.Initialize();

    public void Connect() => viewer.Connect();

    public void Disconnect() => viewer.Disconnect();

    public void StartLive() => viewer.StartLive();

    public void StartBrowse() => viewer.StartBrowse();

    public void Close() => viewer.Close();

    public void Dispose() => viewer.Close();

    internal void Displayed(DateTime time) => ImageDisplayed?.Invoke(this, new(time));

    internal void Recorded(DateTime time) => RecordedImageReceived?.Invoke(this, new(time));

    internal void Told(string information) => LiveStreamInformationReceived?.Invoke(this, new(information));

    internal void Answered(bool granted) => ConnectResponseReceived?.Invoke(this, new(granted));
}
