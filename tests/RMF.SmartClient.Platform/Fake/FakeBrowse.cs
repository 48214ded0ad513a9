#nullable enable
using VideoOS.Platform.Client;

namespace VideoOS.Platform.Fake;

/// <summary>One viewer's recorded pictures: fetches what the controller's time asks for, one picture at a time, the newest wish first.</summary>
internal sealed class FakeBrowse : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly FakeViewer viewer;
    private readonly Item camera;
    private readonly PlaybackController controller;
    private readonly CancellationTokenSource end = new();
    private readonly SemaphoreSlim asked = new(0, 1);
    private DateTime wish;

    public FakeBrowse(FakeViewer viewer, Item camera, PlaybackController controller)
    {
        this.viewer = viewer;
        this.camera = camera;
        this.controller = controller;
        wish = controller.PlaybackTime;
        controller.Clock.Follow(viewer);
        Ask();
        Reading = Task.Run(ReadAsync);
    }

    public FakeFrame? Shown { get; private set; }

    public PlaybackController Controller => controller;

    public Task Reading { get; }

    public void Seek(DateTime time)
    {
        wish = time;
        Ask();
    }

    public void Dispose()
    {
        controller.Clock.Leave(viewer);
        end.Cancel();
    }

    private void Ask()
    {
        if (asked.CurrentCount == 0)
        {
            asked.Release();
        }
    }

    private async Task ReadAsync()
    {
        var answered = false;
        try
        {
            while (!end.IsCancellationRequested)
            {
                using var frames = await FakeSession.Client.OpenFramesAsync(camera).ConfigureAwait(false);
                if (!answered)
                {
                    answered = true;
                    viewer.Answered(frames is not null);
                }

                if (frames is not null)
                {
                    await FollowAsync(frames).ConfigureAwait(false);
                }

                await Task.Delay(Pause, end.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // The viewer shows something else.
        }
    }

    private async Task FollowAsync(IFakeFrames frames)
    {
        while (true)
        {
            await asked.WaitAsync(end.Token).ConfigureAwait(false);
            if (await frames.GoToAsync(wish).ConfigureAwait(false) is not { } frame)
            {
                return;
            }

            if (frame.Time != Shown?.Time)
            {
                Shown = frame;
                await FakeSession.Client.Dispatcher.InvokeAsync(() =>
                {
                    if (!end.IsCancellationRequested)
                    {
                        viewer.Show(frame);
                    }
                });
            }
        }
    }
}
