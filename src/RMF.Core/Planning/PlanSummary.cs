namespace RMF.Core.Planning;

/// <summary>The plan in numbers.</summary>
public sealed record PlanSummary
{
    public int Create { get; init; }

    public int Update { get; init; }

    public int Delete { get; init; }

    public int Move { get; init; }

    public int Replace { get; init; }

    /// <summary>Pairs that are remembered from now on; nothing is written for them.</summary>
    public int Adopt { get; init; }

    public int Conflict { get; init; }

    public int Unsupported { get; init; }

    /// <summary>Values that the target changed on its own.</summary>
    public int Drift { get; init; }

    /// <summary>Values that are not known, on either side.</summary>
    public int Unknown { get; init; }

    /// <summary>Primary cameras without a pair or outside the managed set.</summary>
    public int Unprotected { get; init; }

    /// <summary>Camera pairs that were compared.</summary>
    public int Compared { get; init; }

    /// <summary>Changes that write to a site.</summary>
    public int Writes => Create + Update + Delete + Move + Replace;

    public static PlanSummary Of(PlanDraft draft, int unprotected)
    {
        int Count(ChangeAction action) => draft.Changes.Count(c => c.Action == action);
        return new PlanSummary
        {
            Create = Count(ChangeAction.Create),
            Update = Count(ChangeAction.Update),
            Delete = Count(ChangeAction.Delete),
            Move = Count(ChangeAction.Move),
            Replace = Count(ChangeAction.Replace),
            Adopt = Count(ChangeAction.Adopt),
            Conflict = Count(ChangeAction.Conflict),
            Unsupported = Count(ChangeAction.Unsupported),
            Drift = draft.Changes.Sum(c => c.Properties.Count(p => p.Reason == ChangeReason.TargetDrifted)),
            Unknown = draft.Unknown.Count,
            Unprotected = unprotected,
            Compared = draft.PairCount,
        };
    }
}
