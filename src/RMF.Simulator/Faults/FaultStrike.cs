namespace RMF.Simulator.Faults;

/// <summary>A fault that strikes one request, its delay drawn.</summary>
internal sealed record FaultStrike(Fault Fault, TimeSpan Delay);
