using RMF.Engine.Ports;
using RMF.SmartClient.Model.Tiles;
using RMF.SmartClient.Tests.Fakes;

namespace RMF.SmartClient.Tests.Tiles;

[Trait("Proof", "plugin-model")]
public sealed class ViewerEvidenceTests : IDisposable
{
    private readonly FakePlatform platform = new();
    private readonly FakeViewer viewer = new();
    private readonly HeardStream heard = new();
    private readonly ViewerEvidence evidence;
    private IFrameStream? stream;

    public ViewerEvidenceTests() => evidence = new ViewerEvidence(platform, viewer);

    public void Dispose() => platform.Dispose();

    [Fact]
    public void A_viewer_is_connected_on_the_user_interfaces_thread_and_its_frames_are_told()
    {
        stream = evidence.Open(new FrameRequest("camera", "recorder"), heard);
        Assert.Empty(viewer.Calls);
        platform.Pump();
        Assert.Equal(["connect"], viewer.Calls);
        Assert.Equal("camera", stream.Request.CameraId);
        evidence.Connecting();
        evidence.ConnectAnswered(granted: true, "");
        evidence.Displayed();
        Assert.Equal([StreamStatusKind.Connecting, StreamStatusKind.Connected], heard.Statuses);
        Assert.Equal((1, 0), (heard.Frames, heard.Losses.Count));
    }

    [Fact]
    public void A_viewer_that_is_refused_tries_again_in_pauses_that_grow_to_a_bound()
    {
        Open();
        var pauses = new List<double>();
        for (var attempt = 1; attempt < 9; attempt++)
        {
            evidence.ConnectAnswered(granted: false, "no permission");
            var pause = TimeSpan.Zero;
            while (viewer.Connects == attempt)
            {
                platform.Advance(TimeSpan.FromMilliseconds(100));
                pause += TimeSpan.FromMilliseconds(100);
            }

            pauses.Add(pause.TotalSeconds);
        }

        Assert.Equal([0.5, 1, 2, 4, 8, 10, 10, 10], pauses);
        Assert.All(heard.Losses, l => Assert.Equal((StreamLossKind.Refused, "no permission"), (l.Kind, l.Reason)));
    }

    [Fact]
    public void A_frame_makes_pauses_short_again()
    {
        Open();
        for (var i = 0; i < 5; i++)
        {
            evidence.Failed("gone");
            platform.Advance(ViewerEvidence.LongestPause);
        }

        evidence.ConnectAnswered(granted: true, "");
        evidence.Displayed();
        var connects = viewer.Connects;
        evidence.Failed("gone again");
        platform.Advance(ViewerEvidence.FirstPause);
        Assert.Equal(connects + 1, viewer.Connects);
    }

    [Fact]
    public void Losses_that_come_together_are_one_reason_to_try_again()
    {
        Open();
        evidence.Failed("one");
        evidence.Ended();
        evidence.ConnectAnswered(granted: false, "");
        Assert.Equal([StreamLossKind.ConnectionLost, StreamLossKind.StreamEnded, StreamLossKind.Refused], heard.Losses.Select(l => l.Kind));
        platform.Advance(ViewerEvidence.FirstPause);
        Assert.Equal(2, viewer.Connects);
        evidence.Failed("two");
        platform.Advance(ViewerEvidence.FirstPause);
        Assert.Equal(2, viewer.Connects);
        platform.Advance(ViewerEvidence.FirstPause);
        Assert.Equal(3, viewer.Connects);
    }

    [Fact]
    public void Live_video_that_the_server_stopped_is_told_once_and_begun_anew()
    {
        Open();
        evidence.ConnectAnswered(granted: true, "");
        evidence.StatusChanged(cameraLost: false, stopped: true);
        evidence.StatusChanged(cameraLost: false, stopped: true);
        Assert.Equal([StreamLossKind.StreamEnded], heard.Losses.Select(l => l.Kind));
        platform.Advance(ViewerEvidence.FirstPause);
        Assert.Equal(2, viewer.Connects);
    }

