using RMF.Core.Planning;
using RMF.Engine.Runs;
using RMF.Engine.Tests.Plans;

namespace RMF.Engine.Tests.Runs;

public sealed class VerdictTests
{
    private static readonly Plan Plan = SamplePlans.Full() with { Summary = new PlanSummary { Compared = 4 } };

    [Theory]
    [InlineData("", RunResultCode.InWantedState)]
    [InlineData("Verified", RunResultCode.InWantedState)]
    [InlineData("Verified Failed", RunResultCode.PartlyApplied)]
    [InlineData("Verified Skipped", RunResultCode.PartlyApplied)]
    [InlineData("Unknown", RunResultCode.PartlyApplied)]
    [InlineData("Stale", RunResultCode.PartlyApplied)]
    [InlineData("Verified Diverged", RunResultCode.NotVerified)]
    [InlineData("Verified Unverifiable", RunResultCode.NotVerified)]
    [InlineData("Diverged Failed", RunResultCode.PartlyApplied)]
    public void The_worst_that_became_of_a_change_decides(string statuses, RunResultCode code)
        => Assert.Equal(code, Verdict.Of(Plan, Results(statuses), null));

    [Fact]
    public void A_state_that_was_not_saved_is_an_error_unless_something_worse_happened()
    {
        var lost = new RunFailure("RMF2204", "disk full", "Make room.");
        Assert.Equal(RunResultCode.Error, Verdict.Of(Plan, Results("Verified"), lost));
        Assert.Equal(RunResultCode.PartlyApplied, Verdict.Of(Plan, Results("Failed"), lost));
    }

    [Fact]
    public void Conflicts_that_wait_leave_the_run_pending()
    {
        var plan = Plan with { Summary = new PlanSummary { Conflict = 2 } };
        Assert.Equal(RunResultCode.ChangesPending, Verdict.Of(plan, Results("Verified"), null));
        Assert.Equal("1 change made; left to decide: 2 conflicts.", Verdict.Describe(RunResultCode.ChangesPending, plan, Results("Verified")));
    }

    [Theory]
    [InlineData("", "No changes in 4 pairs.")]
    [InlineData("Verified Verified", "2 changes made, all read back as wanted.")]
    [InlineData("Verified Failed Diverged", "1 of 3 changes made and read back as wanted; 2 were not.")]
    public void The_verdict_says_its_numbers(string statuses, string text)
        => Assert.Equal(text, Verdict.Describe(Verdict.Of(Plan, Results(statuses), null), Plan, Results(statuses)));

    [Theory]
    [InlineData(0, 0, ".")]
    [InlineData(2, 0, "; the target cannot take values of 2 objects.")]
    [InlineData(0, 3, "; not read: 3 parts.")]
    [InlineData(2, 3, "; the target cannot take values of 2 objects; not read: 3 parts.")]
    public void What_no_changes_does_not_cover_is_said(int unsupported, int unknown, string rest)
    {
        var plan = Plan with { Summary = new PlanSummary { Compared = 4, Unsupported = unsupported, Unknown = unknown } };
        Assert.Equal("No changes in 4 pairs" + rest, Verdict.Describe(RunResultCode.InWantedState, plan, []));
    }

    private static List<ChangeResult> Results(string statuses)
        => [.. statuses.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(s => new ChangeResult(default, Plan.Changes[1], Enum.Parse<ChangeStatus>(s), null, default))];
}
