using System.Diagnostics;
using RMF.Core.Inventory;
using RMF.Core.Playback;
using RMF.Engine.Playback;
using RMF.Engine.Ports;
using RMF.Simulator;
using RMF.XProtect;

namespace RMF.Benchmarks.Playback;

/// <summary>
/// The coverage of many cameras on both sides over 30 days, read from two simulated sites over loopback sockets. Each side of each camera has
/// a gap a day; every tenth camera has one a day that both sides share.
/// </summary>
public static class CoverageBenchmark
{
    /// <summary>Days of the report.</summary>
    public const int Days = 30;

    private const int Connections = 8;
    private const int Seed = 6;
    private static readonly TimeSpan Gap = TimeSpan.FromMinutes(10);

    /// <param name="cameras">Cameras of each side.</param>
    /// <param name="output">Takes the numbers.</param>
    public static async Task<CoverageResult> RunAsync(int cameras, TextWriter output)
    {
        var world = World.Generate(new WorldShape { Cameras = cameras, RecordersPerSite = 4, Seed = Seed });
        await using var primary = await StartAsync(Kept(world.Sites[0]));
        await using var secondary = await StartAsync(Kept(world.Sites[^1]));
        using var first = await LogInAsync(primary);
        using var second = await LogInAsync(secondary);
        var others = (await SourcesAsync(second)).ToDictionary(s => s.Name, StringComparer.Ordinal);
        var pairs = (await SourcesAsync(first)).Where(s => others.ContainsKey(s.Name)).Select(s => new RecordedPair(s.Name, s, others[s.Name])).ToList();

        // Whole days of UTC, so that the number of rows is known.
        var now = TimeProvider.System.GetUtcNow();
        var end = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero);
        var range = new TimeRange(end.AddDays(-Days), end);
        Lose(primary, secondary, pairs, range);

        var before = primary.Requests.Total + secondary.Requests.Total;
        var watch = Stopwatch.StartNew();
        var (days, sequences, gaps) = (0, 0, 0);
        var reader = new RecordingReader(TimeProvider.System, new RecordingReaderOptions { AtOnce = Connections });
        await foreach (var read in reader.ReadAllAsync(pairs, range, CancellationToken.None))
        {
            sequences += read.Primary.Sequences!.Count + read.Secondary.Sequences!.Count;
            foreach (var day in Coverage.Days(read, TimeZoneInfo.Utc, TimeSpan.FromSeconds(1)))
            {
                days++;
                gaps += day.UnionGaps.Count;
            }
        }

        var result = new CoverageResult(pairs.Count, days, sequences, gaps, primary.Requests.Total + secondary.Requests.Total - before);
        output.WriteLine($"{result.Cameras} cameras on both sides, {Days} days: {Figures.Seconds(watch.Elapsed)}, {result.Requests} requests, {Connections} cameras at a time");
        output.WriteLine($"{result.Sequences} sequences, {result.Days} rows, {result.Gaps} gaps of both sides");
        return result;
    }

    private static void Lose(SimulatedSite primary, SimulatedSite secondary, List<RecordedPair> pairs, TimeRange range)
    {
        for (var i = 0; i < pairs.Count; i++)
        {
            for (var day = 0; day < Days; day++)
            {
                var at = range.Begin.AddDays(day).AddHours(6);
                primary.Recordings.Remove(pairs[i].Primary!.Camera.CameraId, at, at + Gap);
                var other = i % 10 == 0 ? at : at.AddHours(6);
                secondary.Recordings.Remove(pairs[i].Secondary!.Camera.CameraId, other, other + Gap);
            }
        }
    }

    // The report begins at midnight, up to a day before the retention of a storage that keeps just as many days.
    private static WorldSite Kept(WorldSite site)
        => site with { Recorders = [.. site.Recorders.Select(r => r with { Storages = [.. r.Storages.Select(s => s with { RetainMinutes = 2 * Days * 24 * 60 })] })] };

    private static async Task<SimulatedSite> StartAsync(WorldSite world)
    {
        var site = new SimulatedSite(world, new SimulatorOptions { TimeProvider = TimeProvider.System });
        await site.ListenAsync();
        return site;
    }

    private static async Task<ISite> LogInAsync(SimulatedSite site)
    {
        var connected = await new XProtectConnector(new XProtectOptions(TimeProvider.System, Seed)).ConnectAsync(
            new SiteConnection(site.Name, site.BaseUri, new SiteCredential.Basic(site.BasicUser, new Secret(site.Password))) { Connections = Connections }, CancellationToken.None);
        return connected.Value ?? throw new InvalidOperationException(connected.Error!.ToString());
    }

    private static async Task<List<RecordedSource>> SourcesAsync(ISite site)
    {
        var read = await site.Reader.ReadAsync(RememberedPairs.Request, null, CancellationToken.None);
        var snapshot = read.Value ?? throw new InvalidOperationException(read.Error!.ToString());
        var view = new SideView(Side.Primary, [snapshot], [.. snapshot.OfKind(ItemKind.RecordingServer).Select(r => r.Key)]);
        return [.. view.OfKind(ItemKind.Camera).Select(c => new RecordedSource(site.Recordings, new RecordedCamera(c.Key.Id, view.RecorderOf(c.Key)!.Key.Id), site.Info.Name, "") { Name = c.Name })];
    }
}
