using RMF.Core.Playback;
using RMF.Engine.Playback;
using RMF.Engine.Ports;
using RMF.Testing;

namespace RMF.Engine.Tests.Playback;

[Trait("Proof", "playback")]
public sealed class RecordingReaderTests
{
    private readonly ManualTimeProvider time = new(FakeRecordings.At(10_000));
    private readonly FakeRecordings a = new("a", FakeRecordings.Range(0, 20), FakeRecordings.Range(20.5, 40));
    private readonly FakeRecordings b = new("b", FakeRecordings.Range(60, 200), FakeRecordings.Range(30, 70));

    [Fact]
    public async Task Sequences_are_sorted_joined_and_cut_at_the_ends()
    {
        var read = await new RecordingReader(time).ReadAsync(ExportFolder.Pair(a, b), FakeRecordings.Range(10, 100), default);

        Assert.Equal([FakeRecordings.Range(10, 40)], read.Primary.Sequences!);
        Assert.Equal([FakeRecordings.Range(30, 100)], read.Secondary.Sequences!);
        Assert.Equal([FakeRecordings.Range(10, 100)], read.Union);
        Assert.True(read.IsCertain);
    }

    [Fact]
    public async Task A_side_that_cannot_be_read_is_unknown_and_one_without_the_camera_is_empty()
    {
        a.ReadError = FakeRecordings.Error();
        var read = await new RecordingReader(time).ReadAsync(ExportFolder.Pair(a, b), FakeRecordings.Range(10, 100), default);
        var alone = await new RecordingReader(time).ReadAsync(ExportFolder.Pair(null, b), FakeRecordings.Range(10, 100), default);

        Assert.Null(read.Primary.Sequences);
        Assert.Equal(new SideFootage(false, null), read.Primary.Footage);
        Assert.False(read.IsCertain);
        Assert.True(alone.Primary.Sequences!.IsEmpty);
        Assert.True(alone.IsCertain);
    }

    [Fact]
    public async Task An_old_answer_serves_for_minutes_also_for_a_part_of_it_and_one_near_now_for_seconds()
    {
        var reader = new RecordingReader(time);
        var pair = ExportFolder.Pair(a, null);
        await reader.ReadAsync(pair, FakeRecordings.Range(0, 100), default);
        await reader.ReadAsync(pair, FakeRecordings.Range(10, 90), default);
        Assert.Equal(1, a.Reads);
        time.Advance(TimeSpan.FromMinutes(6));
        await reader.ReadAsync(pair, FakeRecordings.Range(10, 90), default);
        Assert.Equal(2, a.Reads);

        var now = new TimeRange(FakeRecordings.Origin, time.GetUtcNow());
        await reader.ReadAsync(pair, now, default);
        await reader.ReadAsync(pair, now, default);
        Assert.Equal(3, a.Reads);
        time.Advance(TimeSpan.FromSeconds(4));
        await reader.ReadAsync(pair, now, default);
        Assert.Equal(4, a.Reads);
        time.Advance(TimeSpan.FromSeconds(4));
        await reader.ReadAsync(pair, FakeRecordings.Range(10, 90), default);
        Assert.Equal(4, a.Reads);
    }

    [Fact]
    public async Task A_failure_is_not_kept_and_what_is_forgotten_is_asked_again()
    {
        var reader = new RecordingReader(time);
        a.ReadError = FakeRecordings.Error();
        await reader.ReadAsync(ExportFolder.Pair(a, null), FakeRecordings.Range(0, 100), default);
        a.ReadError = null;
        Assert.NotNull((await reader.ReadAsync(ExportFolder.Pair(a, null), FakeRecordings.Range(0, 100), default)).Primary.Sequences);
        reader.Forget(a.Source);
        await reader.ReadAsync(ExportFolder.Pair(a, null), FakeRecordings.Range(0, 100), default);
        Assert.Equal(3, a.Reads);
    }

