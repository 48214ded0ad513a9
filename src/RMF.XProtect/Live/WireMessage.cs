namespace RMF.XProtect.Live;

/// <summary>One message of an image server, where it lies in the buffer.</summary>
/// <param name="kind">What it is.</param>
/// <param name="body">The XML, or the frame's body.</param>
/// <param name="head">What stands before a frame.</param>
/// <param name="problem">What is wrong with garbage.</param>
internal readonly ref struct WireMessage(WireMessageKind kind, ReadOnlySpan<byte> body, FrameHead head, string problem)
{
    public WireMessageKind Kind { get; } = kind;

    public ReadOnlySpan<byte> Body { get; } = body;

    public FrameHead Head { get; } = head;

    /// <summary>When the frame was taken, in milliseconds since 1970 UTC; null where it does not say.</summary>
    public long? TimeMs => Head.TimeMs;

    public string Problem { get; } = problem;
}
