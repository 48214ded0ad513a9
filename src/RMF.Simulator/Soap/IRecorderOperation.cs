using RMF.Simulator.Http;

namespace RMF.Simulator.Soap;

/// <summary>One operation of a recorder's SOAP service. Its token has been looked at. Takes the store's lock itself where it needs it. Thread-safe.</summary>
internal interface IRecorderOperation
{
    SimResponse Run(RecorderCall call);
}
