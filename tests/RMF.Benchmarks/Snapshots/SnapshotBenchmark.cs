using System.Diagnostics;
using RMF.Core.Inventory;
using RMF.Engine.Ports;
using RMF.Simulator;
using RMF.XProtect;

namespace RMF.Benchmarks.Snapshots;

/// <summary>A full snapshot of a simulated site over loopback sockets, against the bare requests. Goal: a ratio under 1.5.</summary>
public sealed class SnapshotBenchmark(SimulatedSite site, TextWriter output)
{
    private const int Seed = 11;

    /// <summary>What a policy without switches of its own reads: what costs a request each only to be shown is off.</summary>
    private static readonly ItemKind[] Kinds = [.. Enum.GetValues<ItemKind>().Where(k => k == ItemKind.HardwareDriverSettings || !RMF.Core.Kinds.KindTable.Of(k).IsShownOnly)];

    private readonly SiteConnection connection = new(site.Name, site.BaseUri, new SiteCredential.Basic(site.BasicUser, new Secret(site.Password)));
    private readonly List<SnapshotRound> reader = [];
    private readonly List<SnapshotRound> bare = [];
    private SiteSnapshot? snapshot;

    /// <param name="cameras">Cameras of the site.</param>
    /// <param name="rounds">Rounds that count; one more goes before them and does not.</param>
    /// <param name="output">Takes the numbers.</param>
    public static async Task<SnapshotResult> RunAsync(int cameras, int rounds, TextWriter output)
    {
        await using var site = new SimulatedSite(World.Generate(cameras, sites: 1).Sites[0], new SimulatorOptions { TimeProvider = TimeProvider.System });
        await site.ListenAsync();
        return await new SnapshotBenchmark(site, output).RunAsync(rounds);
    }

    private async Task<SnapshotResult> RunAsync(int rounds)
    {
        using var client = await BareReader.LogInAsync(site, connection.Connections);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await ReadAsync();
        output.WriteLine($"a snapshot and the log of its requests hold {Figures.Megabytes(GC.GetTotalMemory(forceFullCollection: true) - before)}");
        var targets = Targets();
        var result = new SnapshotResult(targets.Count, await client.ReadAsync(targets), snapshot!.Items.Count, snapshot.OfKind(ItemKind.Camera).Count, snapshot.OfKind(ItemKind.Settings).Count, snapshot.IsComplete, true) { Reader = reader, Bare = bare };
        reader.Clear();
        for (var i = 0; i < rounds; i++)
        {
            // The order turns, so that neither always finds the machine as the other left it.
            if (i % 2 == 0)
            {
                await ReadAsync();
                result = result with { SameRequests = result.SameRequests && Targets().Order(StringComparer.Ordinal).SequenceEqual(targets.Order(StringComparer.Ordinal)) };
                bare.Add(await MeasureAsync(() => client.ReadAsync(targets)));
            }
            else
            {
                bare.Add(await MeasureAsync(() => client.ReadAsync(targets)));
                await ReadAsync();
            }

            output.WriteLine($"round {i + 1}: snapshot {Figures.Seconds(reader[^1].Time)}, bare requests {Figures.Seconds(bare[^1].Time)}, ratio {Figures.Ratio(reader[^1].Time / bare[^1].Time)}");
        }

        Print(result);
        return result;
    }

    private void Print(SnapshotResult result)
    {
        output.WriteLine($"{result.Cameras} cameras, {result.Items} items, {result.Requests} requests on {connection.Connections} connections, {Figures.Megabytes(result.Bytes)} of JSON");
        Print("snapshot", reader);
        Print("bare requests", bare);
        output.WriteLine($"ratio of the medians: {Figures.Ratio(result.Ratio)} by the clock (goal: under 1.5), {Figures.Ratio(result.ProcessorRatio)} by processor time");
    }

    private void Print(string what, List<SnapshotRound> rounds)
        => output.WriteLine($"{what}, the site's share included: {Figures.Seconds(Figures.Median(rounds.Select(r => r.Time)))}, {Figures.Seconds(Figures.Median(rounds.Select(r => r.Processor)))} of processor time, {Figures.Seconds(Figures.Median(rounds.Select(r => r.Paused)))} paused by the collector, {Figures.Megabytes(Figures.Median(rounds.Select(r => r.Allocated)))} allocated");

    /// <summary>What the last snapshot asked for, log-in and discovery apart.</summary>
    private List<string> Targets() => [.. site.Requests.List().Where(r => r.Method == "GET").Select(r => r.Target)];

    /// <summary>Each time a connection of its own: what one learns of a site must not spare the next one requests.</summary>
    private async Task ReadAsync()
    {
        snapshot = null;
        var connected = await new XProtectConnector(new XProtectOptions(TimeProvider.System, Seed)).ConnectAsync(connection, CancellationToken.None);
        using var session = connected.TryGet(out var made) ? made : throw new InvalidOperationException(connected.Error!.ToString());
        site.Requests.Clear();
        reader.Add(await MeasureAsync(async () =>
        {
            var read = await session.Reader.ReadAsync(new SnapshotRequest(Kinds, [], ReadDepth.Full), null, CancellationToken.None);
            snapshot = read.TryGet(out var whole) ? whole : throw new InvalidOperationException(read.Error!.ToString());
        }));
    }

    private static async Task<SnapshotRound> MeasureAsync(Func<Task> action)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var processor = Figures.Processor();
        var paused = GC.GetTotalPauseDuration();
        var watch = Stopwatch.StartNew();
        await action();
        watch.Stop();
        return new SnapshotRound(watch.Elapsed, Figures.Processor() - processor, GC.GetTotalPauseDuration() - paused, GC.GetTotalAllocatedBytes(precise: true) - allocated);
    }
}
