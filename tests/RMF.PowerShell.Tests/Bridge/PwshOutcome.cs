namespace RMF.PowerShell.Tests.Bridge;

/// <summary>How a run of pwsh ended, with both of its output streams.</summary>
internal sealed record PwshOutcome(int ExitCode, string Output, bool TimedOut);
