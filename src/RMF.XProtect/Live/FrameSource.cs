using RMF.Engine.Ports;

namespace RMF.XProtect.Live;

/// <summary>Live pictures of an XProtect site: from its recorders' image servers, or one by one through its gateway. Thread-safe.</summary>
internal sealed class FrameSource(LiveServices services) : IFrameSource
{
    /// <inheritdoc/>
    public IFrameStream Open(FrameRequest request, IFrameObserver observer) => new LiveStream(services, request, observer);
}
