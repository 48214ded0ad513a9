using RMF.Core.Planning;
using RMF.Core.Words;

namespace RMF.Engine.Runs;

/// <summary>Says whether two sides are as the policy wants them, from the plan that would change them.</summary>
public static class WantedState
{
    /// <summary>What keeps the two sides from it, one phrase each; empty when they are in the wanted state.</summary>
    /// <param name="summary">The plan in numbers.</param>
    /// <param name="wasReadInFull">True: what was not read counts. False for a fast reading, which leaves parts out on purpose.</param>
    /// <param name="wantsProtection">True: a camera without a second recording counts.</param>
    public static IReadOnlyList<string> Faults(PlanSummary summary, bool wasReadInFull, bool wantsProtection)
    {
        (int Count, string One, string Several)[] all =
        [
            (summary.Writes, "change pending", "changes pending"),
            (summary.Drift, "of them drift", "of them drift"),
            (summary.Conflict, "conflict", "conflicts"),
            (wasReadInFull ? summary.Unknown : 0, "part not read", "parts not read"),
            (wantsProtection ? summary.Unprotected : 0, "camera unprotected", "cameras unprotected"),
        ];
        return all.Where(f => f.Count > 0).Select(f => Counted.Of(f.Count, f.One, f.Several)).ToList();
    }
}
