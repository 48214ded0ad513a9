using RMF.Core.Playback;
using RMF.Engine.Ports;
using RMF.Live.Tests.Fakes;
using RMF.Simulator;
using RMF.Testing;

namespace RMF.Live.Tests.Playback;

/// <summary>Each fault of a recorder shows as an error of its own kind: what cannot be read is never taken for empty.</summary>
[Trait("Proof", "playback")]
public sealed class PlaybackFaultTests
{
    [Theory]
    [InlineData(FaultKind.StreamKill, SiteErrorKind.Unreachable)]
    [InlineData(FaultKind.StreamRefuse, SiteErrorKind.Unreachable)]
    [InlineData(FaultKind.RecorderOffline, SiteErrorKind.Unreachable)]
    [InlineData(FaultKind.StreamToken, SiteErrorKind.Unauthorized)]
    public async Task A_fault_of_the_whole_recorder_ends_the_reading_of_sequences(FaultKind fault, SiteErrorKind expected)
    {
        await using var lab = await Lab.StartAsync(timing: Lab.Patient);
        lab.Server.Faults.Add(new Fault { Kind = fault, Target = lab.Recorder.Name });
        Assert.Equal(expected, (await ReadAsync(lab)).Error?.Kind);

        lab.Server.Faults.Clear();
        Assert.NotEmpty((await ReadAsync(lab)).Value!);
    }

    [Fact]
    public async Task A_silent_recorder_ends_the_reading_of_sequences_after_the_time_for_an_answer()
    {
        await using var lab = await Lab.StartAsync(timing: Lab.Patient with { CommandTimeout = TimeSpan.FromMilliseconds(200) });
        lab.Server.Faults.Add(Fault.OfStream(FaultKind.StreamStall, lab.Recorder.Name));
        Assert.Equal(SiteErrorKind.Timeout, (await ReadAsync(lab)).Error?.Kind);
    }

    [Theory]
    [InlineData(FaultKind.ErrorStatus)]
    [InlineData(FaultKind.ResetBeforeEffect)]
    [InlineData(FaultKind.ResetAfterEffect)]
    [InlineData(FaultKind.HalfAnswer)]
    public async Task A_reading_that_fails_in_passing_is_done_again(FaultKind fault)
    {
        await using var lab = await Lab.StartAsync(timing: Lab.Patient);
        var active = lab.Server.Faults.Add(new Fault { Kind = fault, Path = "*#SequencesGet", Count = 2, Target = lab.Recorder.Name });
        Assert.NotEmpty((await ReadAsync(lab)).Value!);
        Assert.Equal(2, active.Struck);
    }

    [Theory]
    [InlineData(FaultKind.HtmlPage)]
    [InlineData(FaultKind.EmptyList)]
    public async Task An_answer_of_another_form_is_an_error(FaultKind fault)
    {
        await using var lab = await Lab.StartAsync(timing: Lab.Patient);
        lab.Server.Faults.Add(Fault.On(fault, path: "*#SequencesGet", count: null));
        Assert.Equal(SiteErrorKind.UnexpectedAnswer, (await ReadAsync(lab)).Error?.Kind);
    }

    [Fact]
    public async Task A_fault_for_one_recorder_leaves_the_other_alone()
    {
        await using var lab = await Lab.StartAsync(timing: Lab.Patient);
        lab.Server.Faults.Add(Fault.On(FaultKind.HtmlPage, path: "*#SequencesGet", count: null) with { Target = lab.Server.Recorders[1].Name });
        Assert.NotEmpty((await ReadAsync(lab)).Value!);
    }

    [Fact]
    public async Task A_token_that_the_recorder_takes_no_more_is_renewed_once()
    {
        await using var lab = await Lab.StartAsync(timing: Lab.Patient);
        Assert.NotEmpty((await ReadAsync(lab)).Value!);
        lab.Server.Faults.Add(Fault.On(FaultKind.ExpireTokens, path: "*#SequencesGet", count: 1));
        Assert.NotEmpty((await ReadAsync(lab)).Value!);
        Assert.Equal(2, lab.Server.Requests.Count("POST /ManagementServer/ServerCommandServiceOAuth.svc#Login"));

        lab.Server.Faults.Add(Fault.On(FaultKind.ExpireTokens, path: "*#JPEGGetLive", count: 1));
        Assert.Null((await lab.Site.Recordings.ReadLivePictureAsync(lab.Recorded(), default)).Error);
        await using var frames = await RecordedFrameTests.OpenAsync(lab);
        Assert.NotNull(await RecordedFrameTests.GotoAsync(frames, TimeProvider.System.GetUtcNow().AddHours(-1)));
    }

    [Fact]
    public async Task The_task_of_newer_servers_tells_its_errors_too()
    {
        await using var lab = await Lab.StartAsync(timing: Lab.Patient, options: o => o with { Personality = Personality.Next });
        lab.Server.Faults.Add(Fault.RecorderOffline(lab.Recorder.Name));
        Assert.Equal(SiteErrorKind.ServerError, (await ReadAsync(lab)).Error?.Kind);
        lab.Server.Faults.Clear();
        Assert.NotEmpty((await ReadAsync(lab)).Value!);
    }

