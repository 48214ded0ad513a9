namespace RMF.Engine.Ports;

/// <summary>One open stream. Disposing it closes it; when that has completed, its observer hears no more. Thread-safe.</summary>
public interface IFrameStream : IAsyncDisposable
{
    FrameRequest Request { get; }

    /// <summary>Ends a pause between two attempts to connect, because there is reason to think that the source is back. No effect otherwise.</summary>
    void Wake();
}
