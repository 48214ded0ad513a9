using System.Collections.Concurrent;
using RMF.Core.Playback;
using RMF.Engine.Ports;
using RMF.Live.Tests.Fakes;
using RMF.Simulator;
using RMF.Testing;

namespace RMF.Live.Tests.Playback;

/// <summary>What a camera has stored itself fills a gap of its recorder, as far as it has it.</summary>
[Trait("Proof", "playback")]
public sealed class EdgeRetrievalTests
{
    [Fact]
    public async Task A_gap_is_filled_after_a_while_and_progress_is_told()
    {
        var time = Fast();
        await using var lab = await Lab.StartAsync(options: o => o with { TaskDuration = TimeSpan.FromMinutes(10) }, time: time);
        var (id, gap) = Gap(lab, time);
        lab.Server.Data.Set("cameras", id, "edgeStorageEnabled", true);
        var progress = new Heard();

        var outcome = await lab.Site.Recordings.RetrieveEdgeStorageAsync(lab.Recorded(), gap, progress, default);
        Assert.Null(outcome.Error);
        Assert.Contains(progress.Percent, p => p is > 0 and < 100);
        Assert.Equal(100, progress.Percent.Max());
        Assert.Single(lab.Server.Recordings.List(id));
        Assert.Equal(1, lab.Server.Requests.Count("POST /tasks/{id}?task=TaskCleanup"));
    }

    [Fact]
    public async Task What_the_camera_has_lost_too_stays_missing()
    {
        var time = Fast();
        await using var lab = await Lab.StartAsync(time: time);
        var (id, gap) = Gap(lab, time);
        lab.Server.Data.Set("cameras", id, "edgeStorageEnabled", true);
        lab.Server.Recordings.LoseOnDevice(id, gap.Begin.AddMinutes(10), gap.Begin.AddMinutes(20));

        var outcome = await lab.Site.Recordings.RetrieveEdgeStorageAsync(lab.Recorded(), gap, null, default);
        Assert.Null(outcome.Error);
        var left = lab.Server.Recordings.List(id);
        Assert.Equal((gap.Begin.AddMinutes(10), gap.Begin.AddMinutes(20)), (left[0].End, left[1].Begin));
    }

    [Fact]
    public async Task A_camera_without_storage_of_its_own_is_an_error_and_so_is_one_that_is_not_reached()
    {
        var time = Fast();
        await using var lab = await Lab.StartAsync(time: time);
        var (id, gap) = Gap(lab, time);
        var without = await lab.Site.Recordings.RetrieveEdgeStorageAsync(lab.Recorded(), gap, null, default);
        Assert.Equal(SiteErrorKind.BadRequest, without.Error?.Kind);

        lab.Server.Data.Set("cameras", id, "edgeStorageEnabled", true);
        lab.Server.Faults.Add(Fault.RecorderOffline(lab.Recorder.Name));
        var away = await lab.Site.Recordings.RetrieveEdgeStorageAsync(lab.Recorded(), gap, null, default);
        Assert.Equal(SiteErrorKind.TaskFailed, away.Error?.Kind);
    }

    /// <summary>Time-outs are left alone; the waits between two looks at a task are not waited for.</summary>
    private static ManualTimeProvider Fast() => new() { AutoAdvance = true, AutoAdvanceLimit = TimeSpan.FromSeconds(4.5) };

    private static (string Camera, TimeRange Gap) Gap(Lab lab, TimeProvider time)
    {
        var now = time.GetUtcNow();
        var id = lab.Cameras()[0].Id.ToString();
        lab.Server.Recordings.Remove(id, now.AddHours(-2), now.AddHours(-1));
        return (id, new TimeRange(now.AddHours(-2), now.AddHours(-1)));
    }

    private sealed class Heard : IProgress<int>
    {
        public ConcurrentQueue<int> Percent { get; } = new();

        public void Report(int value) => Percent.Enqueue(value);
    }
}
