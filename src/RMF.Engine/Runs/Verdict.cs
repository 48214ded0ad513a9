using RMF.Core.Planning;
using RMF.Core.Words;

namespace RMF.Engine.Runs;

/// <summary>How a run ended, from what became of its changes.</summary>
internal static class Verdict
{
    public static RunResultCode Of(Plan plan, IReadOnlyList<ChangeResult> results, RunFailure? stateFailure)
    {
        if (results.Any(r => r.Status is ChangeStatus.Failed or ChangeStatus.Skipped or ChangeStatus.Unknown or ChangeStatus.Stale))
        {
            return RunResultCode.PartlyApplied;
        }

        if (results.Any(r => r.Status is ChangeStatus.Diverged or ChangeStatus.Unverifiable))
        {
            return RunResultCode.NotVerified;
        }

        if (stateFailure is not null)
        {
            return RunResultCode.Error;
        }

        return plan.Summary.Conflict > 0 ? RunResultCode.ChangesPending : RunResultCode.InWantedState;
    }

    public static string Describe(RunResultCode code, Plan plan, IReadOnlyList<ChangeResult> results)
    {
        var written = results.Count(r => r.Change.Writes);
        var verified = results.Count(r => r.Change.Writes && r.Status == ChangeStatus.Verified);
        return code switch
        {
            RunResultCode.InWantedState when written == 0 => $"No changes in {Counted.Of(plan.Summary.Compared, "pair")}" + Rest(plan),
            RunResultCode.InWantedState => $"{Counted.Of(written, "change")} made, {(written == 1 ? "" : "all ")}read back as wanted" + Rest(plan),
            RunResultCode.ChangesPending => $"{Counted.Of(written, "change")} made; left to decide: {Counted.Of(plan.Summary.Conflict, "conflict")}.",
            _ => FormattableString.Invariant($"{verified} of {Counted.Of(written, "change")} made and read back as wanted; {written - verified} were not."),
        };
    }

    /// <summary>What "no changes" does not cover: values that the target cannot take, and what was not read.</summary>
    private static string Rest(Plan plan) =>
        (plan.Summary.Unsupported > 0 ? $"; the target cannot take values of {Counted.Of(plan.Summary.Unsupported, "object")}" : "")
        + (plan.Summary.Unknown > 0 ? $"; not read: {Counted.Of(plan.Summary.Unknown, "part")}" : "")
        + ".";
}
