using RMF.Core.Planning;
using RMF.Engine.Journal;
using RMF.Engine.Runs;

namespace RMF.Engine.Tests.Runs;

public sealed class WantedStateTests
{
    [Fact]
    public void Two_equal_sides_have_no_faults()
        => Assert.Empty(WantedState.Faults(new PlanSummary { Compared = 9, Unprotected = 2 }, wasReadInFull: true, wantsProtection: false));

    [Fact]
    public void What_was_not_read_counts_after_a_full_reading_and_unprotected_cameras_where_they_are_asked_for()
    {
        var summary = new PlanSummary { Unknown = 3, Unprotected = 2, Conflict = 1 };
        Assert.Equal(["1 conflict", "3 parts not read", "2 cameras unprotected"], WantedState.Faults(summary, wasReadInFull: true, wantsProtection: true));
        Assert.Equal(["1 conflict"], WantedState.Faults(summary, wasReadInFull: false, wantsProtection: false));
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("Cancelled", true)]
    [InlineData("PartlyApplied", true)]
    [InlineData("NotVerified", true)]
    [InlineData("InWantedState", false)]
    [InlineData("GuardRefused", false)]
    [InlineData("PlanStale", false)]
    [InlineData("ChangesPending", false)]
    public void A_run_can_be_resumed_when_it_left_something_that_nobody_must_decide(string? result, bool expected)
    {
        var run = new JournalRun("f", "r", default);
        run = result is null ? run : run with { Records = [new JournalRecord(1, default, JournalEvent.Ended, "") { Status = result }] };
        Assert.Equal(expected, run.IsResumable);
    }

    [Fact]
    public void Changes_are_counted_by_their_last_record()
    {
        JournalRecord Of(int number, JournalEvent what, string change, string? status = null) => new(number, default, what, "") { Change = change, Status = status };
        var run = new JournalRun("f", "r", default)
        {
            Records =
            [
                Of(1, JournalEvent.Sent, "a"), Of(2, JournalEvent.Verified, "a", "Verified"), Of(3, JournalEvent.Sent, "b"), Of(4, JournalEvent.Failed, "c", "Failed"),
                Of(5, JournalEvent.Skipped, "d", "Skipped"), Of(6, JournalEvent.Verified, "e", "Diverged"), Of(7, JournalEvent.Unknown, "f", "Unknown"),
            ],
        };
        Assert.Equal(new JournalCounts(6, 1, 2, 1, 2), run.Counts);
        Assert.Equal(["b", "f"], run.WithoutOutcome.Select(c => c.Change));
    }
}
