using System.Collections.Concurrent;
using System.Globalization;
using RMF.Core.Live;
using RMF.Core.Playback;
using RMF.Engine.Live;
using RMF.Engine.Live.Drill;
using RMF.Engine.Runs;
using RMF.Policy;
using RMF.Simulator;

namespace RMF.Service.Demo;

/// <summary>Live failover on real streams: tiles are open, their primary recording servers die and come back.</summary>
internal sealed class DemoLive : ILiveObserver
{
    private const int MostTiles = 16;
    private const int MostLines = 8;

    // Long enough to be seen in the recordings.
    private static readonly TimeSpan Dead = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly DemoScreen screen;
    private readonly ConcurrentQueue<TileSwitch> switches = new();
    private readonly ConcurrentQueue<TimeSpan> gaps = new();

    public DemoLive(DemoScreen screen) => this.screen = screen;

    /// <summary>The recording server that was killed; empty before.</summary>
    public string Recorder { get; private set; } = "";

    /// <summary>When it was dead.</summary>
    public TimeRange Outage { get; private set; }

    public void OnSwitch(TileSwitch moved) => switches.Enqueue(moved);

    public void OnPicture(string tile, TimeSpan gap) => gaps.Enqueue(gap);

    public async Task<DemoResult> RunAsync(DemoResult result, RedundancyPolicy policy, PreparedRun run, SimulatedSite primary, CancellationToken cancellationToken)
    {
        // The waits of a real site would make the demo a minute longer.
        policy = policy with
        {
            Live = policy.Live with
            {
                ReactionTime = TimeSpan.FromMilliseconds(500),
                Dwell = TimeSpan.FromSeconds(1),
                Failback = new FailbackPolicy { Policy = FailbackRule.Validated, ValidateFor = TimeSpan.FromSeconds(3) },
                Overrides = [],
            },
        };
        var chance = new Random(1);
        var cameras = LiveCameras.Of(policy, run.Context.Input, run.Context.Options.Naming, site => run.Context.Sites[site].Frames, new LiveClient(null, []), chance.NextDouble)
            .GroupBy(c => c.Pair.Primary.Request.RecorderId, StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(g => g.Count())
            .First()
            .Take(MostTiles)
            .ToList();
        var host = new LiveHost(TimeProvider.System, this);
        await using var closing = host.ConfigureAwait(false);
        cameras.ForEach(c => host.Open(c.Pair, c.Settings));

        screen.Step(Text($"7. Live: {cameras.Count} tiles open both sides' streams"));
        await UntilAsync(() => host.Tiles.All(IsReady), cancellationToken).ConfigureAwait(false);
        await Task.Delay(TimeSpan.FromSeconds(1.5), cancellationToken).ConfigureAwait(false);
        screen.Lines([Text($"{host.Tiles.Count(t => t.Status.Phase == TilePhase.Home)} show the primary; the primary sends {host.Tiles.Average(t => t.Status.Primary.FramesPerSecond):0} frames a second in the mean, the secondary {host.Tiles.Average(t => t.Status.Secondary.FramesPerSecond):0}")]);
        var falseSwitches = Taken().Count(s => s.IsSwitch);

        var recorder = primary.Recorders.Single(r => string.Equals(r.Id.ToString(), cameras[0].Pair.Primary.Request.RecorderId, StringComparison.OrdinalIgnoreCase)).Name;
        Recorder = recorder;
        var killed = DateTimeOffset.UtcNow;
        screen.Step($"8. Recording server {recorder} is killed");
        primary.Faults.Add(Fault.OfStream(FaultKind.StreamKill, recorder));
        await UntilAsync(() => host.Tiles.All(t => t.Status.Phase is TilePhase.Away or TilePhase.ReturningHome), cancellationToken).ConfigureAwait(false);
        await UntilAsync(() => gaps.Count >= cameras.Count, cancellationToken).ConfigureAwait(false);
        var away = Taken();
        var switched = away.Where(s => s.Cause == SwitchCause.HomeLost).Select(s => s.Tile).Distinct(StringComparer.Ordinal).Count();
        Timeline(away);
        var rows = gaps.Select(g => new DrillRow(1, "", g, null, WentHome: false)).ToList();
        var measured = new DrillResult(rows, [], 0, new DrillOptions());

        await Task.Delay(Dead, cancellationToken).ConfigureAwait(false);
        screen.Step("9. It comes back; each tile goes home when the primary has proved itself for 3 s");
        primary.Faults.Clear();
        Outage = new TimeRange(killed, DateTimeOffset.UtcNow);
        await UntilAsync(() => host.Tiles.All(t => t.Status.Phase == TilePhase.Home), cancellationToken).ConfigureAwait(false);
        var back = Taken();
        Timeline(back);
        return result with
        {
            Tiles = cameras.Count,
            Switched = switched,
            GapMsP50 = Milliseconds(measured.Percentile(0.5)),
            GapMsP99 = Milliseconds(measured.Percentile(0.99)),
            WentHome = back.Count(s => s.Cause == SwitchCause.Failback),
            FalseSwitches = falseSwitches + away.Count(s => s.IsSwitch && s.Cause != SwitchCause.HomeLost) + back.Count(s => s.IsSwitch && s.Cause != SwitchCause.Failback),
        };
    }

    private static bool IsReady(LiveTile tile)
    {
        var status = tile.Status;
        return status.Phase == TilePhase.Home && status.Primary.Health == SideStatus.Healthy && status.Secondary.Health == SideStatus.Healthy;
    }

    private List<TileSwitch> Taken()
    {
        var taken = new List<TileSwitch>();
        while (switches.TryDequeue(out var moved))
        {
            taken.Add(moved);
        }

        return taken;
    }

    private void Timeline(List<TileSwitch> moved)
    {
        screen.Lines(moved.Take(MostLines).Select(s => string.Format(
            CultureInfo.InvariantCulture, "{0:HH:mm:ss.fff}  {1,-22} {2} -> {3,-9} {4,4:0} ms without a picture  {5}", s.At.LocalDateTime, s.Tile, s.From?.ToString() ?? "start", s.To?.ToString() ?? "none", s.Gap.TotalMilliseconds, s.Cause)));
        if (moved.Count > MostLines)
        {
            screen.Lines([Text($"and {moved.Count - MostLines} more")]);
        }
    }

    private static async Task UntilAsync(Func<bool> holds, CancellationToken cancellationToken)
    {
        var end = DateTime.UtcNow + Patience;
        while (!holds() && DateTime.UtcNow < end)
        {
            await Task.Delay(10, cancellationToken).ConfigureAwait(false);
        }
    }

    private static double? Milliseconds(TimeSpan? gap) => gap is { } value ? Math.Round(value.TotalMilliseconds, 1) : null;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
