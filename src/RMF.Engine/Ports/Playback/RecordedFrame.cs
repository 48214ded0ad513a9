namespace RMF.Engine.Ports;

/// <summary>One picture.</summary>
/// <param name="Time">When it was taken, by the server's clock, UTC.</param>
/// <param name="Previous">When the recorded picture before it was taken; null where there is none or the server does not say.</param>
/// <param name="Next">When the recorded picture after it was taken; null where there is none or the server does not say.</param>
/// <param name="Jpeg">The JPEG file; the receiver's own.</param>
public sealed record RecordedFrame(DateTimeOffset Time, DateTimeOffset? Previous, DateTimeOffset? Next, ReadOnlyMemory<byte> Jpeg);
