using System.Windows.Threading;
using RMF.SmartClient.Model.Tiles;
using VideoOS.Platform.Data;
using VideoOS.Platform.Live;

namespace RMF.SmartClient.Mip;

/// <summary>
/// The live source beside a viewer: a viewer does not tell that the recording server has lost the camera, and keeps no picture that could be shown
/// when both sides are gone. Key frames alone, one a second, so that it costs little. Its pictures are no evidence: the viewer's are.
/// </summary>
internal sealed class LiveStatusWatch(string cameraId, ViewerEvidence evidence, Dispatcher dispatcher) : IDisposable
{
    private const int FramesPerSecond = 1;

    private JPEGLiveSource? source;
    private volatile byte[]? picture;

    public byte[]? LastPicture => picture;

    public bool IsRunning => source is not null;

    public void Start()
    {
        Stop();
        if (MipIds.Camera(cameraId) is not { } camera)
        {
            return;
        }

        var made = new JPEGLiveSource(camera) { LiveModeStart = true, KeyFramesOnly = true, FPS = FramesPerSecond };
        made.LiveContentEvent += OnContent;
        made.LiveStatusEvent += OnStatus;
        source = made;

        // Opening waits for the server, and the user interface does not.
        _ = Task.Run(() => Init(made));
    }

    public void Stop()
    {
        if (source is not { } old)
        {
            return;
        }

        source = null;
        old.LiveContentEvent -= OnContent;
        old.LiveStatusEvent -= OnStatus;
        _ = Task.Run(() => Close(old));
    }

    public void Dispose() => Stop();

    private void Init(JPEGLiveSource made)
    {
        try
        {
            made.Init();
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The viewer finds out by itself that there is no video; without the source only the state is not told.
            _ = dispatcher.BeginInvoke((Action)(() => Forget(made)));
        }
    }

    private static void Close(JPEGLiveSource old)
    {
        try
        {
            old.Close();
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // It is not used any more.
        }
    }

    private void Forget(JPEGLiveSource made)
    {
        if (ReferenceEquals(source, made))
        {
            Stop();
        }
    }

    private void OnContent(object sender, EventArgs e)
    {
        if (e is LiveContentEventArgs { LiveContent: { } content })
        {
            picture = content.Content;
            content.Dispose();
        }
    }

    private void OnStatus(object sender, EventArgs e)
    {
        if (e is LiveStatusEventArgs status)
        {
            evidence.StatusChanged(Has(status, StatusFlags.CameraConnectionLost), Has(status, StatusFlags.ClientLiveStopped));
        }
    }

    private static bool Has(LiveStatusEventArgs status, StatusFlags flag) => status.CurrentStatusFlags.HasFlag(flag);
}
