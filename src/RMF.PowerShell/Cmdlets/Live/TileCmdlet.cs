using System.Management.Automation;
using RMF.Engine.Live;
using RMF.Engine.Runs;
using RMF.PowerShell.Arguments;
using RMF.PowerShell.Errors;
using RMF.PowerShell.Runs;

namespace RMF.PowerShell.Cmdlets.Live;

/// <summary>The base of cmdlets that open both sides' streams of cameras, as an operator's screen does.</summary>
public abstract class TileCmdlet : CameraCmdlet
{
    /// <summary>The most cameras that are opened. Default 64: each costs two streams of video.</summary>
    [Parameter]
    [ValidateRange(1, LiveHost.MostTiles)]
    public int MaximumTiles { get; set; } = 64;

    /// <summary>Another reaction time than the policy's, e.g. <c>500ms</c>.</summary>
    [Parameter]
    [DurationArgument]
    public TimeSpan? ReactionTime { get; set; }

    /// <summary>A file to which each switch is written as a line of JSON.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? LogPath { get; set; }

    /// <inheritdoc/>
    private protected sealed override async Task RunAsync(CancellationToken cancellationToken)
    {
        if (ReactionTime is { } reaction && (reaction < LiveLimit.Shortest || reaction > LiveLimit.Longest))
        {
            ThrowTerminatingError(RmfErrorRecord.Create("ReactionTimeInvalid", ErrorCategory.InvalidArgument, FormattableString.Invariant($"A reaction time of {reaction.TotalMilliseconds} ms is not between 100 ms and 30 s."), "Give another one, e.g. -ReactionTime 500ms.", reaction));
        }

        using var log = LogPath is null ? null : new SwitchLog(ResolvePath(LogPath), NewObserver());
        ILiveObserver observer = log is null ? NewObserver() : log;
        var sites = await ConnectAsync(cancellationToken).ConfigureAwait(false);
        var cameras = await FindAsync(sites, cancellationToken).ConfigureAwait(false);
        if (cameras.Count == 0)
        {
            return;
        }

        var host = new LiveHost(TimeProvider.System, observer);
        await using (host.ConfigureAwait(false))
        {
            foreach (var camera in cameras)
            {
                host.Open(camera.Pair, ReactionTime is { } time ? camera.Settings with { ReactionTime = time } : camera.Settings);
            }

            var watches = sites.All.Select(s => s.States.Watch(new StateFollowing(host, s.Info.Name))).ToList();
            try
            {
                await SteeredAsync(host, sites, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                await Task.WhenAll(watches.Select(w => w.DisposeAsync().AsTask())).ConfigureAwait(false);
            }
        }
    }

    private async Task SteeredAsync(LiveHost host, SiteSet sites, CancellationToken cancellationToken)
    {
        if (!FollowsOverrides)
        {
            await RunAsync(host, cancellationToken).ConfigureAwait(false);
            return;
        }

        var poller = new OverridePoller(sites.All, TimeProvider.System, new TileSteering(host).Follow);
        await using (poller.ConfigureAwait(false))
        {
            await RunAsync(host, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Whether operators' orders move these tiles.</summary>
    private protected virtual bool FollowsOverrides => true;

    /// <summary>Hears of the tiles; made once, before they are opened.</summary>
    private protected abstract ILiveObserver NewObserver();

    /// <summary>Does what the cmdlet is for; the streams are closed afterwards.</summary>
    private protected abstract Task RunAsync(LiveHost host, CancellationToken cancellationToken);

    private async Task<List<LiveCamera>> FindAsync(SiteSet sites, CancellationToken cancellationToken)
    {
        using var events = new CmdletEvents(this, "Reading both sides");
        var run = await PrepareAsync(sites, PlanScope.Everything, events, cancellationToken).ConfigureAwait(false);
        var chance = new Random();
        var all = LiveCameras.Of(
            PolicyInUse.Model,
            run.Context.Input,
            run.Context.Options.Naming,
            site => sites[site].Frames,
            new LiveClient(Environment.MachineName, []),
            chance.NextDouble).ToList();
        var meant = all.Where(c => Wanted.Includes(c.Pair.Name, c.Pair.Primary.Request.CameraId) | (!Wanted.IsEverything && Wanted.Includes(c.Pair.Name, c.Pair.Secondary.Request.CameraId))).ToList();
        foreach (var error in Wanted.Missing(all.ConvertAll(c => c.Pair.Name)))
        {
            WriteError(error);
        }

        if (meant.Count > MaximumTiles)
        {
            WriteWarning($"{meant.Count} cameras are meant; the first {MaximumTiles} are opened. Name fewer, or raise -MaximumTiles.");
        }
        else if (meant.Count == 0 && Wanted.IsEverything)
        {
            WriteWarning("No camera is enabled on both sides: there is nothing to show. Get-RmfCamera -Unprotected says why.");
        }

        return meant.Take(MaximumTiles).ToList();
    }
}
