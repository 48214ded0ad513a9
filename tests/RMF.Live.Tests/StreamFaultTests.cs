using RMF.Engine.Ports;
using RMF.Live.Tests.Fakes;
using RMF.Simulator;

namespace RMF.Live.Tests;

/// <summary>Each fault of a recorder or a camera shows as its own evidence.</summary>
[Trait("Proof", "live-sockets")]
public sealed class StreamFaultTests
{
    [Fact]
    public async Task A_killed_recorder_is_a_lost_connection_and_then_out_of_reach_until_it_is_back()
    {
        await using var lab = await Lab.StartAsync();
        var watcher = new Watcher();
        await using var stream = lab.Open(watcher);
        await watcher.MoreAsync();

        lab.Server.Faults.Add(Fault.OfStream(FaultKind.StreamKill, lab.Recorder.Name));
        await watcher.LossAsync(StreamLossKind.ConnectionLost);
        await watcher.LossAsync(StreamLossKind.Unreachable);
        Assert.Equal(StreamLossKind.ConnectionLost, watcher.Losses[0].Kind);

        lab.Server.Faults.Clear();
        stream.Wake();
        await watcher.MoreAsync();
    }

    [Fact]
    public async Task A_recorder_that_is_away_is_out_of_reach()
    {
        await using var lab = await Lab.StartAsync();
        lab.Server.Faults.Add(Fault.RecorderOffline(lab.Recorder.Name));
        var watcher = new Watcher();
        await using var stream = lab.Open(watcher);
        await watcher.LossAsync(StreamLossKind.Unreachable);
        Assert.Empty(watcher.Pictures);
    }

    [Fact]
    public async Task A_recorder_that_is_shut_down_ends_the_stream_and_is_then_out_of_reach()
    {
        await using var lab = await Lab.StartAsync();
        var watcher = new Watcher();
        await using var stream = lab.Open(watcher);
        await watcher.MoreAsync();

        lab.Server.Faults.Add(Fault.OfStream(FaultKind.StreamRefuse, lab.Recorder.Id.ToString()));
        await watcher.LossAsync(StreamLossKind.Unreachable);
        Assert.Equal(StreamLossKind.StreamEnded, watcher.Losses[0].Kind);
    }

    [Fact]
    public async Task A_silent_recorder_is_given_up_after_the_time_for_silence()
    {
        await using var lab = await Lab.StartAsync();
        var watcher = new Watcher();
        await using var stream = lab.Open(watcher);
        await watcher.MoreAsync();

        lab.Server.Faults.Add(Fault.OfStream(FaultKind.StreamStall, lab.Recorder.Name));
        await watcher.UntilAsync(w => w.Losses.Count >= 2, "two losses");
        Assert.All(watcher.Losses, l => Assert.Equal(StreamLossKind.ConnectionLost, l.Kind));
        Assert.All(watcher.Losses, l => Assert.Contains("silent for 3 s", l.Reason, StringComparison.Ordinal));

        lab.Server.Faults.Clear();
        await watcher.MoreAsync();
    }

    [Fact]
    public async Task A_fault_of_one_camera_leaves_the_others_alone()
    {
        await using var lab = await Lab.StartAsync();
        var cameras = lab.Cameras();
        var (hit, spared) = (new Watcher(), new Watcher());
        await using var first = lab.Open(hit, cameras[0]);
        await using var second = lab.Open(spared, cameras[1]);
        await hit.MoreAsync();
        await spared.MoreAsync();

        lab.Server.Faults.Add(Fault.OfStream(FaultKind.StreamRefuse, cameras[0].Id.ToString()));
        await hit.LossAsync(StreamLossKind.Refused);
        Assert.Equal(StreamLossKind.StreamEnded, hit.Losses[0].Kind);
        await spared.MoreAsync();
        Assert.Empty(spared.Losses);

        lab.Server.Faults.Clear();
        await hit.MoreAsync();
        lab.Server.Faults.Add(Fault.OfStream(FaultKind.StreamKill, cameras[0].Id.ToString()));
        await hit.LossAsync(StreamLossKind.ConnectionLost);
        await spared.MoreAsync();
        Assert.Empty(spared.Losses);
    }

    [Fact]
    public async Task A_token_that_is_not_taken_is_a_refusal_and_the_token_is_told_nowhere()
    {
        await using var lab = await Lab.StartAsync();
        lab.Server.Faults.Add(Fault.OfStream(FaultKind.StreamToken));
        var watcher = new Watcher();
        await using var stream = lab.Open(watcher);
        await watcher.UntilAsync(w => w.Losses.Count >= 3, "three refusals");

        Assert.All(watcher.Losses, l => Assert.Equal(StreamLossKind.Refused, l.Kind));
        Assert.All(watcher.Losses, l => Assert.DoesNotContain("TOKEN#", l.Reason, StringComparison.Ordinal));
        lab.Server.Faults.Clear();
        await watcher.MoreAsync();
    }