    [Fact]
    public void A_lost_camera_is_told_and_the_connection_stays()
    {
        Connected();
        evidence.StatusChanged(cameraLost: true, stopped: false);
        evidence.StatusChanged(cameraLost: true, stopped: false);
        platform.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(StreamLossKind.CameraLost, Assert.Single(heard.Losses).Kind);
        Assert.Equal(1, viewer.Connects);
        evidence.StatusChanged(cameraLost: false, stopped: false);
        Assert.Equal(StreamStatusKind.CameraDelivers, heard.Statuses[^1]);
    }

    [Fact]
    public void A_connection_that_stays_silent_for_a_lost_camera_is_made_anew_and_the_reason_stays()
    {
        Connected();
        evidence.StatusChanged(cameraLost: true, stopped: false);
        platform.Advance(ViewerEvidence.SilencePatience);
        Assert.Equal(2, viewer.Connects);
        Assert.Equal("the recording server has lost the camera", heard.Losses[^1].Reason);
    }

    [Fact]
    public void A_connection_without_a_picture_is_made_anew_and_one_with_pictures_is_not()
    {
        Connected();
        for (var i = 0; i < 40; i++)
        {
            platform.Advance(TimeSpan.FromSeconds(2));
            evidence.Displayed();
        }

        Assert.Equal(1, viewer.Connects);
        platform.Advance(ViewerEvidence.SilencePatience - TimeSpan.FromSeconds(1));
        Assert.Empty(heard.Losses);
        platform.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("no picture came for 30 s", Assert.Single(heard.Losses).Reason);
        platform.Advance(ViewerEvidence.FirstPause);
        Assert.Equal(2, viewer.Connects);
    }

    [Fact]
    public void An_attempt_without_an_answer_ends_and_is_made_again()
    {
        Open();
        platform.Advance(ViewerEvidence.ConnectPatience);
        Assert.Equal(StreamLossKind.Unreachable, Assert.Single(heard.Losses).Kind);
        platform.Advance(ViewerEvidence.FirstPause);
        Assert.Equal(2, viewer.Connects);
    }

    [Fact]
    public void A_pause_ends_when_somebody_knows_that_the_server_is_back()
    {
        Open();
        evidence.Failed("gone");
        evidence.Wake();
        platform.Pump();
        Assert.Equal(2, viewer.Connects);

        // It is being connected: there is no pause to end.
        evidence.Wake();
        platform.Pump();
        Assert.Equal(2, viewer.Connects);
    }

    [Fact]
    public void A_frame_of_a_connection_that_was_given_up_is_a_picture_and_the_next_attempt_comes_all_the_same()
    {
        Connected();
        evidence.Failed("gone");
        evidence.Displayed();
        Assert.Equal(1, heard.Frames);
        platform.Advance(ViewerEvidence.FirstPause);
        Assert.Equal(2, viewer.Connects);
    }

    [Fact]
    public async Task A_closed_stream_disconnects_its_viewer_and_tells_no_more()
    {
        Connected();
        evidence.Failed("gone");
        await stream!.DisposeAsync();
        await stream.DisposeAsync();
        platform.Pump();
        Assert.Equal(["connect", "disconnect"], viewer.Calls);
        evidence.Displayed();
        evidence.Failed("late");
        evidence.StatusChanged(cameraLost: true, stopped: true);
        platform.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal((0, 1, 2), (heard.Frames, heard.Losses.Count, viewer.Calls.Count));
    }

    [Fact]
    public async Task A_stream_that_is_closed_and_opened_again_at_once_is_connected_and_not_disconnected()
    {
        Connected();
        await stream!.DisposeAsync();
        var next = new HeardStream();
        evidence.Open(new FrameRequest("camera", "recorder"), next);
        platform.Pump();
        Assert.DoesNotContain("disconnect", viewer.Calls);
        evidence.Displayed();
        Assert.Equal((0, 1), (heard.Frames, next.Frames));
    }

    private void Open()
    {
        stream = evidence.Open(new FrameRequest("camera", "recorder"), heard);
        platform.Pump();
    }

    private void Connected()
    {
        Open();
        evidence.ConnectAnswered(granted: true, "");
    }
}
