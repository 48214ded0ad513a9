using System.Collections.Concurrent;
using System.Management.Automation;
using RMF.Core.Live;
using RMF.Engine.Live;
using RMF.PowerShell.Arguments;

namespace RMF.PowerShell.Cmdlets.Live;

/// <summary>
/// Opens both sides' streams of cameras and shows as a live table which side each camera would be shown from, and why. It switches as the
/// policy says, as an operator's screen does, and ends with Ctrl+C or after -Duration.
/// </summary>
[Cmdlet(VerbsCommon.Watch, "RmfStream")]
[OutputType(typeof(RmfTile), typeof(RmfTileSwitch))]
public sealed class WatchRmfStream : TileCmdlet
{
    // How long -Once waits for each stream to say something; and then, so that the rates are known.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(1.5);

    private readonly SwitchQueue switches = new();

    /// <summary>Ends by itself after this time, e.g. <c>5m</c>. Default: it runs until Ctrl+C.</summary>
    [Parameter]
    [DurationArgument]
    public TimeSpan? Duration { get; set; }

    /// <summary>The time between two looks, e.g. <c>1s</c>. Default 500 ms.</summary>
    [Parameter]
    [DurationArgument]
    public TimeSpan Interval { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Gives one object for each camera, as it is when both streams have shown what they are, and ends.</summary>
    [Parameter]
    public SwitchParameter Once { get; set; }

    /// <summary>Gives an object for each switch instead of the table.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override ILiveObserver NewObserver() => switches;

    private protected override async Task RunAsync(LiveHost host, CancellationToken cancellationToken)
    {
        if (Once)
        {
            var limit = DateTime.UtcNow + Patience;
            while (!host.Tiles.All(t => IsKnown(t.Status)) && DateTime.UtcNow < limit)
            {
                await Task.Delay(20, cancellationToken).ConfigureAwait(false);
            }

            await Task.Delay(Settling, cancellationToken).ConfigureAwait(false);
            foreach (var tile in host.Tiles)
            {
                WriteObject(RmfTile.Of(tile.Status));
            }

            return;
        }

        var table = new LiveTable();
        var end = Duration is { } time ? DateTime.UtcNow + time : DateTime.MaxValue;
        while (DateTime.UtcNow < end)
        {
            await Task.Delay(Interval < Shortest ? Shortest : Interval, cancellationToken).ConfigureAwait(false);
            while (switches.TryTake(out var moved))
            {
                table.Add(moved);
                if (PassThru)
                {
                    WriteObject(RmfTileSwitch.Of(moved));
                }
            }

            if (!PassThru)
            {
                var text = OnPipeline(() => table.Draw(host.Tiles.Select(t => t.Status).ToList(), Width, Host.UI.SupportsVirtualTerminal && !Console.IsOutputRedirected));
                if (text.Length > 0)
                {
                    OnPipeline(() => Show(text));
                }
            }
        }
    }

    private static bool IsKnown(TileStatus status)
        => status.Phase != TilePhase.Starting && status.Primary.Health != SideStatus.Unknown && status.Secondary.Health != SideStatus.Unknown;

    private static TimeSpan Shortest => TimeSpan.FromMilliseconds(100);

    private int Width => Host.UI.RawUI is { } raw && raw.WindowSize.Width > 20 ? raw.WindowSize.Width : 120;

    private bool Show(string text)
    {
        Host.UI.Write(text);
        return true;
    }

    private sealed class SwitchQueue : ILiveObserver
    {
        // A watcher that is stopped by the debugger must not fill the memory.
        private const int Most = 100_000;

        private readonly ConcurrentQueue<TileSwitch> queue = new();

        public void OnSwitch(TileSwitch moved)
        {
            if (queue.Count < Most)
            {
                queue.Enqueue(moved);
            }
        }

        public void OnPicture(string tile, TimeSpan gap)
        {
        }

        public bool TryTake(out TileSwitch moved) => queue.TryDequeue(out moved!);
    }
}
