using RMF.Simulator.Recordings;

namespace RMF.Simulator.Tests.Recordings;

/// <summary>What is recorded of one camera: all the time, by hand, less outages and gaps, plus what was added.</summary>
public sealed class CameraRecordingsTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 8, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Oldest = Now.AddDays(-7);

    [Fact]
    public void A_recording_by_hand_is_a_sequence_while_it_goes_on_and_after_it_has_ended()
    {
        var camera = new CameraRecordings { IsContinuous = false };
        Assert.True(camera.Begin(Now));
        Assert.False(camera.Begin(Now.AddMinutes(1)));
        Assert.Equal([new RecordedSequence(Now, Now.AddMinutes(5))], Compute(camera, Now.AddMinutes(5)));
        Assert.True(camera.End(Now.AddMinutes(10)));
        Assert.False(camera.End(Now.AddMinutes(11)));
        Assert.Null(camera.ManualSince);
        Assert.Equal([new RecordedSequence(Now, Now.AddMinutes(10))], Compute(camera, Now.AddMinutes(30)));
    }

    [Fact]
    public void Where_the_recorder_was_away_a_recording_by_hand_has_a_gap_too()
    {
        var camera = new CameraRecordings { IsContinuous = false };
        camera.Begin(Now);
        var down = new RecordedSequence(Now.AddMinutes(2), Now.AddMinutes(4));
        Assert.Equal([new(Now, Now.AddMinutes(2)), new RecordedSequence(Now.AddMinutes(4), Now.AddMinutes(5))], Compute(camera, Now.AddMinutes(5), down));
    }

    [Fact]
    public void The_last_word_on_a_stretch_counts()
    {
        var camera = new CameraRecordings();
        var stretch = new RecordedSequence(Now.AddHours(-2), Now.AddHours(-1));
        camera.Remove(stretch);
        Assert.Equal([Now.AddHours(-2), Now], Compute(camera, Now).Select(s => s.End));
        camera.Add(stretch);
        Assert.Equal([new RecordedSequence(Oldest, Now)], Compute(camera, Now));
        camera.Remove(stretch);
        Assert.Equal(2, Compute(camera, Now).Count);
    }

    [Fact]
    public void What_is_switched_off_or_new_or_past_its_retention_is_not_there()
    {
        Assert.Empty(new CameraRecordings().Compute(Oldest, Now, isRecording: false, []));
        Assert.Equal([new RecordedSequence(Now.AddHours(-1), Now)], Compute(new CameraRecordings { Since = Now.AddHours(-1) }, Now));
        var camera = new CameraRecordings { IsContinuous = false };
        camera.Add(new RecordedSequence(Oldest.AddDays(-1), Oldest.AddHours(1)));
        Assert.Equal([new RecordedSequence(Oldest, Oldest.AddHours(1))], Compute(camera, Now));
    }

    private static List<RecordedSequence> Compute(CameraRecordings camera, DateTimeOffset now, params RecordedSequence[] down) => camera.Compute(Oldest, now, isRecording: true, down);
}
