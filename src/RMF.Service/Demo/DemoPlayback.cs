using System.Globalization;
using RMF.Core.Inventory;
using RMF.Core.Playback;
using RMF.Engine.Playback;
using RMF.Engine.Playback.Export;
using RMF.Engine.Playback.Export.Check;
using RMF.Engine.Runs;
using RMF.Simulator;

namespace RMF.Service.Demo;

/// <summary>The recordings of the outage: what each side has of it, and one export without a gap.</summary>
internal sealed class DemoPlayback(DemoScreen screen, string folder)
{
    private const int MostLines = 4;

    private static readonly TimeSpan Before = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan After = TimeSpan.FromSeconds(1);

    // Lies before the outage, so that neither side alone has everything.
    private static readonly TimeSpan OtherGap = TimeSpan.FromSeconds(2);

    /// <param name="result">What the demo has shown so far.</param>
    /// <param name="run">Both sides.</param>
    /// <param name="outage">When the primary recording server was dead.</param>
    /// <param name="recorder">Which one it was.</param>
    /// <param name="secondary">The other side.</param>
    /// <param name="cancellationToken">Ends the demo.</param>
    public async Task<RunOutcome<DemoResult>> RunAsync(DemoResult result, PreparedRun run, TimeRange outage, string recorder, SimulatedSite secondary, CancellationToken cancellationToken)
    {
        var range = new TimeRange(outage.Begin - Before, outage.End + After);
        await Task.Delay(After + TimeSpan.FromMilliseconds(500), cancellationToken).ConfigureAwait(false);
        var reader = new RecordingReader(TimeProvider.System);
        var read = new List<PairRecordings>();
        foreach (var pair in RecordedPairs.Of(run.Context.Input, site => run.Context.Sites[site].Recordings).Where(p => p.Primary?.Recorder == recorder))
        {
            read.Add(await reader.ReadAsync(pair, range, cancellationToken).ConfigureAwait(false));
        }

        // A camera that both sides had before the demo added others, and that the secondary has in full.
        if (read.Find(r => Covered(r.Secondary, range) == 1 && r.Pair.Secondary is not null) is not { } chosen)
        {
            return result;
        }

        screen.Step("10. What is recorded of the outage? The secondary gets a gap of its own, too");
        var camera = chosen.Pair.Secondary!;
        secondary.Recordings.Remove(camera.Camera.CameraId, range.Begin + OtherGap, range.Begin + OtherGap + OtherGap);
        reader.Forget(camera);
        var fresh = await reader.ReadAsync(chosen.Pair, range, cancellationToken).ConfigureAwait(false);
        screen.Lines(read.Select(r => ReferenceEquals(r, chosen) ? fresh : r).OrderByDescending(r => ReferenceEquals(r, fresh)).Take(MostLines).Select(r => Text(
            $"{r.Pair.Name,-22} primary {Covered(r.Primary, range),4:P0}  secondary {Covered(r.Secondary, range),4:P0}  together {r.Union.Coverage(range) / range.Length,4:P0}")));

        screen.Step(Text($"11. {chosen.Pair.Name} is exported without a gap, {range.Length.TotalSeconds:0} s around the outage"));
        var prepared = await new ExportPreparation(reader).PlanAsync(chosen.Pair, range, Side.Primary, cancellationToken).ConfigureAwait(false);
        var exported = await new VideoExporter(TimeProvider.System).ExportAsync(new ExportJob(prepared, folder, new ExportOptions()), null, cancellationToken).ConfigureAwait(false);
        if (!exported.TryGet(out var export, out var failure))
        {
            return failure;
        }

        var faults = ExportCheck.Run(export.ManifestPath, cancellationToken).Findings.Count;
        screen.Lines(export.Manifest.Segments.Select(s => Text($"{s.Range.Begin.LocalDateTime:HH:mm:ss.f} - {s.Range.End.LocalDateTime:HH:mm:ss.f}  {s.Side,-9}  {s.Recorder,-8} {s.Frames} pictures")));
        screen.Lines(export.Manifest.Parts.Select(p => Text($"{p.File}: {p.Bytes / 1_000_000.0:0.0} MB, SHA-256 {p.Sha256[..16]}...")));
        screen.Lines([Text($"{export.Manifest.Holes.Count} holes; the files are checked against the manifest: {faults} faults")]);
        return result with
        {
            Segments = export.Manifest.Segments.Count,
            Holes = export.Manifest.Holes.Count,
            Pictures = export.Manifest.Frames,
            ExportFaults = faults,
            UnionCoverage = fresh.Union.Coverage(range) / range.Length,
        };
    }

    private static double Covered(SideRecordings side, TimeRange range) => (side.Sequences?.Coverage(range) ?? TimeSpan.Zero) / range.Length;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
