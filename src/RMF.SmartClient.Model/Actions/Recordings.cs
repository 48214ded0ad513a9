using RMF.Core.Inventory;
using RMF.Engine.Operator;
using RMF.Engine.Ports;

namespace RMF.SmartClient.Model.Actions;

/// <summary>Manual recording of a camera on both sides. Runs on the pool. Thread-safe.</summary>
internal static class Recordings
{
    /// <summary>Whether a side records by hand; null where no side tells.</summary>
    public static async Task<bool?> ReadAsync(CameraNow now, CancellationToken cancellationToken)
    {
        var states = await Task.WhenAll(now.Sides.Select(s => ReadAsync(now, s, cancellationToken))).ConfigureAwait(false);
        return Array.Exists(states, s => s == true) ? true : Array.Exists(states, s => s == false) ? false : null;
    }

    /// <summary>Starts or stops it, and remembers it so that it goes on at a side that comes back.</summary>
    public static async Task<BothSidesResult> SetAsync(OperatorDesk desk, CameraNow now, bool on, CancellationToken cancellationToken)
    {
        // A recording that may not be resumed is not to be begun later either.
        var remembering = !now.IsPaired || (on && !now.Resumes) ? Remembering.Never : Remembering.WhenOtherSideDid;
        var result = await desk.Sides(now.Tolerance).RunAsync(now.On(OperatorIntent.Record(on)), now.Reach, remembering, cancellationToken).ConfigureAwait(false);
        var unwatched = now.IsPaired && (now.Resumes || !on) ? await desk.Mending(now.Tolerance).WatchAsync(result.Outcomes, CancellationToken.None).ConfigureAwait(false) : null;
        return unwatched is null || result.NotRemembered is not null ? result : result with { NotRemembered = unwatched };
    }

    private static async Task<bool?> ReadAsync(CameraNow now, Side side, CancellationToken cancellationToken)
    {
        if (now.Camera.On(side) is not { Recorded: { } recorded } camera || !now.Reach.Sites.TryGetValue(camera.Site, out var site))
        {
            return null;
        }

        var read = await site.Operator.Recording.ReadAsync([recorded], cancellationToken).ConfigureAwait(false);
        return read.TryGetValue(recorded, out var state) && state.Error is null ? state.Value : null;
    }
}
