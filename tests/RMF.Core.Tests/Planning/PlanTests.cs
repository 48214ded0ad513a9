using RMF.Core.Inventory;
using RMF.Core.Kinds;
using RMF.Core.Planning;
using RMF.Core.Planning.Guards;

namespace RMF.Core.Tests.Planning;

public sealed class PlanTests
{
    [Fact]
    public void The_summary_counts_what_the_plan_holds()
    {
        var drift = new ChangedProperty("x", null, null, ChangeReason.TargetDrifted);
        List<Change> changes =
        [
            Change(ChangeAction.Create), Change(ChangeAction.Update) with { Properties = [drift, drift, drift with { Reason = ChangeReason.SourceChanged }] }, Change(ChangeAction.Update) with { Properties = [drift] },
            Change(ChangeAction.Delete), Change(ChangeAction.Move), Change(ChangeAction.Replace), Change(ChangeAction.Adopt), Change(ChangeAction.Conflict), Change(ChangeAction.Unsupported),
            Change(ChangeAction.Forget), Change(ChangeAction.None),
        ];
        var unknown = new UnknownPart(new ItemKey("a", ItemKind.Camera, "1"), "x", default, "y");
        var expected = new PlanSummary { Create = 1, Update = 2, Delete = 1, Move = 1, Replace = 1, Adopt = 1, Conflict = 1, Unsupported = 1, Drift = 3, Unknown = 1, Unprotected = 4, Compared = 12 };
        var summary = PlanSummary.Of(new PlanDraft(changes, [], [unknown], 12), 4);
        Assert.Equal(expected, summary);
        Assert.Equal(6, summary.Writes);
        Assert.Equal(changes.Count(c => c.Writes), summary.Writes);
    }

    [Fact]
    public void A_plan_that_only_remembers_and_reports_is_empty()
    {
        Assert.True(Plan(Change(ChangeAction.Adopt), Change(ChangeAction.Conflict), Change(ChangeAction.Unsupported), Change(ChangeAction.Forget)).IsEmpty);
        Assert.False(Plan(Change(ChangeAction.Create)).IsEmpty);
        Assert.False(Plan(Change(ChangeAction.Adopt), Change(ChangeAction.Create)).IsEmpty);
    }

    [Fact]
    public void A_guard_makes_it_inapplicable()
    {
        Assert.True(Plan().IsApplicable);
        Assert.False((Plan() with { Guards = [new GuardResult("DeleteCount", "message", [])] }).IsApplicable);
    }

    [Fact]
    public void Drift_is_listed()
    {
        var drifted = Change(ChangeAction.Update) with { Properties = [new ChangedProperty("x", null, null, ChangeReason.TargetDrifted)] };
        Assert.Equal([drifted], Plan(drifted, Change(ChangeAction.Update)).Drift);
    }

    private static Plan Plan(params Change[] changes) => new()
    {
        Id = "1",
        CreatedAt = default,
        PolicyHash = "x",
        Direction = SyncDirection.Backup,
        Sites = [],
        Changes = changes,
        Summary = new PlanSummary(),
    };

    private static Change Change(ChangeAction action) => new()
    {
        Id = action.ToString(),
        Address = "x",
        Kind = ItemKind.Camera,
        Name = "x",
        Action = action,
        Reason = ChangeReason.FirstSight,
        Site = "b",
        Stage = SyncStage.Device,
    };
}
