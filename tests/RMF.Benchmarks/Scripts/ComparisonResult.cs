namespace RMF.Benchmarks.Scripts;

/// <param name="Name">Whose comparison.</param>
/// <param name="Time">Of the comparison alone, warm.</param>
/// <param name="Missing">Cameras that the secondary lacks.</param>
/// <param name="Different">Cameras that differ in a value.</param>
public sealed record ComparisonResult(string Name, TimeSpan Time, int Missing, int Different);