    [Fact]
    public async Task A_recorder_that_failed_three_times_in_a_row_is_left_alone_for_a_while()
    {
        var reader = new RecordingReader(time);
        a.ReadError = FakeRecordings.Error(SiteErrorKind.Unreachable);
        for (var i = 0; i < 5; i++)
        {
            Assert.Same(a.ReadError, (await reader.ReadAsync(ExportFolder.Pair(a, null), FakeRecordings.Range(0, 100), default)).Primary.Error);
        }

        Assert.Equal(3, a.Reads);
        a.ReadError = null;
        time.Advance(TimeSpan.FromSeconds(31));
        Assert.NotNull((await reader.ReadAsync(ExportFolder.Pair(a, null), FakeRecordings.Range(0, 100), default)).Primary.Sequences);
    }

    [Fact]
    public async Task A_refusal_says_nothing_of_the_recorders_other_cameras()
    {
        var reader = new RecordingReader(time);
        a.ReadError = FakeRecordings.Error(SiteErrorKind.Forbidden);
        for (var i = 0; i < 5; i++)
        {
            await reader.ReadAsync(ExportFolder.Pair(a, null), FakeRecordings.Range(0, 100), default);
        }

        Assert.Equal(5, a.Reads);
    }

    [Fact]
    public async Task What_is_kept_has_a_bound()
    {
        var reader = new RecordingReader(time, new RecordingReaderOptions { MostKept = 4 });
        foreach (var fake in new[] { a, b, a })
        {
            await reader.ReadAsync(ExportFolder.Pair(fake, null), FakeRecordings.Range(0, 100), default);
        }

        Assert.Equal(1, a.Reads);
        var third = new FakeRecordings("c", FakeRecordings.Range(0, 1), FakeRecordings.Range(3, 4), FakeRecordings.Range(6, 7));
        await reader.ReadAsync(ExportFolder.Pair(third, null), FakeRecordings.Range(0, 100), default);
        await reader.ReadAsync(ExportFolder.Pair(a, null), FakeRecordings.Range(0, 100), default);
        Assert.Equal(2, a.Reads);
    }

    [Fact]
    public async Task Many_cameras_come_in_their_order_and_only_so_many_are_under_way()
    {
        var gate = new Gate();
        var pairs = Enumerable.Range(0, 50).Select(i => new RecordedPair($"camera {i}", gate.Source(i), null)).ToList();
        var names = new List<string>();
        await foreach (var read in new RecordingReader(time, new RecordingReaderOptions { AtOnce = 5 }).ReadAllAsync(pairs, FakeRecordings.Range(0, 100), default))
        {
            names.Add(read.Pair.Name);
        }

        Assert.Equal(pairs.Select(p => p.Name), names);
        Assert.InRange(gate.MostAtOnce, 1, 5);
    }

    [Fact]
    public async Task Coverage_of_a_day_counts_each_side_the_union_and_lists_gaps_that_are_long_enough()
    {
        var read = await new RecordingReader(time).ReadAsync(ExportFolder.Pair(a, b), FakeRecordings.Range(-10, 100), default);
        var day = Assert.Single(Coverage.Days(read, TimeZoneInfo.Utc, TimeSpan.FromSeconds(15)));

        Assert.Equal((40, 70, 100), (day.Primary!.Value.TotalSeconds, day.Secondary!.Value.TotalSeconds, day.Union.TotalSeconds));
        Assert.Equal([FakeRecordings.Range(40, 100)], day.PrimaryGaps);
        Assert.Equal([FakeRecordings.Range(-10, 30)], day.SecondaryGaps);
        Assert.Empty(day.UnionGaps);
    }

    [Fact]
    public async Task Coverage_of_a_side_that_was_not_read_is_not_zero_but_unknown()
    {
        b.ReadError = FakeRecordings.Error();
        var read = await new RecordingReader(time).ReadAsync(ExportFolder.Pair(a, b), FakeRecordings.Range(0, 100), default);
        var day = Assert.Single(Coverage.Days(read, TimeZoneInfo.Utc, TimeSpan.Zero));

        Assert.Null(day.Secondary);
        Assert.Empty(day.SecondaryGaps);
        Assert.Equal(TimeSpan.FromSeconds(40), day.Union);
    }
}
