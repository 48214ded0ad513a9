using RMF.Core.Inventory;
using RMF.Core.Playback.Export;
using RMF.Engine.Json;
using RMF.Engine.Playback.Export;
using RMF.Engine.Playback.Export.Check;
using RMF.Engine.Ports;

namespace RMF.Engine.Tests.Playback;

[Trait("Proof", "export")]
public sealed class VideoExporterTests : IDisposable
{
    private readonly ExportFolder folder = new();
    private readonly FakeRecordings whole = new("a", FakeRecordings.Range(-10, 100));

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Without_a_gap_all_pictures_are_of_the_serving_side_and_none_is_left_out()
    {
        var result = await folder.ExportAsync(whole, new FakeRecordings("b", FakeRecordings.Range(-10, 100)), 0, 4);

        var pictures = folder.Pictures(result.Manifest);
        Assert.Equal(Enumerable.Range(0, 100).Select(i => ("a", FakeRecordings.Origin + (i * FakeRecordings.Interval))), pictures);
        var segment = Assert.Single(result.Manifest.Segments);
        Assert.Equal((Side.Primary, "a", "REC-A", "cam-a", 100), (segment.Side, segment.Site, segment.Recorder, segment.CameraId, segment.Frames));
        Assert.True(result.Manifest.IsWhole);
        Assert.Equal(["Gate-1_cam-a_20260301T120000Z_20260301T120004Z.rmfexport.json", "Gate-1_cam-a_20260301T120000Z_20260301T120004Z_640x480_1.avi", "Gate-1_cam-a_20260301T120000Z_20260301T120004Z_640x480_1.csv"], folder.Files);
    }

    [Fact]
    public async Task The_file_plays_at_the_median_rate_and_the_table_has_the_real_times()
    {
        var result = await folder.ExportAsync(new FakeRecordings("a", FakeRecordings.Range(0, 1), FakeRecordings.Range(8, 9)), null, 0, 9);

        var video = new AviFile(Path.Combine(folder.Path, result.Manifest.Parts.Single(p => p.IsVideo).File));
        Assert.Equal((640, 480, FakeRecordings.Interval, 50), (video.Width, video.Height, video.Interval, video.Pictures.Count));
        var lines = File.ReadAllLines(Path.Combine(folder.Path, result.Manifest.Parts.Single(p => !p.IsVideo).File));
        Assert.Equal("frame,time,side", lines[0]);
        Assert.Equal(video.Words().Select((w, i) => FormattableString.Invariant($"{i},{CanonicalJson.Time(w.Time)},Primary")), lines[1..]);
    }

    [Fact]
    public async Task A_gap_that_the_other_side_has_is_exported_from_it()
    {
        var result = await folder.ExportAsync(new FakeRecordings("a", FakeRecordings.Range(0, 2), FakeRecordings.Range(4, 10)), new FakeRecordings("b", FakeRecordings.Range(1, 5)), 0, 6);

        var pictures = folder.Pictures(result.Manifest);
        Assert.Equal("aba", ExportFolder.Sites(pictures));
        Assert.All(pictures, p => Assert.Equal(p.Time >= FakeRecordings.At(2) && p.Time < FakeRecordings.At(4) ? "b" : "a", p.Site));
        Assert.True(pictures.Zip(pictures.Skip(1)).All(p => p.Second.Time - p.First.Time <= 2 * FakeRecordings.Interval), "there is a gap at a cut");
        Assert.True(result.Manifest.IsWhole);
    }

    [Fact]
    public async Task A_hole_in_both_is_named_in_the_manifest()
    {
        var result = await folder.ExportAsync(new FakeRecordings("a", FakeRecordings.Range(0, 2)), new FakeRecordings("b", FakeRecordings.Range(5, 10)), 0, 6);

        Assert.Equal([new ExportHole(FakeRecordings.Range(2, 5), HoleCause.NotRecorded)], result.Manifest.Holes);
        Assert.Equal("ab", ExportFolder.Sites(folder.Pictures(result.Manifest)));
    }

    [Fact]
    public async Task A_connection_that_breaks_is_opened_again_and_no_picture_is_lost_or_twice()
    {
        whole.OnGoto = (connection, time) => time > FakeRecordings.At(connection) ? FakeRecordings.Error() : null;
        var result = await folder.ExportAsync(whole, null, 0, 4);

        Assert.Equal(Enumerable.Range(0, 100).Select(i => FakeRecordings.Origin + (i * FakeRecordings.Interval)), folder.Pictures(result.Manifest).Select(p => p.Time));
        Assert.InRange(whole.Opened, 4, 6);
    }

    [Fact]
    public async Task A_side_that_stays_broken_is_replaced_by_the_other()
    {
        whole.OnGoto = (_, time) => time > FakeRecordings.At(2) ? FakeRecordings.Error() : null;
        var result = await folder.ExportAsync(whole, new FakeRecordings("b", FakeRecordings.Range(0, 100)), 0, 4);

        Assert.Equal("ab", ExportFolder.Sites(folder.Pictures(result.Manifest)));
        Assert.Equal([(Side.Primary, false), (Side.Secondary, true)], result.Manifest.Segments.Select(s => (s.Side, s.StandsIn)));
        Assert.True(result.Manifest.IsWhole);
        Assert.Equal(3, whole.Opened);
    }

