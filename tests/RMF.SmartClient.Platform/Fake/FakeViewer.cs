#nullable enable
using System.Windows;
using VideoOS.Platform.Client;
using VideoOS.Platform.Messaging;

namespace VideoOS.Platform.Fake;

/// <summary>
/// What an image viewer does: receives live frames whether it is seen or not, or follows a playback controller. Used on the user interface's
/// thread; frames come from elsewhere and only the newest waits to be shown.
/// </summary>
internal sealed class FakeViewer : IFakeLive
{
    private static readonly List<WeakReference<FakeViewer>> Every = [];
    private readonly ImageViewerWpfControl control;
    private readonly WindowInformation? window;
    private readonly FakeSurface surface = new();
    private object? modeReceiver;
    private IDisposable? live;
    private FakeBrowse? browse;
    private bool connected;
    private FQID? controllerId;
    private FakePicture? waiting;
    private int stream;

    public FakeViewer(ImageViewerWpfControl control, WindowInformation? window)
    {
        this.control = control;
        this.window = window;
        Every.RemoveAll(w => !w.TryGetTarget(out _));
        Every.Add(new(this));
    }

    /// <summary>All viewers that are connected now.</summary>
    public static IReadOnlyList<FakeViewer> Connected =>
        [.. Every.Select(w => w.TryGetTarget(out var one) ? one : null).Where(v => v is { connected: true }).Select(v => v!)];

    public UIElement Surface => surface;

    public ImageViewerWpfControl Control => control;

    /// <summary>The picture that is on the surface; null before the first.</summary>
    public byte[]? Shown { get; private set; }

    /// <summary>Pictures shown since the viewer was made.</summary>
    public long Displayed { get; private set; }

    /// <summary>Live pictures that arrived, shown or not.</summary>
    public long Arrived { get; private set; }

    /// <summary>The recorded picture that is shown; null in live mode.</summary>
    public FakeFrame? Recorded => browse?.Shown;

    public bool IsLive => live is not null;

    /// <summary>What is written over the picture; empty when nothing is.</summary>
    public string Words => surface.Text;

    public FQID? PlaybackController
    {
        get => controllerId;
        set
        {
            controllerId = value;
            if (browse is not null)
            {
                StartBrowse();
            }
        }
    }

    public void Initialize() => modeReceiver ??= FakeSession.Receivers.Add(ModeChanged, new MessageIdFilter(MessageId.System.ModeChangedIndication));

    public void Connect()
    {
        if (control.CameraFQID is null)
        {
            throw new MIPException("No camera is set.");
        }

        Stop();
        connected = true;
        Follow(window?.Mode ?? FakeSession.Client.Mode);
    }

    public void Disconnect()
    {
        connected = false;
        Stop();
        surface.Clear();
        Shown = null;
    }

    public void StartLive()
    {
        if (live is not null)
        {
            return;
        }

        Stop();
        if (connected && Configuration.Instance.GetItem(control.CameraFQID) is { } camera)
        {
            live = FakeSession.Client.OpenLive(camera, new FakeSink(this, ++stream));
        }
    }

    public void StartBrowse()
    {
        var controller = FakeSession.Playback.Of(controllerId);
        if (browse is not null && ReferenceEquals(browse.Controller, controller))
        {
            return;
        }

        Stop();
        if (connected && controller is not null && Configuration.Instance.GetItem(control.CameraFQID) is { } camera)
        {
            browse = new(this, camera, controller);
        }
    }

    public void Close()
    {
        Disconnect();
        if (modeReceiver is not null)
        {
            FakeSession.Receivers.Remove(modeReceiver);
            modeReceiver = null;
        }
    }

    public void Seek(DateTime time) => browse?.Seek(time);

    public void Answered(bool granted) => Post(() => control.Answered(granted));

    public void Frame(byte[] jpeg, DateTime time)
    {
        Arrived++;
        var picture = FakePicture.Decode(jpeg, time);
        if (picture is not null && Interlocked.Exchange(ref waiting, picture) is null)
        {
            var own = stream;
            Post(() => ShowWaiting(own));
        }
    }

    public void Lost(string reason) => Post(() => surface.Say("Connection to server lost"));

    public void CameraIs(bool there) => Post(() =>
    {
        surface.Say(there ? "" : "Connection to camera lost");
        control.Told(FakeLiveStatus.Write(there, FakeSession.Client.UtcNow));
    });

    public void Show(FakeFrame frame)
    {
        if (FakePicture.Decode(frame.Jpeg, frame.Time) is { } picture)
        {
            Put(picture);
            control.Recorded(frame.Time);
        }
    }

    private void ShowWaiting(int own)
    {
        var picture = Interlocked.Exchange(ref waiting, null);
        if (picture is null || own != stream || live is null)
        {
            return;
        }

        Put(picture);
        control.Displayed(picture.Time);
    }

    private void Put(FakePicture picture)
    {
        Shown = picture.Jpeg;
        Displayed++;
        surface.Show(picture.Bitmap, control.MaintainImageAspectRatio);
    }

    private object? ModeChanged(Message message, FQID destination, FQID sender)
    {
        if (connected && message.Data is Mode mode)
        {
            Post(() => Follow(mode));
        }

        return null;
    }

    private void Follow(Mode mode)
    {
        if (mode == Mode.ClientPlayback || controllerId is not null)
        {
            StartBrowse();
        }
        else if (mode == Mode.ClientLive)
        {
            StartLive();
        }
        else
        {
            Stop();
        }
    }

    private void Stop()
    {
        stream++;
        live?.Dispose();
        live = null;
        browse?.Dispose();
        browse = null;
        Interlocked.Exchange(ref waiting, null);
    }

    private static void Post(Action action) => _ = FakeSession.Client.Dispatcher.BeginInvoke(action);

    /// <summary>Lets only the current stream speak: what an old one still has on its way is dropped.</summary>
    private sealed class FakeSink(FakeViewer viewer, int own) : IFakeLive
    {
        public void Answered(bool granted) => Pass(() => viewer.Answered(granted));

        public void Frame(byte[] jpeg, DateTime time) => Pass(() => viewer.Frame(jpeg, time));

        public void Lost(string reason) => Pass(() => viewer.Lost(reason));

        public void CameraIs(bool there) => Pass(() => viewer.CameraIs(there));

        private void Pass(Action action)
        {
            if (viewer.stream == own)
            {
                action();
            }
        }
    }
}
