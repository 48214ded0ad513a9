using RMF.Core.Inventory;
using RMF.Core.Playback;
using RMF.Engine.Playback;
using RMF.Engine.Playback.Export;
using RMF.Engine.Runs;
using RMF.Testing;

namespace RMF.Engine.Tests.Playback;

/// <summary>A folder for one export of a camera that two fakes have recorded. Deleted afterwards.</summary>
internal sealed class ExportFolder : IDisposable
{
    private readonly ManualTimeProvider time = new(FakeRecordings.Origin.AddHours(1)) { AutoAdvance = true, AutoAdvanceLimit = TimeSpan.FromMinutes(1) };

    public string Path { get; } = Directory.CreateTempSubdirectory("rmf-export").FullName;

    public IEnumerable<string> Files => Directory.EnumerateFiles(Path).Select(f => System.IO.Path.GetFileName(f)).Order(StringComparer.Ordinal);

    public async Task<ExportResult> ExportAsync(FakeRecordings? primary, FakeRecordings? secondary, double begin, double end, ExportOptions? options = null)
    {
        var outcome = await TryExportAsync(primary, secondary, begin, end, options);
        Assert.True(outcome.TryGet(out var result, out var failure), failure?.Message);
        return result;
    }

    public async Task<RunOutcome<ExportResult>> TryExportAsync(FakeRecordings? primary, FakeRecordings? secondary, double begin, double end, ExportOptions? options = null, CancellationToken cancellationToken = default)
    {
        var prepared = await new ExportPreparation(new RecordingReader(time)).PlanAsync(Pair(primary, secondary), FakeRecordings.Range(begin, end), Side.Primary, cancellationToken);
        return await new VideoExporter(time).ExportAsync(new ExportJob(prepared, Path, options ?? new ExportOptions()), null, cancellationToken);
    }

    public static RecordedPair Pair(FakeRecordings? primary, FakeRecordings? secondary) => new("Gate 1", primary?.Source, secondary?.Source);

    /// <summary>The pictures of an export's files, in order of time.</summary>
    public List<(string Site, DateTimeOffset Time)> Pictures(ExportManifest manifest)
        => [.. manifest.Parts.Where(p => p.IsVideo).SelectMany(p => new AviFile(System.IO.Path.Combine(Path, p.File)).Words()).OrderBy(w => w.Time)];

    public static string Sites(IEnumerable<(string Site, DateTimeOffset Time)> pictures)
        => string.Concat(pictures.Select(p => p.Site).Aggregate(new List<string>(), (list, site) =>
        {
            if (list.LastOrDefault() != site)
            {
                list.Add(site);
            }

            return list;
        }));

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
