using System.Xml.Linq;
using RMF.Core.Inventory;
using RMF.Engine.Ports;
using RMF.XProtect.Bindings;
using RMF.XProtect.Http;
using RMF.XProtect.Soap;
using RMF.XProtect.Tasks;

namespace RMF.XProtect.Operator;

/// <summary>
/// Manual recording: by the cameras' tasks where the server lists them, which is found out once; else by the recording servers' own service, all cameras of one
/// in one call. That service alone tells whether a camera records. Thread-safe.
/// </summary>
internal sealed class ManualRecording(SiteSession session, RecorderCommands recorders) : IManualRecording
{
    /// <summary>Cameras in one call to a recording server.</summary>
    public const int CamerasPerCall = 200;

    private const string Start = "StartRecording";
    private const string Stop = "StopRecording";

    private readonly TaskRunner tasks = new(session);
    private readonly SemaphoreSlim gate = new(1, 1);
    private bool? hasTasks;

    public async Task<IReadOnlyDictionary<RecordedCamera, Outcome<bool>>> ReadAsync(IReadOnlyList<RecordedCamera> cameras, CancellationToken cancellationToken)
    {
        var found = new Dictionary<RecordedCamera, Outcome<bool>>();
        foreach (var (batch, reply) in await CallAsync(cameras, "IsManualRecording", isRead: true, cancellationToken).ConfigureAwait(false))
        {
            var told = ById(reply);
            foreach (var camera in batch)
            {
                found[camera] = reply.Error is { } error ? error
                    : told.TryGetValue(camera.CameraId, out var entry) && bool.TryParse(entry.Text("IsManualRecording"), out var records) ? records
                    : session.Errors.Make(SiteErrorKind.UnexpectedAnswer, "IsManualRecording", $"{session.Site}: the recording server did not tell whether cameras/{camera.CameraId} records.");
            }
        }

        return found;
    }

    public async Task<IReadOnlyDictionary<RecordedCamera, WriteResult>> SetAsync(IReadOnlyList<RecordedCamera> cameras, bool on, CancellationToken cancellationToken)
    {
        if (cameras.Count == 0)
        {
            return new Dictionary<RecordedCamera, WriteResult>();
        }

        var distinct = cameras.Distinct().ToList();
        return await HasTasksAsync(distinct[0], cancellationToken).ConfigureAwait(false)
            ? await ByTaskAsync(distinct, on, cancellationToken).ConfigureAwait(false)
            : await ByRecorderAsync(distinct, on, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Where the server cannot be asked, its recording servers can: they answer also while the management server is away.</summary>
    private async Task<bool> HasTasksAsync(RecordedCamera camera, CancellationToken cancellationToken)
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

            return asked.Error is null && asked.Value;
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
                results[i] = ResultOf(end.Error, end.MayHaveHappened);
            }
        }

        await Task.WhenAll(Enumerable.Range(0, Math.Min(cameras.Count, HandlerMaker.ConnectionsOf(session.Connection))).Select(_ => WorkAsync())).ConfigureAwait(false);
        return cameras.Select((c, i) => (c, i)).ToDictionary(p => p.c, p => results[p.i]);
    }

    private async Task<IReadOnlyDictionary<RecordedCamera, WriteResult>> ByRecorderAsync(IReadOnlyList<RecordedCamera> cameras, bool on, CancellationToken cancellationToken)
    {
        var results = new Dictionary<RecordedCamera, WriteResult>();
        var operation = on ? "StartManualRecording" : "StopManualRecording";
        foreach (var (batch, reply) in await CallAsync(cameras, operation, isRead: false, cancellationToken).ConfigureAwait(false))
        {
            var told = ById(reply);
            foreach (var camera in batch)
            {
                results[camera] = reply.Error is { } error ? ResultOf(error, reply.MayHaveHappened)
                    : told.TryGetValue(camera.CameraId, out var entry) ? Judge(entry, operation, camera)
                    : new WriteResult(WriteStatus.Unknown, Odd(operation, camera, "said nothing of"));
            }
        }

        return results;
    }

    /// <summary>The words of result codes are not public: what does not say success plainly is looked at again.</summary>
    private WriteResult Judge(XElement entry, string operation, RecordedCamera camera)
        => entry.Text("ResultCode") is "0" or "Success" or "OK" or "Ok"
            ? ResultOf(null, false)
            : new WriteResult(WriteStatus.Unknown, Odd(operation, camera, $"answered '{Errors.ErrorBody.Tidy(entry.Text("Message") ?? string.Empty, [])}' ({entry.Text("ResultCode")}) for"));

    private SiteError Odd(string operation, RecordedCamera camera, string what)
        => session.Errors.Make(SiteErrorKind.TaskFailed, operation, $"{session.Site}: the recording server {what} cameras/{camera.CameraId}.");

    private static WriteResult ResultOf(SiteError? error, bool mayHaveHappened)
        => new(error is null ? WriteStatus.Confirmed : mayHaveHappened ? WriteStatus.Unknown : WriteStatus.Failed, error) { Requests = 1 };

    private async Task<(List<RecordedCamera> Batch, SoapReply Reply)[]> CallAsync(IReadOnlyList<RecordedCamera> cameras, string operation, bool isRead, CancellationToken cancellationToken)
        => await Task.WhenAll(cameras.Distinct().GroupBy(c => c.RecorderId, StringComparer.OrdinalIgnoreCase)
            .SelectMany(g => g.Select((c, i) => (Camera: c, Batch: i / CamerasPerCall)).GroupBy(p => p.Batch, p => p.Camera).Select(b => (Recorder: g.Key, Cameras: b.ToList())))
            .Select(async b => (b.Cameras, await recorders.SendAsync(b.Recorder, new SoapRequest(operation, isRead, SoapRequest.Argument("deviceIds", b.Cameras.Select(c => c.CameraId))), cancellationToken).ConfigureAwait(false))))
            .ConfigureAwait(false);

    private static Dictionary<string, XElement> ById(SoapReply reply)
    {
        var entries = new Dictionary<string, XElement>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in reply.Result?.Elements().FirstOrDefault()?.Elements() ?? [])
        {
            if (entry.Text("DeviceId") is { } id)
            {
                entries[id] = entry;
            }
        }

        return entries;
    }
}
