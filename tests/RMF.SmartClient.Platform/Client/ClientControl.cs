using System.Drawing;
using VideoOS.Platform.Fake;

namespace VideoOS.Platform.Client;

public class ClientControl
{
    public const string EmbeddedCameraFQIDProperty = "EmbeddedCameraFQID";

    internal ClientControl()
    {
    }

    public static ClientControl Instance { get; } = new();

    public virtual Theme Theme { get; } = new(Color.FromArgb(0x2b, 0x2d, 0x31), Color.White);

    public virtual void CallOnUiThread(Action actionToBeInvoked)
    {
        var dispatcher = FakeSession.Client.Dispatcher;
        if (dispatcher.CheckAccess())
        {
            actionToBeInvoked();
        }
        else
        {
            dispatcher.Invoke(actionToBeInvoked);
        }
    }

    public virtual FQID GeneratePlaybackController() => FakeSession.Playback.Add();

    public virtual PlaybackController GetPlaybackController(FQID playbackControllerFQID) => FakeSession.Playback.Of(playbackControllerFQID);

    public virtual FQID GetPlaybackController(WindowInformation windowInformation) => FakeSession.Playback.Of(windowInformation);

    public virtual void ReleasePlaybackController(FQID playbackControllerFQID) => FakeSession.Playback.Remove(playbackControllerFQID);

    public virtual void RegisterUIControlForAutoTheming(System.Windows.Controls.Control control)
    {
    }
}
