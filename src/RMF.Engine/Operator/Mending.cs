using RMF.Core.Inventory;
using RMF.Engine.Ports;
using RMF.Engine.Runs;

namespace RMF.Engine.Operator;

/// <summary>
/// Finds what a side lacks of what operators did, and does it there. A manual recording goes on at a side that came back only while the other side still
/// records: one that has ended meanwhile is not begun again. Thread-safe.
/// </summary>
public sealed class Mending
{
    private readonly OperatorStore store;
    private readonly BothSides sides;
    private readonly TimeProvider time;

    public Mending(OperatorStore store, BothSides sides, TimeProvider time)
    {
        this.store = store;
        this.sides = sides;
        this.time = time;
    }

    /// <summary>True when there is nothing to look at; no site need be asked then.</summary>
    public bool IsIdle => store.Load().TryGet(out var records, out _) && records.Inconsistencies.Count == 0 && records.Recordings.Count == 0;

    /// <summary>What a side lacks now. Records whose camera is gone, and recordings that have ended, are struck out.</summary>
    /// <param name="reach">Both sides' cameras.</param>
    /// <param name="resumes">Whether recordings go on at a side that came back: the policy's <c>recording.resumeOnReturn</c>.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<RunOutcome<IReadOnlyList<InconsistencyRecord>>> FindAsync(CameraReach reach, bool resumes, CancellationToken cancellationToken)
    {
        if (!store.Load().TryGet(out var records, out var failure))
        {
            return failure;
        }

        var found = new List<InconsistencyRecord>();
        var gone = new HashSet<string>(StringComparer.Ordinal);
        foreach (var record in records.Inconsistencies)
        {
            if (reach.Find(record.Side, record.Camera.On(record.Side)!) is { } camera)
            {
                found.Add(record with { Camera = camera });
            }
            else if (reach.IsWhole)
            {
                gone.Add(record.Key);
            }
            else
            {
                found.Add(record);
            }
        }

        var ended = new HashSet<string>(StringComparer.Ordinal);
        var stopped = await StoppedAsync(records.Recordings, reach, ended, cancellationToken).ConfigureAwait(false);
        var live = new HashSet<string>(resumes ? records.Recordings.Where(w => !ended.Contains(w.Key)).Select(w => w.Key) : [], StringComparer.Ordinal);
        foreach (var record in found.Where(r => r.Intent.Kind == IntentKind.RecordingOn && !live.Contains(WatchedRecording.KeyOf(r.Camera))).ToList())
        {
            // What it was to keep company has ended.
            found.Remove(record);
            gone.Add(record.Key);
        }

        if (resumes)
        {
            found.AddRange(stopped);
        }

        if (gone.Count > 0 || ended.Count > 0)
        {
            var pruned = await store.UpdateAsync(
                r => new OperatorRecords([.. r.Inconsistencies.Where(i => !gone.Contains(i.Key))], [.. r.Recordings.Where(w => !ended.Contains(w.Key))]),
                cancellationToken).ConfigureAwait(false);
            if (pruned.Failure is { } unwritten)
            {
                return unwritten;
            }
        }

        return found.GroupBy(f => f.Key, StringComparer.Ordinal).Select(g => g.Last()).ToList();
    }

    /// <summary>Does on the lagging sides what they lack. What is done is struck out; what is not stays.</summary>
    public Task<BothSidesResult> MendAsync(IReadOnlyList<InconsistencyRecord> records, CameraReach reach, CancellationToken cancellationToken)
        => sides.RunAsync([.. records.Select(r => new SideAction(r.Camera, r.Side, r.Intent))], reach, Remembering.Always, cancellationToken);

    /// <summary>Notes recordings that were started on a side, so that they can go on at the other one, or strikes out those that were stopped.</summary>
    /// <param name="outcomes">What became of starting or stopping.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<RunFailure?> WatchAsync(IReadOnlyList<SideOutcome> outcomes, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var both = outcomes.Where(o => o.Action.Camera is { Primary: not null, Secondary: not null }).ToList();
        var started = both.Where(o => o.IsDone && o.Action.Intent.Kind == IntentKind.RecordingOn).Select(o => o.Action.Camera).Distinct().Select(c => new WatchedRecording(c, now, EndOf(c, now))).ToList();
        var touched = new HashSet<string>(both.Select(o => WatchedRecording.KeyOf(o.Action.Camera)), StringComparer.Ordinal);
        if (touched.Count == 0)
        {
            return null;
        }

        var updated = await store.UpdateAsync(
            r => r.Recordings.Count == 0 && started.Count == 0 ? r : r with { Recordings = [.. r.Recordings.Where(w => !touched.Contains(w.Key) && w.Until > now), .. started] },
            cancellationToken).ConfigureAwait(false);
        return updated.Failure;
    }

    /// <summary>A camera whose recording no server ends by itself is watched for so long.</summary>
    public static readonly TimeSpan LongestWatch = TimeSpan.FromDays(7);

    private static DateTimeOffset EndOf(OperatorCamera camera, DateTimeOffset now)
        => camera is { Primary.RecordingTimeout: { } one, Secondary.RecordingTimeout: { } other } ? now + (one > other ? one : other) : now + LongestWatch;

    private async Task<List<InconsistencyRecord>> StoppedAsync(IReadOnlyList<WatchedRecording> watched, CameraReach reach, HashSet<string> ended, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        ended.UnionWith(watched.Where(w => w.Until <= now).Select(w => w.Key));
        var running = watched.Where(w => w.Until > now).Select(w => (Watch: w, Camera: reach.Find(Side.Primary, w.Camera.Primary!) ?? reach.Find(Side.Secondary, w.Camera.Secondary!))).ToList();
        if (reach.IsWhole)
        {
            ended.UnionWith(running.Where(r => r.Camera is not { Primary: not null, Secondary: not null }).Select(r => r.Watch.Key));
        }

        var whole = running.Where(r => r.Camera is { Primary.Recorded: not null, Secondary.Recorded: not null }).Select(r => (r.Watch, Camera: r.Camera!)).ToList();
        var states = new Dictionary<(string Site, RecordedCamera Camera), Outcome<bool>>();
        foreach (var site in whole.SelectMany(w => new[] { w.Camera.Primary!, w.Camera.Secondary! }).GroupBy(c => c.Site, StringComparer.Ordinal).Where(g => reach.Sites.ContainsKey(g.Key)))
        {
            foreach (var read in await reach.Sites[site.Key].Operator.Recording.ReadAsync([.. site.Select(c => c.Recorded!.Value)], cancellationToken).ConfigureAwait(false))
            {
                states[(site.Key, read.Key)] = read.Value;
            }
        }

        var found = new List<InconsistencyRecord>();
        foreach (var (watch, camera) in whole)
        {
            switch (StateOf(camera.Primary!), StateOf(camera.Secondary!))
            {
                case (false, false):
                    ended.Add(watch.Key);
                    break;
                case (true, false):
                    found.Add(Stopped(watch, camera, Side.Secondary));
                    break;
                case (false, true):
                    found.Add(Stopped(watch, camera, Side.Primary));
                    break;
            }
        }

        return found;

        bool? StateOf(SideCamera camera) => states.TryGetValue((camera.Site, camera.Recorded!.Value), out var state) && state.Error is null ? state.Value : null;
    }

    private static InconsistencyRecord Stopped(WatchedRecording watch, OperatorCamera camera, Side side)
        => new(watch.Since, camera, side, OperatorIntent.Record(true), "The manual recording ended there and goes on at the other side.");
}
