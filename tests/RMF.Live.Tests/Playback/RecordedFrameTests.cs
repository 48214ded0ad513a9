using RMF.Engine.Ports;
using RMF.Live.Tests.Fakes;
using RMF.Simulator;
using RMF.Testing;

namespace RMF.Live.Tests.Playback;

/// <summary>Recorded pictures over sockets: looked at, not only counted.</summary>
[Trait("Proof", "playback")]
public sealed class RecordedFrameTests
{
    [Theory]
    [InlineData(0, "PRIMARY", "HARBOUR")]
    [InlineData(1, "SECONDARY", "INLAND")]
    public async Task A_picture_shows_the_side_the_camera_and_the_time_that_were_asked_for(int site, string side, string name)
    {
        var time = new ManualTimeProvider();
        await using var lab = await Lab.StartAsync(site, time: time);
        await using var frames = await OpenAsync(lab);
        var wanted = time.GetUtcNow().AddHours(-5).AddMilliseconds(37);
        var frame = await GotoAsync(frames, wanted);

        Assert.True(SimulatedPicture.TryRead(frame.Jpeg.Span, out var picture));
        Assert.Equal(side, picture.Side);
        Assert.Equal(name, picture.Site);
        Assert.Equal(lab.Cameras()[0].Name, picture.Camera, ignoreCase: true);
        Assert.Equal(frame.Time, picture.Time);
        Assert.True(frame.Time <= wanted && frame.Next > wanted, $"{frame.Previous:O} {frame.Time:O} {frame.Next:O}");
    }

    [Fact]
    public async Task Walking_from_frame_to_frame_shows_each_once_and_none_inside_a_gap()
    {
        var time = new ManualTimeProvider();
        await using var lab = await Lab.StartAsync(time: time);
        var now = time.GetUtcNow();
        var (gapBegin, gapEnd) = (now.AddMinutes(-30), now.AddMinutes(-20));
        lab.Server.Recordings.Remove(lab.Cameras()[0].Id.ToString(), gapBegin, gapEnd);
        lab.Server.Data.Set("cameras", lab.Cameras()[0].Id.ToString(), "recordingFramerate", 12);
        await using var frames = await OpenAsync(lab);

        var frame = await GotoAsync(frames, gapBegin.AddSeconds(-2));
        var numbers = new List<long>();
        var times = new List<DateTimeOffset>();
        while (frame.Time < gapEnd.AddSeconds(2))
        {
            Assert.True(SimulatedPicture.TryRead(frame.Jpeg.Span, out var picture));
            numbers.Add(picture.Frame);
            times.Add(picture.Time);
            var next = await GotoAsync(frames, frame.Next!.Value);
            Assert.Equal(frame.Time, next.Previous);
            frame = next;
        }

        Assert.Equal(numbers.Distinct().Count(), numbers.Count);
        Assert.InRange(numbers.Count, 47, 50);
        Assert.DoesNotContain(times, t => t >= gapBegin && t < gapEnd);
        Assert.Contains(times, t => t >= gapEnd);
    }

    [Fact]
    public async Task In_a_gap_the_last_picture_before_it_is_shown_and_before_all_recordings_the_first()
    {
        var time = new ManualTimeProvider();
        await using var lab = await Lab.StartAsync(time: time);
        var now = time.GetUtcNow();
        var id = lab.Cameras()[0].Id.ToString();
        lab.Server.Recordings.Remove(id, now.AddYears(-1), now.AddHours(-2));
        lab.Server.Recordings.Remove(id, now.AddMinutes(-30), now.AddMinutes(-20));
        await using var frames = await OpenAsync(lab);

        var before = await GotoAsync(frames, now.AddMinutes(-25));
        Assert.True(before.Time < now.AddMinutes(-30) && before.Next >= now.AddMinutes(-20));
        var first = await GotoAsync(frames, now.AddHours(-10));
        Assert.True(first.Time >= now.AddHours(-2) && first.Previous is null);
        var last = await GotoAsync(frames, now.AddHours(10));
        Assert.True(last.Time < now && last.Next is null);
    }

    [Fact]
    public async Task Where_nothing_is_recorded_there_is_no_picture_and_no_error()
    {
        var time = new ManualTimeProvider();
        await using var lab = await Lab.StartAsync(time: time);
        lab.Server.Recordings.Remove(lab.Cameras()[0].Id.ToString(), time.GetUtcNow().AddYears(-1), time.GetUtcNow().AddYears(1));
        await using var frames = await OpenAsync(lab);
        var outcome = await frames.GotoAsync(time.GetUtcNow().AddHours(-1), default);
        Assert.Null(outcome.Error);
        Assert.Null(outcome.Value);
    }

    [Fact]
    public async Task The_token_is_prolonged_between_two_pictures_before_it_ends()
    {
        var time = new ManualTimeProvider();
        await using var lab = await Lab.StartAsync(options: o => o with { ConnectionTokenLifetime = TimeSpan.FromMinutes(30) }, time: time);
        await using var frames = await OpenAsync(lab);
        var wanted = time.GetUtcNow().AddHours(-1);
        for (var i = 0; i < 4; i++)
        {
            // Within the last minute of the token, and then beyond the end of the one before.
            time.Advance(TimeSpan.FromMinutes(29.5));
            Assert.NotNull(await GotoAsync(frames, wanted));
        }

        Assert.Equal(5, lab.Server.Requests.Count("POST /ManagementServer/ServerCommandServiceOAuth.svc#Login"));
    }

    [Fact]
    public async Task A_live_picture_comes_from_the_recorder_and_else_through_the_gateway()
    {
        await using var lab = await Lab.StartAsync(timing: Lab.Patient);
        var direct = await lab.Site.Recordings.ReadLivePictureAsync(lab.Recorded(), default);
        AssertPicture(lab, direct);
        Assert.Equal(0, lab.Server.Requests.Count("POST /cameras/{id}?task=JpegGetLive"));

        lab.Server.Faults.Add(Fault.On(FaultKind.ErrorStatus, path: "*#JPEGGetLive", count: null));
        AssertPicture(lab, await lab.Site.Recordings.ReadLivePictureAsync(lab.Recorded(), default));
        Assert.Equal(1, lab.Server.Requests.Count("POST /cameras/{id}?task=JpegGetLive"));

        lab.Server.Faults.Clear();
        lab.Server.Faults.Add(Fault.RecorderOffline(lab.Recorder.Name));
        var gone = await lab.Site.Recordings.ReadLivePictureAsync(lab.Recorded(), default);
        Assert.Equal(SiteErrorKind.Unreachable, gone.Error?.Kind);
    }

    private static void AssertPicture(Lab lab, Outcome<RecordedFrame> outcome)
    {
        Assert.Null(outcome.Error);
        Assert.True(SimulatedPicture.TryRead(outcome.Value!.Jpeg.Span, out var picture));
        Assert.Equal(lab.Cameras()[0].Name, picture.Camera, ignoreCase: true);
        Assert.Equal(picture.Time, outcome.Value.Time, TimeSpan.FromMilliseconds(1));
    }

    internal static async Task<IRecordedFrames> OpenAsync(Lab lab)
    {
        var outcome = await lab.Site.Recordings.OpenAsync(lab.Recorded(), default);
        Assert.True(outcome.TryGet(out var frames), outcome.Error?.ToString());
        return frames;
    }

    internal static async Task<RecordedFrame> GotoAsync(IRecordedFrames frames, DateTimeOffset time)
    {
        var outcome = await frames.GotoAsync(time, default);
        Assert.True(outcome.TryGet(out var frame), outcome.Error?.ToString() ?? "no frame");
        return frame;
    }
}