    [Theory]
    [InlineData(FaultKind.StreamKill, SiteErrorKind.ConnectionLost)]
    [InlineData(FaultKind.StreamRefuse, SiteErrorKind.ConnectionLost)]
    [InlineData(FaultKind.RecorderOffline, SiteErrorKind.ConnectionLost)]
    [InlineData(FaultKind.StreamGarbage, SiteErrorKind.UnexpectedAnswer)]
    public async Task A_connection_that_goes_wrong_in_the_middle_is_an_error_and_another_one_works_afterwards(FaultKind fault, SiteErrorKind expected)
    {
        await using var lab = await Lab.StartAsync(timing: Lab.Patient);
        var wanted = TimeProvider.System.GetUtcNow().AddHours(-1);
        await using var frames = await RecordedFrameTests.OpenAsync(lab);
        Assert.NotNull(await RecordedFrameTests.GotoAsync(frames, wanted));

        lab.Server.Faults.Add(new Fault { Kind = fault, Target = lab.Recorder.Name });
        var broken = await frames.GotoAsync(wanted, default);
        Assert.Equal(expected, broken.Error?.Kind);
        Assert.Equal(broken.Error, (await frames.GotoAsync(wanted, default)).Error);

        lab.Server.Faults.Clear();
        await using var again = await RecordedFrameTests.OpenAsync(lab);
        Assert.NotNull(await RecordedFrameTests.GotoAsync(again, wanted));
    }

    [Fact]
    public async Task A_recorder_that_falls_silent_is_given_up_after_the_time_for_a_picture()
    {
        var time = new ManualTimeProvider();
        await using var lab = await Lab.StartAsync(time: time, timing: Lab.Patient);
        await using var frames = await RecordedFrameTests.OpenAsync(lab);
        lab.Server.Faults.Add(Fault.OfStream(FaultKind.StreamStall, lab.Recorder.Name));
        var picture = frames.GotoAsync(time.GetUtcNow().AddHours(-1), default);
        Assert.False(picture.IsCompleted);
        time.Advance(Lab.Patient.PictureTimeout);
        Assert.Equal(SiteErrorKind.Timeout, (await picture).Error?.Kind);
    }

    [Theory]
    [InlineData(FaultKind.StreamKill, SiteErrorKind.Unreachable)]
    [InlineData(FaultKind.RecorderOffline, SiteErrorKind.Unreachable)]
    [InlineData(FaultKind.StreamToken, SiteErrorKind.Unauthorized)]
    public async Task A_recorder_that_is_wrong_from_the_beginning_gives_no_connection(FaultKind fault, SiteErrorKind expected)
    {
        await using var lab = await Lab.StartAsync(timing: Lab.Patient);
        lab.Server.Faults.Add(new Fault { Kind = fault, Target = lab.Recorder.Name });
        Assert.Equal(expected, (await lab.Site.Recordings.OpenAsync(lab.Recorded(), default)).Error?.Kind);
    }

    [Fact]
    public async Task A_recorder_that_never_answers_gives_no_connection()
    {
        await using var lab = await Lab.StartAsync(timing: Lab.Patient with { AnswerTimeout = TimeSpan.FromMilliseconds(200) });
        lab.Server.Faults.Add(Fault.OfStream(FaultKind.StreamStall, lab.Recorder.Name));
        Assert.Equal(SiteErrorKind.Timeout, (await lab.Site.Recordings.OpenAsync(lab.Recorded(), default)).Error?.Kind);
    }

    [Fact]
    public async Task A_spoilt_picture_is_an_error_of_that_picture_alone()
    {
        await using var lab = await Lab.StartAsync(timing: Lab.Patient);
        var wanted = TimeProvider.System.GetUtcNow().AddHours(-1);
        await using var frames = await RecordedFrameTests.OpenAsync(lab);
        lab.Server.Faults.Add(new Fault { Kind = FaultKind.FrameCorrupt, Count = 1 });
        Assert.Equal(SiteErrorKind.UnexpectedAnswer, (await frames.GotoAsync(wanted, default)).Error?.Kind);
        Assert.True(SimulatedPicture.TryRead((await RecordedFrameTests.GotoAsync(frames, wanted)).Jpeg.Span, out _));
    }

    [Fact]
    public async Task A_camera_that_the_recorder_does_not_have_is_refused()
    {
        await using var lab = await Lab.StartAsync(timing: Lab.Patient);
        var outcome = await lab.Site.Recordings.OpenAsync(new RecordedCamera(Guid.Empty.ToString(), lab.Recorder.Id.ToString()), default);
        Assert.Equal(SiteErrorKind.BadRequest, outcome.Error?.Kind);
        var read = await lab.Site.Recordings.ReadSequencesAsync(new RecordedCamera(Guid.Empty.ToString(), lab.Recorder.Id.ToString()), Hour(), default);
        Assert.Equal(SiteErrorKind.BadRequest, read.Error?.Kind);
    }

    [Fact]
    public async Task The_callers_end_is_heeded_while_a_recorder_is_silent()
    {
        await using var lab = await Lab.StartAsync(timing: Lab.Patient);
        await using var frames = await RecordedFrameTests.OpenAsync(lab);
        lab.Server.Faults.Add(Fault.OfStream(FaultKind.StreamStall, lab.Recorder.Name));
        using var stop = new CancellationTokenSource();
        var picture = frames.GotoAsync(TimeProvider.System.GetUtcNow().AddHours(-1), stop.Token);
        var sequences = lab.Site.Recordings.ReadSequencesAsync(lab.Recorded(), Hour(), stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => picture);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sequences);
        Assert.NotNull((await frames.GotoAsync(TimeProvider.System.GetUtcNow(), default)).Error);
    }

    private static TimeRange Hour() => new(TimeProvider.System.GetUtcNow().AddHours(-1), TimeProvider.System.GetUtcNow());

    private static Task<Outcome<IReadOnlyList<TimeRange>>> ReadAsync(Lab lab) => lab.Site.Recordings.ReadSequencesAsync(lab.Recorded(), Hour(), default);
}
