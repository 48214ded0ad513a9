namespace RMF.Engine.Ports;

/// <summary>A stream gives no pictures, for certain.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Reason">One sentence for people; never a secret.</param>
/// <param name="Timestamp">When it was noticed, in ticks of <c>TimeProvider.GetTimestamp</c>.</param>
public sealed record StreamLoss(StreamLossKind Kind, string Reason, long Timestamp);