    [Fact]
    public async Task A_camera_that_the_recorder_lost_is_told_and_so_is_its_return()
    {
        await using var lab = await Lab.StartAsync();
        var camera = lab.Cameras()[0];
        var address = (string)lab.Server.Data.Get("hardware", camera.ParentId.ToString()!, "address")!;
        var watcher = new Watcher();
        await using var stream = lab.Open(watcher, camera);
        await watcher.MoreAsync();

        lab.Server.Faults.Add(Fault.CameraUnreachable(address));
        await watcher.LossAsync(StreamLossKind.CameraLost);
        lab.Server.Faults.Clear();
        await watcher.UntilAsync(w => w.Statuses.Contains(StreamStatusKind.CameraDelivers), "the camera's return");
        await watcher.MoreAsync();
    }

    [Fact]
    public async Task A_frame_of_noise_is_left_out_and_the_stream_goes_on()
    {
        await using var lab = await Lab.StartAsync();
        lab.Server.Faults.Add(new Fault { Kind = FaultKind.FrameCorrupt, Count = 4, Skip = 3 });
        var watcher = new Watcher();
        await using var stream = lab.Open(watcher);
        await watcher.UntilAsync(w => w.Statuses.Count(s => s == StreamStatusKind.FrameDropped) == 4, "four frames that are left out");
        await watcher.MoreAsync();
        Assert.Empty(watcher.Losses);
        Assert.Equal(0, watcher.Unreadable);
    }

    [Fact]
    public async Task Noise_between_frames_is_a_lost_connection()
    {
        await using var lab = await Lab.StartAsync();
        lab.Server.Faults.Add(new Fault { Kind = FaultKind.StreamGarbage, Count = 1, Skip = 5 });
        var watcher = new Watcher();
        await using var stream = lab.Open(watcher);
        await watcher.LossAsync(StreamLossKind.ConnectionLost);
        await watcher.MoreAsync();
    }

    [Fact]
    public async Task Lost_frames_are_missing_and_nothing_else()
    {
        await using var lab = await Lab.StartAsync();
        var fault = lab.Server.Faults.Add(Fault.FrameLoss(0.3));
        var watcher = new Watcher();
        await using var stream = lab.Open(watcher);
        await watcher.MoreAsync(30);
        Assert.True(fault.Struck > 0);
        Assert.Empty(watcher.Losses);
    }

    [Fact]
    public async Task Late_frames_come_in_order()
    {
        await using var lab = await Lab.StartAsync();
        lab.Server.Faults.Add(Fault.StreamJitter(TimeSpan.FromMilliseconds(100)));
        lab.Server.Faults.Add(new Fault { Kind = FaultKind.StreamSlow, Delay = TimeSpan.FromMilliseconds(300) });
        var watcher = new Watcher();
        await using var stream = lab.Open(watcher);
        await watcher.MoreAsync(40);

        var frames = watcher.Pictures.Select(p => p.Frame).ToList();
        Assert.Equal(frames.Distinct().Order(), frames);
        Assert.Empty(watcher.Losses);
    }

    [Fact]
    public async Task A_throttled_stream_leaves_frames_out()
    {
        await using var lab = await Lab.StartAsync();
        lab.Server.Faults.Add(new Fault { Kind = FaultKind.StreamThrottle, BytesPerSecond = 6000 });
        var watcher = new Watcher();
        await using var stream = lab.Open(watcher);
        await watcher.MoreAsync(8);

        var frames = watcher.Pictures.Select(p => p.Frame).ToList();
        Assert.True(frames[^1] - frames[0] >= 2 * (frames.Count - 1), $"frames {string.Join(", ", frames)}");
    }

    [Fact]
    public async Task A_camera_that_is_disabled_ends_the_stream_and_is_refused()
    {
        await using var lab = await Lab.StartAsync();
        var camera = lab.Cameras()[0];
        var watcher = new Watcher();
        await using var stream = lab.Open(watcher, camera);
        await watcher.MoreAsync();

        lab.Server.Data.Set("cameras", camera.Id.ToString(), "enabled", false);
        await watcher.LossAsync(StreamLossKind.Refused);
        Assert.Equal(StreamLossKind.StreamEnded, watcher.Losses[0].Kind);
    }
}
