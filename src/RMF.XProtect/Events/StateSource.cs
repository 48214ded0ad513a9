using RMF.Engine.Ports;
using RMF.XProtect.Http;

namespace RMF.XProtect.Events;

/// <summary>States of an XProtect site's devices, from its events and state interface. Thread-safe.</summary>
internal sealed class StateSource(SiteSession session, CertificateGate gate, LiveTiming timing) : IStateSource
{
    /// <inheritdoc/>
    public IAsyncDisposable Watch(IStateObserver observer) => new StateWatch(session, gate, timing, observer);
}
