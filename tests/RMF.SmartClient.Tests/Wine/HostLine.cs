namespace RMF.SmartClient.Tests.Wine;

/// <summary>One line of the host's results.</summary>
internal sealed record HostLine(string Scenario, string Check, bool Passed, string Detail, long Milliseconds, double? Value, string? Unit);
