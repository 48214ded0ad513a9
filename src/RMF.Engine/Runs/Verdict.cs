using RMF.Core.Planning;

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
            RunResultCode.InWantedState when written == 0 => FormattableString.Invariant($"No changes. {plan.Summary.Compared} pairs were compared") + Rest(plan),
            RunResultCode.InWantedState => FormattableString.Invariant($"{written} {(written == 1 ? "change" : "changes")} made, {(written == 1 ? "" : "all ")}read back as wanted") + Rest(plan),
            RunResultCode.ChangesPending => FormattableString.Invariant($"{written} changes made; {plan.Summary.Conflict} conflicts wait for a decision."),
            _ => FormattableString.Invariant($"{verified} of {written} changes made and read back as wanted; {written - verified} were not."),
        };
    }

    /// <summary>What "no changes" does not cover: values that the target cannot take, and what was not read.</summary>
    private static string Rest(Plan plan) => (plan.Summary.Unsupported, plan.Summary.Unknown) switch
    {
        (0, 0) => ".",
        (var unsupported, 0) => FormattableString.Invariant($"; {unsupported} objects hold values that the target cannot take."),
        (0, var unknown) => FormattableString.Invariant($"; {unknown} parts were not read."),
        var (unsupported, unknown) => FormattableString.Invariant($"; {unsupported} objects hold values that the target cannot take, {unknown} parts were not read."),
    };
}
