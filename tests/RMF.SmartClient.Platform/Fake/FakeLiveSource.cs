#nullable enable
using System.Diagnostics;
using VideoOS.Platform.Live;

namespace VideoOS.Platform.Fake;

/// <summary>
/// What a JPEGLiveSource does. The simulated cameras send nothing but key frames, so "key frames only" is one a second here, as with a
/// usual group of pictures. Events come on threads of the pool.
/// </summary>
internal sealed class FakeLiveSource(JPEGLiveSource owner, Item camera) : IFakeLive
{
    private static readonly TimeSpan KeyFrameInterval = TimeSpan.FromSeconds(1);
    private readonly Stopwatch sinceFrame = new();
    private IDisposable? live;
    private bool ready;
    private StatusFlags flags;

    public bool Started { get; private set; }

    public void Init()
    {
        ready = true;
        Apply();
    }

    public void Start(bool start)
    {
        Started = start;
        Apply();
    }

    public void Close()
    {
        ready = false;
        Apply();
    }

    public void Answered(bool granted)
    {
        if (!granted)
        {
            owner.Content(null!, new CommunicationMIPException("The recording server does not give this camera."));
        }
    }

    public void Frame(byte[] jpeg, DateTime time)
    {
        Become((flags | StatusFlags.LiveFeed) & ~StatusFlags.CameraConnectionLost);
        var pause = owner.KeyFramesOnly ? KeyFrameInterval : owner.FPS > 0 ? TimeSpan.FromSeconds(1 / owner.FPS) : TimeSpan.Zero;
        if (sinceFrame.IsRunning && sinceFrame.Elapsed < pause)
        {
            return;
        }

        sinceFrame.Restart();
        var (width, height) = FakeJpegSize.Of(jpeg);
        owner.Content(new LiveSourceContent(jpeg, width, height, time), null!);
    }

    public void Lost(string reason)
    {
        Become(flags & ~StatusFlags.LiveFeed);
        owner.Content(null!, new CommunicationMIPException(reason));
    }

    public void CameraIs(bool there) =>
        Become(there ? (flags | StatusFlags.LiveFeed) & ~StatusFlags.CameraConnectionLost : (flags & ~StatusFlags.LiveFeed) | StatusFlags.CameraConnectionLost);

    private void Apply()
    {
        if (ready && Started)
        {
            live ??= FakeSession.Client.OpenLive(camera, this);
        }
        else
        {
            live?.Dispose();
            live = null;
        }
    }

    private void Become(StatusFlags now)
    {
        var changed = flags ^ now;
        flags = now;
        if (changed != default)
        {
            owner.Status(now, changed);
        }
    }
}
