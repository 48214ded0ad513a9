namespace RMF.Engine.Ports;

/// <summary>Live pictures of one site's cameras. Thread-safe.</summary>
public interface IFrameSource
{
    /// <summary>
    /// Opens a stream and returns at once; what comes of it is told to the observer. A stream that is lost is opened again by itself,
    /// with bounded and jittered pauses, until it is disposed.
    /// </summary>
    IFrameStream Open(FrameRequest request, IFrameObserver observer);
}
