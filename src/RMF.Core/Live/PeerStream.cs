namespace RMF.Core.Live;

/// <summary>The place of one stream on a <see cref="PeerBoard{TRecorder}"/>.</summary>
public readonly struct PeerStream
{
    internal PeerStream(object entry) => Entry = entry;

    internal object Entry { get; }
}
