namespace RMF.Engine.Ports;

/// <summary>
/// Hears of one stream: one call at a time, in the order in which things happened, from threads of the pool. It must return quickly and
/// not throw: the stream reads no further meanwhile, and the server sees a slow reader.
/// </summary>
public interface IFrameObserver
{
    /// <summary>A whole picture has arrived. Its bytes are lent for the time of the call.</summary>
    void OnFrame(in LiveFrame frame);

    /// <summary>Hard evidence: no picture will come on this connection. The stream connects again by itself.</summary>
    void OnLoss(StreamLoss loss);

    /// <summary>How the stream is doing. Informs people; <see cref="OnFrame"/> and <see cref="OnLoss"/> are the evidence.</summary>
    void OnStatus(StreamStatus status);
}
