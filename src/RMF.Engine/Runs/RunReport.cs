using RMF.Core.Planning;

namespace RMF.Engine.Runs;

/// <summary>How a run ended.</summary>
/// <param name="Plan">What was to be done.</param>
/// <param name="Results">What became of each change.</param>
/// <param name="Result">The verdict.</param>
/// <param name="Message">One line for people.</param>
/// <param name="Duration">From the first write to the last reading.</param>
public sealed record RunReport(Plan Plan, IReadOnlyList<ChangeResult> Results, RunResultCode Result, string Message, TimeSpan Duration)
{
    /// <summary>Why the state could not be saved although the changes were made; null when it was.</summary>
    public RunFailure? StateFailure { get; init; }

    public int Count(ChangeStatus status) => Results.Count(r => r.Change.Writes && r.Status == status);
}
