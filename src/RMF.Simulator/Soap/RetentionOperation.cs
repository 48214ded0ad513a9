using RMF.Simulator.Http;

namespace RMF.Simulator.Soap;

/// <summary>How far back the recordings of a device are kept.</summary>
internal sealed class RetentionOperation : IRecorderOperation
{
    public SimResponse Run(RecorderCall call)
    {
        var oldest = call.State.Store.Read(() => call.Id("deviceId") is { } id && call.Device("cameras", id) is { } camera
            ? call.State.Recordings.Oldest(camera, call.State.Clock.Now)
            : (DateTimeOffset?)null);
        return oldest is { } time ? call.Result(SoapCall.Write(time)) : SoapCall.Refuse("The device is not known.");
    }
}
