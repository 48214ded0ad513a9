namespace RMF.Simulator;

/// <summary>One recorder of a simulated site. <see cref="Port"/> is 0 until the site listens.</summary>
public sealed record SimulatedRecorder(string Name, Guid Id, int Port);