    [Fact]
    public async Task What_neither_side_can_give_after_all_is_a_hole_with_its_cause()
    {
        whole.OnGoto = (_, time) => time > FakeRecordings.At(2) ? FakeRecordings.Error() : null;
        var other = new FakeRecordings("b", FakeRecordings.Range(0, 3));
        var result = await folder.ExportAsync(whole, other, 0, 4);

        Assert.Equal([new ExportHole(FakeRecordings.Range(3, 4), HoleCause.ReadFailed)], result.Manifest.Holes);
    }

    [Fact]
    public async Task An_error_that_will_not_pass_is_not_tried_again()
    {
        whole.OnGoto = (_, _) => FakeRecordings.Error(SiteErrorKind.Forbidden);
        var outcome = await folder.TryExportAsync(whole, null, 0, 4);

        Assert.Equal("RMF2505", outcome.Failure!.Code);
        Assert.Equal(SiteErrorKind.Forbidden, outcome.Failure.Cause!.Kind);
        Assert.Equal(1, whole.Opened);
        Assert.Empty(folder.Files);
    }

    [Fact]
    public async Task Without_word_of_the_next_picture_each_is_still_found()
    {
        whole.TellsNext = false;
        var result = await folder.ExportAsync(whole, null, 0, 4);

        Assert.Equal(Enumerable.Range(0, 100).Select(i => FakeRecordings.Origin + (i * FakeRecordings.Interval)), folder.Pictures(result.Manifest).Select(p => p.Time));
    }

    [Fact]
    public async Task A_sequence_without_pictures_is_taken_from_the_other_side_or_named()
    {
        whole.Actual = [FakeRecordings.Range(0, 1)];
        var other = new FakeRecordings("b", FakeRecordings.Range(0, 50)) { Actual = [FakeRecordings.Range(0, 10)] };
        var result = await folder.ExportAsync(whole, other, 0, 90, new ExportOptions { MissingAfter = TimeSpan.FromSeconds(5) });

        Assert.Equal("ab", ExportFolder.Sites(folder.Pictures(result.Manifest)));
        Assert.Equal([HoleCause.NoPictures, HoleCause.NoPictures], result.Manifest.Holes.Select(h => h.Cause));
        Assert.Equal(FakeRecordings.At(90), result.Manifest.Holes.Max(h => h.Range.End));
    }

    [Fact]
    public async Task Each_resolution_is_a_file_of_its_own()
    {
        whole.Size = time => time < FakeRecordings.At(1) || time >= FakeRecordings.At(3) ? (640, 480) : (1920, 1080);
        var result = await folder.ExportAsync(whole, null, 0, 4);

        Assert.Equal([(640, 480, 50), (1920, 1080, 50)], result.Manifest.Parts.Where(p => p.IsVideo).Select(p => (p.Width, p.Height, p.Frames)));
        Assert.Equal(100, folder.Pictures(result.Manifest).Count);
    }

    [Fact]
    public async Task A_file_that_is_full_is_followed_by_another()
    {
        var result = await folder.ExportAsync(whole, null, 0, 4, new ExportOptions { MostPartBytes = 3000 });

        var videos = result.Manifest.Parts.Where(p => p.IsVideo).ToList();
        Assert.True(videos.Count > 1);
        Assert.All(videos, p => Assert.InRange(p.Bytes, 1, 3000));
        Assert.Equal(Enumerable.Range(1, videos.Count).Select(n => $"_{n}.avi"), videos.Select(p => p.File[p.File.LastIndexOf('_')..]));
        Assert.Equal(100, folder.Pictures(result.Manifest).Count);
    }

    [Fact]
    public async Task A_picture_that_is_none_is_left_out_and_counted()
    {
        whole.Size = time => time == FakeRecordings.At(1) ? (0, 0) : (640, 480);
        var result = await folder.ExportAsync(whole, null, 0, 4);

        Assert.Equal((99, 1), (result.Manifest.Segments[0].Frames, result.Manifest.Segments[0].Damaged));
    }

    [Fact]
    public async Task Files_that_are_there_are_kept_unless_they_may_be_replaced()
    {
        whole.Size = _ => (320, 240);
        await folder.ExportAsync(whole, null, 0, 4, new ExportOptions { MostPartBytes = 3000 });
        var before = folder.Files.ToList();
        Assert.Equal("RMF2501", (await folder.TryExportAsync(whole, null, 0, 4)).Failure!.Code);
        Assert.Equal(before, folder.Files);

        var again = await folder.ExportAsync(whole, null, 0, 4, new ExportOptions { Overwrite = true });
        Assert.Equal(3, folder.Files.Count());
        Assert.Empty(ExportCheck.Run(again.ManifestPath, default).Findings);
    }

    [Fact]
    public async Task A_cancelled_export_leaves_nothing()
    {
        using var stop = new CancellationTokenSource();
        whole.OnGoto = (_, time) =>
        {
            if (time > FakeRecordings.At(2))
            {
                stop.Cancel();
            }

            return null;
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => folder.TryExportAsync(whole, null, 0, 4, cancellationToken: stop.Token));

        Assert.Empty(folder.Files);
    }

    [Fact]
    public async Task Nothing_recorded_is_said_and_nothing_written()
    {
        var outcome = await folder.TryExportAsync(new FakeRecordings("a"), new FakeRecordings("b"), 0, 4);

        Assert.Equal("RMF2505", outcome.Failure!.Code);
        Assert.Empty(folder.Files);
    }
}
