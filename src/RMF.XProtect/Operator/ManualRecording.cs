using RMF.Core.Inventory;
using RMF.Engine.Ports;
using RMF.XProtect.Bindings;
using RMF.XProtect.Http;
using RMF.XProtect.Tasks;

namespace RMF.XProtect.Operator;

/// <summary>
/// Manual recording: by the cameras' tasks where the server lists them, which is found out once. Those tasks do not tell whether a camera records.
/// Thread-safe.
/// </summary>
internal sealed class ManualRecording(SiteSession session) : IManualRecording
{
    private const string Start = "StartRecording";
    private const string Stop = "StopRecording";

    private readonly TaskRunner tasks = new(session);
    private readonly SemaphoreSlim gate = new(1, 1);
    private bool? hasTasks;

    public Task<IReadOnlyDictionary<RecordedCamera, Outcome<bool>>> ReadAsync(IReadOnlyList<RecordedCamera> cameras, CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlyDictionary<RecordedCamera, Outcome<bool>>>(cameras.Distinct().ToDictionary(c => c, _ => (Outcome<bool>)Unsupported("tell manual recordings")));

    public async Task<IReadOnlyDictionary<RecordedCamera, WriteResult>> SetAsync(IReadOnlyList<RecordedCamera> cameras, bool on, CancellationToken cancellationToken)
    {
        var results = new Dictionary<RecordedCamera, WriteResult>();
        if (cameras.Count == 0)
        {
            return results;
        }

        var offered = await HasTasksAsync(cameras[0], cancellationToken).ConfigureAwait(false);
        if (offered.Error is { } error)
        {
            return cameras.Distinct().ToDictionary(c => c, _ => new WriteResult(WriteStatus.Failed, error));
        }

        return offered.Value
            ? await ByTaskAsync([.. cameras.Distinct()], on, cancellationToken).ConfigureAwait(false)
            : cameras.Distinct().ToDictionary(c => c, _ => new WriteResult(WriteStatus.Unsupported, Unsupported(on ? "start recording" : "stop recording")));
    }

    private SiteError Unsupported(string what) => session.Errors.Make(SiteErrorKind.NotSupported, what, $"{session.Site}: the server has no request to {what}.");

    private async Task<Outcome<bool>> HasTasksAsync(RecordedCamera camera, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (hasTasks is { } known)
            {
                return known;
            }

            var asked = await TaskList.HasAsync(session, $"{BindingTable.Find(ItemKind.Camera)!.Resource}/{camera.CameraId}", Start, cancellationToken).ConfigureAwait(false);
            if (asked.Error is null)
            {
                hasTasks = asked.Value;
            }

            return asked;
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task<IReadOnlyDictionary<RecordedCamera, WriteResult>> ByTaskAsync(IReadOnlyList<RecordedCamera> cameras, bool on, CancellationToken cancellationToken)
    {
        var results = new WriteResult[cameras.Count];
        var next = -1;
        async Task WorkAsync()
        {
            for (var i = Interlocked.Increment(ref next); i < cameras.Count; i = Interlocked.Increment(ref next))
            {
                var path = $"{BindingTable.Find(ItemKind.Camera)!.Resource}/{cameras[i].CameraId}";
                var end = await tasks.RunAsync(path, on ? Start : Stop, JsonBody.Empty, [], changes: true, cancellationToken).ConfigureAwait(false);
                results[i] = end.Error is { } error
                    ? new WriteResult(end.MayHaveHappened ? WriteStatus.Unknown : WriteStatus.Failed, error) { Requests = 1 }
                    : new WriteResult(WriteStatus.Confirmed) { Requests = 1 };
            }
        }

        await Task.WhenAll(Enumerable.Range(0, Math.Min(cameras.Count, HandlerMaker.ConnectionsOf(session.Connection))).Select(_ => WorkAsync())).ConfigureAwait(false);
        return cameras.Select((c, i) => (c, i)).ToDictionary(p => p.c, p => results[p.i]);
    }
}
