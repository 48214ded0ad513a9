namespace RMF.Engine.Ports;

/// <summary>How a stream is doing.</summary>
/// <param name="Kind">The step.</param>
/// <param name="Detail">For people; may be empty; never a secret.</param>
/// <param name="Timestamp">In ticks of <c>TimeProvider.GetTimestamp</c>.</param>
public readonly record struct StreamStatus(StreamStatusKind Kind, string Detail, long Timestamp);
