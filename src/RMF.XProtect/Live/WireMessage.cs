namespace RMF.XProtect.Live;

/// <summary>One message of an image server, where it lies in the buffer.</summary>
/// <param name="kind">What it is.</param>
/// <param name="body">The XML, or the frame's body.</param>
/// <param name="timeMs">When the frame was taken, in milliseconds since 1970 UTC; null where it does not say.</param>
/// <param name="problem">What is wrong with garbage.</param>
internal readonly ref struct WireMessage(WireMessageKind kind, ReadOnlySpan<byte> body, long? timeMs, string problem)
{
    public WireMessageKind Kind { get; } = kind;

    public ReadOnlySpan<byte> Body { get; } = body;

    public long? TimeMs { get; } = timeMs;

    public string Problem { get; } = problem;
}
