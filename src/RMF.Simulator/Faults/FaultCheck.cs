namespace RMF.Simulator.Faults;

/// <summary>Refuses faults that could never do anything.</summary>
internal static class FaultCheck
{
    private static readonly int[] Statuses = [500, 502, 503, 504];

    public static void Validate(Fault fault)
    {
        if (Problem(fault) is { } problem)
        {
            throw new ArgumentException(problem, nameof(fault));
        }
    }

    public static string? Problem(Fault fault) => fault switch
    {
        { Kind: FaultKind.ErrorStatus } when !Statuses.Contains(fault.Status) => $"The status {fault.Status} is none of {string.Join(", ", Statuses)}.",
        { Kind: FaultKind.RecorderOffline or FaultKind.CameraUnreachable, Target: null } => $"{fault.Kind} needs a target.",
        { Kind: FaultKind.StreamThrottle, BytesPerSecond: <= 0 } => "StreamThrottle needs bytesPerSecond.",
        { Kind: FaultKind.StreamSlow or FaultKind.StreamJitter } when fault.Delay < TimeSpan.Zero || fault.Jitter < TimeSpan.Zero => "A delay cannot be negative.",
        { Kind: FaultKind.Latency or FaultKind.SlowBulkRead } when fault.Delay < TimeSpan.Zero || fault.Jitter < TimeSpan.Zero => "A delay cannot be negative.",
        { Probability: < 0 or > 1 or double.NaN } => "A probability runs from 0 to 1.",
        { Skip: < 0 } or { Count: < 0 } => "A count cannot be negative.",
        _ => null,
    };
}
