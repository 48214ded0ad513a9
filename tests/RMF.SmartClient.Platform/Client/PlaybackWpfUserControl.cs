using System.Windows.Controls;
using VideoOS.Platform.Fake;

namespace VideoOS.Platform.Client;

public class PlaybackWpfUserControl : UserControl
{
    private readonly FakePlaybackStrip strip;

    public PlaybackWpfUserControl()
    {
        strip = new();
        Content = strip;
    }

    internal IReadOnlyList<FQID> Cameras { get; private set; } = [];

    public void Init(FQID playbackControllerFQID) => strip.Use(ClientControl.Instance.GetPlaybackController(playbackControllerFQID));

    public void SetCameras(List<FQID> cameras) => Cameras = cameras;

    public void SetEnabled(bool enabled) => IsEnabled = enabled;

    public void Close() => strip.Use(null);
}
