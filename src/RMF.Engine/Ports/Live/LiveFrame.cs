namespace RMF.Engine.Ports;

/// <summary>One picture, lent for the time of a call.</summary>
/// <param name="timestamp">See <see cref="Timestamp"/>.</param>
/// <param name="receivedAt">See <see cref="ReceivedAt"/>.</param>
/// <param name="serverTime">See <see cref="ServerTime"/>.</param>
/// <param name="jpeg">See <see cref="Jpeg"/>.</param>
public readonly ref struct LiveFrame(long timestamp, DateTimeOffset receivedAt, DateTimeOffset? serverTime, ReadOnlySpan<byte> jpeg)
{
    /// <summary>When its last byte had arrived, in ticks of <c>TimeProvider.GetTimestamp</c>: never goes back.</summary>
    public long Timestamp { get; } = timestamp;

    /// <summary>When its last byte had arrived, by this host's clock, UTC.</summary>
    public DateTimeOffset ReceivedAt { get; } = receivedAt;

    /// <summary>When the picture was taken, by the server's clock, UTC; null where the server did not say.</summary>
    public DateTimeOffset? ServerTime { get; } = serverTime;

    /// <summary>The JPEG file. Valid until the call returns: copy what is to be kept.</summary>
    public ReadOnlySpan<byte> Jpeg { get; } = jpeg;

    /// <summary>Size in bytes.</summary>
    public int Size => Jpeg.Length;
}
