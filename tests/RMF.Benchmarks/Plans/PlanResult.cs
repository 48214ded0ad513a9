using RMF.Core.Inventory;
using RMF.Core.Planning;

namespace RMF.Benchmarks.Plans;

/// <summary>What a plan of a <see cref="PlanWorld"/> found, to hold against what was put in.</summary>
/// <param name="Pairs">Device pairs that were compared.</param>
/// <param name="Missing">Hardware to add on the secondary.</param>
/// <param name="Different">Cameras that are there and differ in a value.</param>
public sealed record PlanResult(int Pairs, int Missing, int Different)
{
    public static PlanResult Of(PlanDraft draft) => new(
        draft.PairCount,
        draft.Changes.Count(c => c.Action == ChangeAction.Create && c.Kind == ItemKind.Hardware),
        draft.Changes.Where(c => c.Action == ChangeAction.Update && c.Target is not null).Select(c => c.Target!.Value.Id).Distinct(StringComparer.Ordinal).Count());
}
