using RMF.Simulator.Http;

namespace RMF.Simulator.Soap;

/// <summary>Which kinds of sequences a device has.</summary>
internal sealed class SequencesGetTypesOperation : IRecorderOperation
{
    public SimResponse Run(RecorderCall call) => call.State.Store.Read(() => call.Id("deviceId") is { } id && call.Device("cameras", id) is not null)
        ? call.Result(SequenceType.All.Select(t => (object)call.Make("guid", t)).ToArray())
        : SoapCall.Refuse("The device is not known.");
}
