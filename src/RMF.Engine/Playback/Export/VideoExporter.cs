using RMF.Core.Playback.Export;
using RMF.Engine.Ports;
using RMF.Engine.Runs;

namespace RMF.Engine.Playback.Export;

/// <summary>
/// Carries out the plan of an export: reads each segment's pictures from its side, writes one file per resolution with a table of times beside
/// it, and at last the manifest. Files have other names until they are whole, and nothing is left of an export that was cancelled or failed.
/// Thread-safe: it holds no state of an export.
/// </summary>
public sealed class VideoExporter(TimeProvider time)
{
    // Pictures between two reports.
    private const int ReportEvery = 25;

    /// <summary>The formats that an export can become on this machine now: without ffmpeg only AVI.</summary>
    /// <param name="ffmpegPath">Where ffmpeg is; null = it is looked for on PATH.</param>
    public IReadOnlyList<ExportFormat> Formats(string? ffmpegPath = null)
        => Ffmpeg.Find(ffmpegPath, time) is null ? [ExportFormat.Avi] : [ExportFormat.Avi, ExportFormat.Mp4, ExportFormat.Mkv];

    /// <summary>The export; a failure has one of the codes RMF2501 to RMF2505. Pictures that could not be fetched are holes of the manifest, not failures.</summary>
    /// <param name="job">What is to be done.</param>
    /// <param name="progress">Hears how far it is.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<RunOutcome<ExportResult>> ExportAsync(ExportJob job, IProgress<ExportProgress>? progress, CancellationToken cancellationToken)
    {
        var ffmpeg = job.Options.Format == ExportFormat.Avi ? null : Ffmpeg.Find(job.Options.FfmpegPath, time);
        if (job.Options.Format != ExportFormat.Avi && ffmpeg is null)
        {
            return new RunFailure("RMF2503", $"{job.Options.Format} needs ffmpeg, and there is none on PATH.", "Install ffmpeg, or use -Format Avi, which needs none.");
        }

        try
        {
            if (!job.Options.Overwrite && Existing(job).FirstOrDefault() is { } there)
            {
                return new RunFailure("RMF2501", $"{there} exists already.", "Choose another folder, or replace the export with -Force.");
            }

            Directory.CreateDirectory(job.Folder);
            using var parts = new PartSet(job.Folder, job.BaseName, job.Options.MostPartBytes);
            var taker = await TakeAsync(job, parts, progress, cancellationToken).ConfigureAwait(false);
            if (parts.Frames == 0)
            {
                return Nothing(job, taker);
            }

            parts.Finish();
            if (ffmpeg is not null && await ConvertAsync(ffmpeg, parts, job.Options.Format, cancellationToken).ConfigureAwait(false) is { } failure)
            {
                return failure;
            }

            cancellationToken.ThrowIfCancellationRequested();
            return Publish(job, parts, taker);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new RunFailure("RMF2502", $"The export to {job.Folder} cannot be written: {e.Message}", "Check the folder's rights and space, and that no player holds the files.");
        }
    }

    private async Task<SegmentTaker> TakeAsync(ExportJob job, PartSet parts, IProgress<ExportProgress>? progress, CancellationToken cancellationToken)
    {
        var plan = job.Prepared.Plan;
        var total = Math.Max(1, plan.Covered.Ticks);
        var behind = 0L;
        ExportSegment current = default;
        var taker = new SegmentTaker(job.Prepared.Read, job.Options, time, parts, Report);
        foreach (var segment in plan.Segments)
        {
            current = segment;
            await taker.TakeAsync(segment, cancellationToken).ConfigureAwait(false);
            behind += segment.Range.Length.Ticks;
        }

        return taker;

        void Report(RecordedFrame frame)
        {
            if (parts.Frames % ReportEvery == 0)
            {
                progress?.Report(new ExportProgress(parts.Frames, frame.Time, Math.Min(1, (behind + (frame.Time - current.Range.Begin).Ticks) / (double)total)));
            }
        }
    }

