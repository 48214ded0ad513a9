using System.Collections.Concurrent;
using RMF.Core.Live;
using RMF.Engine.Live;
using RMF.Engine.Ports;
using RMF.Simulator;
using RMF.XProtect;

namespace RMF.Benchmarks.Live;

/// <summary>Two simulated sites on sockets with one recording server each, and tiles that have both sides' streams open.</summary>
public sealed class FailoverLab : ILiveObserver, IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly List<IAsyncDisposable> servers = [];
    private readonly List<ISite> sites = [];
    private readonly ConcurrentQueue<TileSwitch> switches = new();
    private readonly ConcurrentDictionary<string, TimeSpan> gaps = new(StringComparer.Ordinal);
    private readonly LiveHost host;

    private FailoverLab() => host = new LiveHost(TimeProvider.System, this);

    public SimulatedSite Primary { get; private set; } = null!;

    public IReadOnlyList<LiveTile> Tiles => host.Tiles;

    /// <param name="tiles">How many cameras.</param>
    /// <param name="framesPerSecond">Of each stream.</param>
    /// <param name="settings">Of each tile.</param>
    public static async Task<FailoverLab> StartAsync(int tiles, int framesPerSecond, TileSettings settings)
    {
        var lab = new FailoverLab();
        var sources = new List<(ISite Site, List<FrameRequest> Requests)>();
        var world = World.Generate(tiles, sites: 2);
        for (var i = 0; i < 2; i++)
        {
            var server = new SimulatedSite(world.Sites[i], new SimulatorOptions { TimeProvider = TimeProvider.System, FramesPerSecond = framesPerSecond });
            lab.servers.Add(server);
            await server.ListenAsync().ConfigureAwait(false);
            lab.Primary ??= server;
            var connector = new XProtectConnector(new XProtectOptions(TimeProvider.System, i));
            var outcome = await connector.ConnectAsync(new SiteConnection(server.Name, server.BaseUri, new SiteCredential.Basic(server.BasicUser, new Secret(server.Password))), CancellationToken.None).ConfigureAwait(false);
            var site = outcome.TryGet(out var connected) ? connected : throw new InvalidOperationException(outcome.Error!.ToString());
            lab.sites.Add(site);
            var recorderOf = server.Data.List("hardware").ToDictionary(h => h.Id, h => h.ParentId!.Value);
            sources.Add((site, server.Data.List("cameras").Select(c => new FrameRequest(c.Id.ToString(), recorderOf[c.ParentId!.Value].ToString()) { Transport = FrameTransport.Stream }).Take(tiles).ToList()));
        }

        for (var i = 0; i < tiles; i++)
        {
            var pair = new TilePair(FormattableString.Invariant($"Tile {i + 1}"), Source(0, i), Source(1, i));
            lab.host.Open(pair, settings);
        }

        await lab.UntilAsync(lab.IsQuiet).ConfigureAwait(false);

        // The rates are learned in the first second.
        await Task.Delay(TimeSpan.FromSeconds(2)).ConfigureAwait(false);
        lab.Forget();
        return lab;

        TileSource Source(int side, int number) => new(sources[side].Site.Frames, sources[side].Requests[number], sources[side].Site.Info.Name);
    }

    /// <summary>Does something to the primary's streams and waits until all tiles have left it.</summary>
    public async Task<FailoverResult> FailAsync(FaultKind kind)
    {
        using var stall = new Stall();
        await Task.Delay(TimeSpan.FromSeconds(1)).ConfigureAwait(false);
        var early = Forget();

        // Where the machine stalls a tile may be away just now.
        await UntilAsync(IsQuiet).ConfigureAwait(false);
        Forget();
        Primary.Faults.Add(Fault.OfStream(kind));
        await UntilAsync(() => gaps.Count >= Tiles.Count).ConfigureAwait(false);
        var measured = gaps.Values.Order().ToList();
        var others = switches.Count(s => s.IsSwitch && s.Cause != SwitchCause.HomeLost);
        return new FailoverResult(Tiles.Count, kind.ToString(), measured, early + others, stall.Longest);
    }

    /// <summary>Lets frames come late and some not at all for a while; no tile should move.</summary>
    public async Task<FailoverResult> DisturbAsync(TimeSpan sigma, double loss, TimeSpan time)
    {
        using var stall = new Stall();
        Forget();
        Primary.Faults.Add(Fault.StreamJitter(sigma));
        Primary.Faults.Add(new Fault { Kind = FaultKind.FrameLoss, Probability = loss });
        await Task.Delay(time).ConfigureAwait(false);
        var heard = switches.Count(s => s.Cause is SwitchCause.HomeLost or SwitchCause.BothLost);
        Primary.Faults.Clear();
        return new FailoverResult(Tiles.Count, "Jitter", [], heard, stall.Longest);
    }

    public void OnSwitch(TileSwitch moved) => switches.Enqueue(moved);

    /// <summary>The first of each tile counts.</summary>
    public void OnPicture(string tile, TimeSpan gap) => gaps.TryAdd(tile, gap);

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync().ConfigureAwait(false);
        sites.ForEach(s => s.Dispose());
        foreach (var server in servers)
        {
            await server.DisposeAsync().ConfigureAwait(false);
        }
    }

    private bool IsQuiet() => Tiles.All(t => t.Status is { Phase: TilePhase.Home, Primary.Health: SideStatus.Healthy, Secondary.Health: SideStatus.Healthy });

    private int Forget()
    {
        var heard = switches.Count(s => s.IsSwitch);
        switches.Clear();
        gaps.Clear();
        return heard;
    }

    private async Task UntilAsync(Func<bool> holds)
    {
        var end = DateTime.UtcNow + Patience;
        while (!holds() && DateTime.UtcNow < end)
        {
            await Task.Delay(20).ConfigureAwait(false);
        }
    }
}
