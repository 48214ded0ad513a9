using RMF.Simulator.Http;
using RMF.Simulator.Security;
using RMF.Simulator.Store;

namespace RMF.Simulator.Soap;

/// <summary>Starts, stops or tells manual recordings of the devices in a list. Each has a result of its own.</summary>
internal sealed class ManualRecordingOperation(bool? on) : IRecorderOperation
{
    private static readonly string[] Resources = ["cameras", "microphones", "speakers", "metadata"];

    public SimResponse Run(RecorderCall call) => call.Ids("deviceIds") is { } ids
        ? call.State.Store.Write(() => call.Result([.. ids.Select(id => One(call, id))]))
        : SoapCall.Refuse("The device ids are none.");

    private System.Xml.Linq.XElement One(RecorderCall call, Guid id)
    {
        var device = Resources.Select(r => call.Device(r, id)).FirstOrDefault(d => d is not null);
        var recordings = call.State.ManualRecordings;
        if (on is not { } start)
        {
            return call.Make("ManualRecordingInfo", call.Make("DeviceId", id), call.Make("IsManualRecording", device is not null && recordings.IsOn(device) ? "true" : "false"));
        }

        var problem = Problem(call, device, start);
        if (problem is null)
        {
            if (start)
            {
                recordings.Start(device!);
            }
            else
            {
                recordings.Stop(device!);
            }
        }

        return call.Make("ManualRecordingResult", call.Make("DeviceId", id), call.Make("ResultCode", problem is null ? 0 : 1), call.Make("Message", problem ?? ""));
    }

    private static string? Problem(RecorderCall call, SiteObject? device, bool start) => device is null
        ? "The device is not on this recording server."
        : AccountRights.Lacks(call.State, device, start ? "START_RECORDING" : "STOP_RECORDING") ? "Not authorized." : null;
}
