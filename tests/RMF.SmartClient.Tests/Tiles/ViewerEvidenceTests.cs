using RMF.Engine.Ports;
using RMF.SmartClient.Model.Tiles;
using RMF.SmartClient.Tests.Fakes;

namespace RMF.SmartClient.Tests.Tiles;

[Trait("Proof", "plugin-model")]
public sealed class ViewerEvidenceTests : IDisposable
{
    private readonly FakePlatform platform = new();
    private readonly FakeViewer viewer;
    private readonly Heard heard = new();

    public ViewerEvidenceTests() => viewer = new FakeViewer(platform);

    public void Dispose() => platform.Dispose();

    [Fact]
    public void The_viewer_is_connected_on_the_user_interfaces_thread_and_what_it_shows_is_evidence()
    {
        Open();
        Assert.Equal(0, viewer.Connects);
        platform.Pump();
        Assert.Equal(1, viewer.Connects);
        viewer.Evidence.Connecting();
        viewer.Evidence.ConnectAnswered(granted: true, "");
        viewer.Evidence.Displayed();
        Assert.Equal(["Connecting", "Connected", "frame"], heard.All);
    }

    [Fact]
    public void A_refused_viewer_is_lost_and_connected_again_after_pauses_that_grow_to_a_bound()
    {
        Open();
        platform.Pump();
        var pauses = new List<TimeSpan>();
        for (var i = 0; i < 8; i++)
        {
            viewer.Evidence.ConnectAnswered(granted: false, "no licence");
            var (before, from) = (viewer.Connects, platform.Clock.GetUtcNow());
            for (var step = 0; step < 3_000 && viewer.Connects == before; step++)
            {
                platform.Run(TimeSpan.FromMilliseconds(20));
            }

            pauses.Add(platform.Clock.GetUtcNow() - from);
        }

        Assert.Equal([0.5, 1, 2, 4, 8, 10, 10, 10], pauses.Select(p => p.TotalSeconds));
        Assert.All(heard.All, h => Assert.Equal("Refused: no licence", h));
    }

    [Fact]
    public void A_frame_makes_the_next_pause_short_again()
    {
        Open();
        platform.Pump();
        for (var i = 0; i < 4; i++)
        {
            viewer.Evidence.Ended();
            platform.Run(TimeSpan.FromSeconds(11));
        }

        viewer.Evidence.Displayed();
        viewer.Evidence.Failed("reset");
        var before = viewer.Connects;
        platform.Run(ViewerEvidence.FirstPause);
        Assert.Equal(before + 1, viewer.Connects);
    }

    [Fact]
    public void Waking_ends_a_pause_and_does_nothing_else()
    {
        Open();
        platform.Pump();
        viewer.Evidence.Wake();
        platform.Pump();
        Assert.Equal(1, viewer.Connects);
        viewer.Evidence.Ended();
        viewer.Evidence.Wake();
        viewer.Evidence.Wake();
        platform.Pump();
        Assert.Equal(2, viewer.Connects);
        platform.Run(TimeSpan.FromSeconds(1));
        Assert.Equal(2, viewer.Connects);
    }

    [Fact]
    public void A_viewer_that_is_not_answered_is_given_up_and_asked_again()
    {
        Open();
        platform.Run(ViewerEvidence.ConnectPatience + ViewerEvidence.FirstPause);
        Assert.Equal("Unreachable: the viewer got no answer in 15 s", Assert.Single(heard.All));
        Assert.Equal(2, viewer.Connects);
    }

    [Fact]
    public void A_connection_without_pictures_is_made_anew_and_one_with_pictures_is_not()
    {
        Open();
        platform.Pump();
        viewer.Evidence.ConnectAnswered(granted: true, "");
        platform.Run(TimeSpan.FromMinutes(2), viewer.Frame);
        Assert.Equal(1, viewer.Connects);
        viewer.Plays = false;
        heard.All.Clear();
        platform.Run(ViewerEvidence.SilencePatience + ViewerEvidence.FirstPause + TimeSpan.FromMilliseconds(20));
        Assert.Equal("ConnectionLost: no picture came for 30 s", Assert.Single(heard.All));
        Assert.Equal(2, viewer.Connects);
    }

    [Fact]
    public void The_camera_is_told_lost_once_and_found_once_and_the_connection_stays()
    {
        Open();
        platform.Pump();
        viewer.Evidence.ConnectAnswered(granted: true, "");
        heard.All.Clear();
        foreach (var lost in new[] { false, true, true, false, false })
        {
            viewer.Evidence.StatusChanged(lost, stopped: false);
        }

        Assert.Equal(["CameraLost: the recording server has lost the camera", "CameraDelivers"], heard.All);
        platform.Run(TimeSpan.FromSeconds(5));
        Assert.Equal(1, viewer.Connects);
    }

    [Fact]
    public void Stopped_video_is_an_end_and_is_told_once()
    {
        Open();
        platform.Pump();
        viewer.Evidence.Displayed();
        heard.All.Clear();
        viewer.Evidence.StatusChanged(cameraLost: false, stopped: true);
        viewer.Evidence.StatusChanged(cameraLost: false, stopped: true);
        Assert.Equal("StreamEnded: the server stopped live video", Assert.Single(heard.All));
        platform.Run(ViewerEvidence.FirstPause);
        Assert.Equal(2, viewer.Connects);
    }

    [Fact]
    public async Task After_it_was_closed_nothing_is_heard_and_nothing_is_connected()
    {
        Open();
        platform.Pump();
        viewer.Evidence.Failed("reset");
        await viewer.Evidence.DisposeAsync();
        platform.Pump();
        heard.All.Clear();
        viewer.Evidence.Displayed();
        viewer.Evidence.Ended();
        viewer.Evidence.StatusChanged(cameraLost: true, stopped: true);
        viewer.Evidence.Wake();
        platform.Run(TimeSpan.FromMinutes(1));
        Assert.Equal((1, 1, 0), (viewer.Connects, viewer.Disconnects, heard.All.Count));
    }

    [Fact]
    public async Task What_is_opened_again_at_once_is_not_disconnected()
    {
        Open();
        platform.Pump();
        await viewer.Evidence.DisposeAsync();
        Open();
        platform.Pump();
        Assert.Equal((2, 0), (viewer.Connects, viewer.Disconnects));
    }

    [Fact]
    public async Task Reports_from_several_threads_reach_the_observer_one_at_a_time()
    {
        Open();
        platform.Pump();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(t => Task.Run(() =>
        {
            for (var i = 0; i < 2_000; i++)
            {
                viewer.Evidence.Displayed();
                viewer.Evidence.StatusChanged(cameraLost: (i + t) % 2 == 0, stopped: false);
            }
        })));
        Assert.False(heard.Overlapped);
        Assert.Equal(8_000, heard.All.Count(h => h == "frame"));
    }

    private void Open() => viewer.Evidence.Open(new FrameRequest(Publications.Camera(1), ""), heard);

    private sealed class Heard : IFrameObserver
    {
        private int inside;

        public List<string> All { get; } = [];

        public bool Overlapped { get; private set; }

        public void OnFrame(in LiveFrame frame) => Note("frame");

        public void OnLoss(StreamLoss loss) => Note($"{loss.Kind}: {loss.Reason}");

        public void OnStatus(StreamStatus status) => Note(status.Kind.ToString());

        private void Note(string what)
        {
            Overlapped |= Interlocked.Increment(ref inside) != 1;
            All.Add(what);
            Interlocked.Decrement(ref inside);
        }
    }
}
