using RMF.Core.Playback;
using RMF.Live.Tests.Fakes;
using RMF.Simulator;
using RMF.Testing;

namespace RMF.Live.Tests.Playback;

/// <summary>Recorded sequences over sockets, in both ways in which servers tell them.</summary>
[Trait("Proof", "playback")]
public sealed class SequenceTests
{
    private const string Soap = "POST /RecorderCommandService/RecorderCommandService.asmx#SequencesGet";
    private const string Task = "POST /cameras/{id}?task=GetSequences";
    private const string Detection = "GET /cameras/{id}";

    [Theory]
    [InlineData(Personality.V2023R2, Soap, Task)]
    [InlineData(Personality.V2025R2, Soap, Task)]
    [InlineData(Personality.Next, Task, Soap)]
    public async Task Gaps_show_and_the_way_to_ask_is_found_out_once(Personality personality, string used, string unused)
    {
        var time = new ManualTimeProvider();
        await using var lab = await Lab.StartAsync(options: o => o with { Personality = personality }, time: time);
        var now = time.GetUtcNow();
        var cameras = lab.Cameras();
        lab.Server.Recordings.Remove(cameras[0].Id.ToString(), now.AddHours(-26), now.AddHours(-25.5));
        lab.Server.Recordings.Remove(cameras[0].Id.ToString(), now.AddHours(-3), now.AddHours(-2));

        var range = new TimeRange(now.AddDays(-2), now);
        var read = Assert.IsAssignableFrom<IReadOnlyList<TimeRange>>((await lab.Site.Recordings.ReadSequencesAsync(lab.Recorded(cameras[0]), range, default)).Value);
        Assert.Equal([now.AddHours(-26), now.AddHours(-3), now], read.Select(s => s.End));
        Assert.Equal([now.AddHours(-25.5), now.AddHours(-2)], read.Skip(1).Select(s => s.Begin));
        Assert.True(read[0].Begin < range.Begin);

        var other = await lab.Site.Recordings.ReadSequencesAsync(lab.Recorded(cameras[1]), range, default);
        Assert.Equal(now, Assert.Single(other.Value!).End);
        Assert.Equal(2, lab.Server.Requests.Count(used));
        Assert.Equal(0, lab.Server.Requests.Count(unused));
        Assert.Equal(1, lab.Server.Requests.Count(Detection));
    }

    [Theory]
    [InlineData(Personality.V2025R2)]
    [InlineData(Personality.Next)]
    public async Task Nothing_recorded_is_an_empty_list_and_no_error(Personality personality)
    {
        var time = new ManualTimeProvider();
        await using var lab = await Lab.StartAsync(options: o => o with { Personality = personality }, time: time);
        var now = time.GetUtcNow();
        lab.Server.Recordings.Remove(lab.Cameras()[0].Id.ToString(), now.AddYears(-1), now.AddYears(1));
        var read = await lab.Site.Recordings.ReadSequencesAsync(lab.Recorded(), new TimeRange(now.AddDays(-2), now), default);
        Assert.Null(read.Error);
        Assert.Empty(read.Value!);
    }

    [Theory]
    [InlineData(Personality.V2025R2, Soap)]
    [InlineData(Personality.Next, Task)]
    public async Task Many_sequences_come_in_parts_and_none_is_lost(Personality personality, string used)
    {
        const int Gaps = 2_500;
        var time = new ManualTimeProvider();
        await using var lab = await Lab.StartAsync(options: o => o with { Personality = personality }, time: time);
        var now = time.GetUtcNow();
        var id = lab.Cameras()[0].Id.ToString();
        for (var i = 1; i <= Gaps; i++)
        {
            lab.Server.Recordings.Remove(id, now.AddMinutes(-10 * i), now.AddMinutes((-10 * i) + 1));
        }

        var read = await lab.Site.Recordings.ReadSequencesAsync(lab.Recorded(), new TimeRange(now.AddDays(-20), now), default);
        Assert.Equal(lab.Server.Recordings.List(id).Select(s => new TimeRange(s.Begin, s.End)), read.Value!);
        Assert.Equal(Gaps + 1, read.Value!.Count);
        Assert.Equal(3, lab.Server.Requests.Count(used));
    }

    [Fact]
    public async Task A_recorder_that_was_away_has_recorded_nothing_meanwhile()
    {
        var time = new ManualTimeProvider();
        await using var lab = await Lab.StartAsync(time: time);
        time.Advance(TimeSpan.FromHours(1));
        var down = time.GetUtcNow();
        lab.Server.Faults.Add(Fault.OfStream(FaultKind.StreamKill, lab.Recorder.Name));
        time.Advance(TimeSpan.FromMinutes(20));
        var up = time.GetUtcNow();
        lab.Server.Faults.Clear();
        time.Advance(TimeSpan.FromMinutes(10));

        var read = await lab.Site.Recordings.ReadSequencesAsync(lab.Recorded(), new TimeRange(down.AddHours(-1), time.GetUtcNow()), default);
        Assert.Equal([down, time.GetUtcNow()], read.Value!.Select(s => s.End));
        Assert.Equal(up, read.Value![1].Begin);
    }

    [Fact]
    public async Task An_unreachable_camera_is_not_recorded_and_its_neighbour_is()
    {
        var time = new ManualTimeProvider();
        await using var lab = await Lab.StartAsync(time: time);
        var (camera, neighbour) = (lab.Cameras()[0], lab.Cameras().First(c => c.ParentId != lab.Cameras()[0].ParentId));
        lab.Server.Faults.Add(Fault.CameraUnreachable(lab.Server.Data.Get("hardware", camera.ParentId.ToString()!, "address")!.ToString()!));
        var since = time.GetUtcNow();
        time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(since, Assert.Single(lab.Server.Recordings.List(camera.Id.ToString())).End);
        Assert.Equal(time.GetUtcNow(), Assert.Single(lab.Server.Recordings.List(neighbour.Id.ToString())).End);
    }

    [Fact]
    public async Task Encrypted_recorders_are_asked_under_the_same_rules_as_the_site()
    {
        using var certificate = Certificates.SelfSigned();
        await using var lab = await Lab.StartAsync(timing: Lab.Patient, certificate: certificate, connection: c => c with { VerifyCertificate = false });
        var now = TimeProvider.System.GetUtcNow();
        var read = await lab.Site.Recordings.ReadSequencesAsync(lab.Recorded(), new TimeRange(now.AddHours(-1), now), default);
        Assert.Null(read.Error);
        Assert.Single(read.Value!);
        await using var frames = (await lab.Site.Recordings.OpenAsync(lab.Recorded(), default)).Value;
        Assert.NotNull((await frames!.GotoAsync(now.AddMinutes(-5), default)).Value);
    }
}
