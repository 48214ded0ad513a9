namespace RMF.PowerShell;

/// <summary>One check of an installed Smart Client plugin.</summary>
public sealed class RmfPluginCheck
{
    internal const string Passed = "Passed";
    internal const string Failed = "Failed";
    internal const string Skipped = "Skipped";

    /// <summary>Files, Definition or Version of the folder; Policy, Sites, Pairs or Drift of what is published.</summary>
    public string Check { get; internal init; } = "";

    /// <summary>Passed, Failed, or Skipped where it could not be asked.</summary>
    public string Status { get; internal init; } = Passed;

    /// <summary>What was found.</summary>
    public string Detail { get; internal init; } = "";

    /// <summary>What to do next; empty when it passed.</summary>
    public string Recommendation { get; internal init; } = "";

    internal static RmfPluginCheck Pass(string check, string detail) => new() { Check = check, Detail = detail };

    internal static RmfPluginCheck Fail(string check, string detail, string recommendation)
        => new() { Check = check, Status = Failed, Detail = detail, Recommendation = recommendation };

    internal static RmfPluginCheck Skip(string check, string detail, string recommendation)
        => new() { Check = check, Status = Skipped, Detail = detail, Recommendation = recommendation };
}
