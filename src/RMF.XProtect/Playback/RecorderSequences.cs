using RMF.Core.Playback;
using RMF.Engine.Ports;
using RMF.XProtect.Live;
using RMF.XProtect.Soap;

namespace RMF.XProtect.Playback;

/// <summary>Asks the recording server itself, by its SOAP service: every release has it.</summary>
internal sealed class RecorderSequences(LiveServices services, RecorderCommands recorders) : ISequenceWay
{
    private const string Operation = "SequencesGet";
    private const string Recording = "f9c62604-d0c5-4050-ae25-72de51639b14";

    public async Task<Outcome<SequencePage>> AskAsync(RecordedCamera camera, TimeRange range, CancellationToken cancellationToken)
    {
        var request = new SoapRequest(
            Operation,
            isRead: true,
            SoapRequest.Argument("deviceId", camera.CameraId),
            SoapRequest.Argument("sequenceType", Recording),
            SoapRequest.Argument("minTime", range.Begin),
            SoapRequest.Argument("maxTime", range.End),
            SoapRequest.Argument("maxCount", PlaybackLimits.PageSize));
        var reply = await recorders.SendAsync(camera.RecorderId, request, cancellationToken).ConfigureAwait(false);
        if (reply.Result is not { } answer)
        {
            return reply.Error!;
        }

        // A service leaves out a list that is empty.
        var read = new List<TimeRange>();
        foreach (var entry in answer.Child(Operation + "Result")?.Elements() ?? [])
        {
            if (SequenceTimes.Make(entry.Time("TimeBegin"), entry.Time("TimeEnd"), range, services.SiteNow) is not { } sequence)
            {
                return services.Session.Errors.Make(SiteErrorKind.UnexpectedAnswer, Operation, $"{services.Session.Site}: {Operation} answered with a sequence whose times cannot be.");
            }

            read.Add(sequence);
        }

        return new SequencePage(read, read.Count >= PlaybackLimits.PageSize);
    }
}
