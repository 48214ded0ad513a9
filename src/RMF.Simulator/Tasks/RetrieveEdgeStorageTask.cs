using System.Globalization;
using RMF.Simulator.Building;
using RMF.Simulator.Http;
using RMF.Simulator.Recordings;
using RMF.Simulator.Store;

namespace RMF.Simulator.Tasks;

/// <summary>Has the recorder fetch what the camera itself has kept. It fills a gap at its end, as far as the camera has it.</summary>
internal sealed class RetrieveEdgeStorageTask : ITaskHandler
{
    public SimResponse Run(TaskCall call)
    {
        if (Time(call, "startTime") is not { } from || Time(call, "endTime") is not { } to || from >= to)
        {
            return call.Refuse("Bad Request - the end is not after the beginning", "endTime");
        }

        if (call.Target["edgeStorageEnabled"] is not true)
        {
            return call.Refuse("Bad Request - remote retrieval is not enabled for the device");
        }

        var camera = call.Target;
        return call.Queue(camera.Above("recordingServers"), () => Retrieve(call.Context, camera, from, to));
    }

    private static TaskOutcome Retrieve(TaskContext context, SiteObject camera, DateTimeOffset from, DateTimeOffset to)
    {
        if (context.Outages.IsAway(camera) || context.Outages.GivesNoRecording(camera) || context.Outages.Reach(DeviceAddress.Of(camera.Above("hardware")!)) is null)
        {
            return TaskOutcome.Failed(VmsErrors.Refused, "The recording server does not reach the device.");
        }

        var recordings = context.State.Recordings;
        foreach (var sequence in SequenceList.Subtract(recordings.OnDevice(camera, from, to), recordings.Of(camera)))
        {
            recordings.Add(camera.Id, sequence);
        }

        return TaskOutcome.Done();
    }

    private static DateTimeOffset? Time(TaskCall call, string name) =>
        DateTimeOffset.TryParse(call.Arguments.Text(name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;
}
