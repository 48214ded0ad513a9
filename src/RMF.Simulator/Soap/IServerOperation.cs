using RMF.Simulator.Http;

namespace RMF.Simulator.Soap;

/// <summary>One operation of the management server's SOAP service. Takes the store's lock itself where it needs it. Thread-safe.</summary>
internal interface IServerOperation
{
    /// <summary>False for what gives out tokens or takes them back.</summary>
    bool NeedsToken { get; }

    SimResponse Run(ServerCall call);
}
