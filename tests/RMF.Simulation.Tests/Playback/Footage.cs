using System.Globalization;
using RMF.Core.Inventory;
using RMF.Core.Playback;
using RMF.Engine.Playback;
using RMF.Engine.Playback.Export;
using RMF.Engine.Ports;
using RMF.Engine.Tests.Playback;
using RMF.Simulation.Tests.Lab;
using RMF.Simulator;

namespace RMF.Simulation.Tests.Playback;

/// <summary>Two sites on sockets that have recorded the same cameras, and a folder for exports. Times count in seconds from an hour ago.</summary>
internal sealed class Footage : IAsyncDisposable
{
    private readonly Duo duo;

    private Footage(Duo duo, RecordedPair pair)
    {
        this.duo = duo;
        Pair = pair;
        var now = TimeProvider.System.GetUtcNow();
        Origin = new DateTimeOffset(now.Ticks - (now.Ticks % TimeSpan.TicksPerMinute), TimeSpan.Zero).AddHours(-1);
    }

    public DateTimeOffset Origin { get; }

    public RecordedPair Pair { get; }

    public SimulatedSite Primary => duo.Primary;

    public SimulatedSite Secondary => duo.Secondary;

    public string Folder { get; } = Directory.CreateTempSubdirectory("rmf-footage").FullName;

    public static async Task<Footage> StartAsync(Personality personality = Personality.V2025R2)
    {
        var world = World.Generate(new WorldShape { Cameras = 2, RecordersPerSite = 1, Seed = 6 });
        var started = await Duo.StartAsync(world, d => Texts.TwoSites(d), new DuoOptions { Sockets = true, PersonalityOf = _ => personality });
        var run = await started.PlanAsync();
        var sites = await started.SitesAsync();
        return new Footage(started, RecordedPairs.Of(run.Context.Input, s => sites[s].Recordings).First(p => p is { Primary: not null, Secondary: not null }));
    }

    public DateTimeOffset At(double seconds) => Origin.AddSeconds(seconds);

    public TimeRange Range(double begin, double end) => new(At(begin), At(end));

    public SimulatedSite Site(Side side) => side == Side.Primary ? Primary : Secondary;

    public void Lose(Side side, double begin, double end) => Site(side).Recordings.Remove(Pair.Of(side)!.Camera.CameraId, At(begin), At(end));

    /// <summary>The camera has storage of its own.</summary>
    public void EnableEdgeStorage(Side side) => Site(side).Data.Set("cameras", Pair.Of(side)!.Camera.CameraId, "edgeStorageEnabled", true);

    public Task<PairRecordings> ReadAsync() => new RecordingReader(TimeProvider.System).ReadAsync(Pair, Range(-600, 1200), default);

    public ExportPreparation NewPreparation() => new(new RecordingReader(TimeProvider.System));

    public async Task<ExportManifest> ExportAsync(PreparedExport prepared, IProgress<ExportProgress>? progress = null)
    {
        var options = new ExportOptions { FirstPause = TimeSpan.FromMilliseconds(20) };
        var outcome = await new VideoExporter(TimeProvider.System).ExportAsync(new ExportJob(prepared, Folder, options), progress, default);
        Assert.True(outcome.TryGet(out var result, out var failure), failure?.Message);
        return result.Manifest;
    }

    /// <summary>Looks at every picture of an export: what it shows of itself must be what the table of times and the manifest say.</summary>
    public List<(Side Side, DateTimeOffset Time)> Look(ExportManifest manifest)
    {
        var seen = new List<(Side, DateTimeOffset)>();
        foreach (var part in manifest.Parts.Where(p => p.IsVideo))
        {
            var video = new AviFile(Path.Combine(Folder, part.File));
            var table = File.ReadAllLines(Path.ChangeExtension(Path.Combine(Folder, part.File), "csv"));
            Assert.Equal(table.Length - 1, video.Pictures.Count);
            for (var i = 0; i < video.Pictures.Count; i++)
            {
                var shown = Shown(video.Picture(i));
                Assert.Equal(FormattableString.Invariant($"{i},{shown.Time.ToString("yyyy-MM-ddTHH:mm:ss.fff", CultureInfo.InvariantCulture)}"), table[i + 1][..(table[i + 1].IndexOf('.', StringComparison.Ordinal) + 4)]);
                Assert.EndsWith("," + shown.Side, table[i + 1], StringComparison.Ordinal);
                seen.Add(shown);
            }
        }

        Assert.Equal(seen.Select(s => s.Item2).Order(), seen.Select(s => s.Item2));
        foreach (var segment in manifest.Segments)
        {
            Assert.Equal(segment.Frames, seen.Count(s => s.Item1 == segment.Side && s.Item2 >= segment.First!.Value.AddMilliseconds(-1) && s.Item2 <= segment.Last));
        }

        return seen;
    }

    /// <summary>The side and time that a picture shows.</summary>
    public static (Side Side, DateTimeOffset Time) Shown(ReadOnlySpan<byte> jpeg)
    {
        Assert.True(SimulatedPicture.TryRead(jpeg, out var picture), "it is no picture of a simulated camera");
        return (Enum.Parse<Side>(picture.Side, ignoreCase: true), picture.Time);
    }

    public async ValueTask DisposeAsync()
    {
        await duo.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
