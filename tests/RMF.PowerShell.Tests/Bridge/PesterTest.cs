namespace RMF.PowerShell.Tests.Bridge;

/// <summary>One test as Pester reported it.</summary>
/// <param name="File">The test file's name.</param>
/// <param name="Name">Describe, Context and It, joined.</param>
/// <param name="Failure">The message of a failure; null when it passed or was skipped.</param>
/// <param name="Skipped">True when Pester did not run it.</param>
internal sealed record PesterTest(string File, string Name, string? Failure, bool Skipped);
