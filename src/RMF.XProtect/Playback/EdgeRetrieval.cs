using System.Globalization;
using RMF.Core.Playback;
using RMF.Engine.Ports;
using RMF.XProtect.Tasks;

namespace RMF.XProtect.Playback;

/// <summary>Has the recording server fetch what the camera has stored itself, by the task <c>RetrieveEdgeStorage</c>. Thread-safe.</summary>
internal sealed class EdgeRetrieval(SiteSession session)
{
    private const string TaskName = "RetrieveEdgeStorage";

    public async Task<Outcome<bool>> RunAsync(RecordedCamera camera, TimeRange range, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var body = JsonBody.Object(writer =>
        {
            writer.WriteString("startTime", Text(range.Begin));
            writer.WriteString("endTime", Text(range.End));
            writer.WriteString("identifier", Guid.Empty.ToString());
            writer.WriteString("relatedTasks", string.Empty);
        });
        var tasks = new TaskRunner(session) { Timeout = PlaybackLimits.EdgeTimeout, Progress = progress };
        var end = await tasks.RunAsync("cameras/" + Uri.EscapeDataString(camera.CameraId), TaskName, body, [], changes: true, cancellationToken).ConfigureAwait(false);
        if (end.Error is { } error)
        {
            return error;
        }

        return true;
    }

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("o", CultureInfo.InvariantCulture);
}