    private static async Task<RunFailure?> ConvertAsync(Ffmpeg ffmpeg, PartSet parts, ExportFormat format, CancellationToken cancellationToken)
    {
        foreach (var part in parts.All)
        {
            var converted = part.VideoFile + "." + Extension(format);
            try
            {
                if (await ffmpeg.ConvertAsync(part.VideoFile, converted, format, cancellationToken).ConfigureAwait(false) is { } failure)
                {
                    return failure;
                }

                Replace(converted, part.VideoFile);
            }
            finally
            {
                File.Delete(converted);
            }
        }

        return null;
    }

    private RunOutcome<ExportResult> Publish(ExportJob job, PartSet parts, SegmentTaker taker)
    {
        var old = Existing(job).ToList();
        var files = new List<ManifestPart>();
        foreach (var part in parts.All)
        {
            var video = part.Path + "." + Extension(job.Options.Format);
            var times = part.Path + ".csv";
            Replace(part.VideoFile, video);
            Replace(part.TimesFile, times);
            files.Add(Describe(video) with { Width = part.Width, Height = part.Height, Frames = part.Frames, Interval = part.Interval });
            files.Add(Describe(times) with { Frames = part.Frames });
        }

        var plan = job.Prepared.Plan;
        var manifest = new ExportManifest
        {
            Camera = job.Prepared.Read.Pair.Name,
            Range = plan.Range,
            Serving = plan.Serving,
            MadeAt = time.GetUtcNow(),
            Format = job.Options.Format,
            Segments = [.. taker.Segments.OrderBy(s => s.Range.Begin)],
            Parts = files,
            Holes = [.. plan.Holes.Concat(taker.Holes).OrderBy(h => h.Range.Begin)],
        };
        var path = Path.Combine(job.Folder, job.BaseName + ExportNames.Manifest);
        File.WriteAllBytes(path + ExportNames.Unfinished, ManifestJson.Write(manifest));
        Replace(path + ExportNames.Unfinished, path);
        var named = new HashSet<string>(files.Select(f => f.File), StringComparer.Ordinal) { Path.GetFileName(path) };
        foreach (var left in old.Where(f => !named.Contains(Path.GetFileName(f))))
        {
            File.Delete(left);
        }

        return new ExportResult(path, manifest);
    }

    private static ManifestPart Describe(string path) => new(Path.GetFileName(path), new FileInfo(path).Length, FileHash.Of(path));

    private static IEnumerable<string> Existing(ExportJob job)
        => !Directory.Exists(job.Folder)
            ? []
            : Directory.EnumerateFiles(job.Folder).Where(f => ExportNames.IsOf(Path.GetFileName(f), job.BaseName) && !f.EndsWith(ExportNames.Unfinished, StringComparison.Ordinal)).OrderBy(f => f, StringComparer.Ordinal);

    private static RunFailure Nothing(ExportJob job, SegmentTaker taker)
    {
        var error = taker.Errors.Values.FirstOrDefault() ?? job.Prepared.Read.Primary.Error ?? job.Prepared.Read.Secondary.Error;
        return error is null
            ? new RunFailure("RMF2505", $"Neither side has a picture of '{job.Prepared.Read.Pair.Name}' of that time; nothing was written.", "Get-RmfRecording shows what there is; -RetrieveEdgeStorage asks the camera's own storage.")
            : new RunFailure("RMF2505", $"No picture of '{job.Prepared.Read.Pair.Name}' could be fetched; nothing was written. {error}", error.Advice, error);
    }

    private static string Extension(ExportFormat format) => format switch
    {
        ExportFormat.Mp4 => "mp4",
        ExportFormat.Mkv => "mkv",
        _ => "avi",
    };

    private static void Replace(string from, string to)
    {
        File.Delete(to);
        File.Move(from, to);
    }
}
