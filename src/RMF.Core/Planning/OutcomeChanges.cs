using RMF.Core.Planning.Merging;

namespace RMF.Core.Planning;

/// <summary>Turns what a merge found into changes: what is written, what is in conflict, what the target cannot take.</summary>
internal static class OutcomeChanges
{
    public static IEnumerable<Change> From(Change template, MergeOutcome outcome)
    {
        if (outcome.Updates.Count > 0)
        {
            yield return template with { Reason = Strongest(outcome.Updates), Properties = outcome.Updates };
        }

        if (outcome.Conflicts.Count > 0)
        {
            yield return template with
            {
                Id = template.Id + "#conflict",
                Action = ChangeAction.Conflict,
                Method = WriteMethod.None,
                Reason = ChangeReason.ConflictRefused,
                Properties = outcome.Conflicts,
                Detail = "both sides changed since they agreed; set 'conflicts' in the policy to sourceWins or targetWins, or make the values equal by hand",
            };
        }

        if (outcome.Unsupported.Count > 0)
        {
            yield return template with
            {
                Id = template.Id + "#unsupported",
                Action = ChangeAction.Unsupported,
                Method = WriteMethod.None,
                Reason = outcome.Unsupported[0].Reason,
                Properties = outcome.Unsupported,
            };
        }
    }

    /// <summary>A change of several values is named by the reason that people must see first.</summary>
    private static ChangeReason Strongest(List<ChangedProperty> updates)
    {
        foreach (var reason in new[] { ChangeReason.ConflictSourceWins, ChangeReason.TargetDrifted, ChangeReason.SourceChanged, ChangeReason.FirstSight })
        {
            if (updates.Exists(u => u.Reason == reason))
            {
                return reason;
            }
        }

        return updates[0].Reason;
    }
}
