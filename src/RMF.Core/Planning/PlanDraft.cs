using RMF.Core.Inventory;
using RMF.Core.Pairing;

namespace RMF.Core.Planning;

/// <summary>What the planner found, before guards looked at it and before it got its id, hashes and checksum.</summary>
/// <param name="Changes">In the order in which they are carried out.</param>
/// <param name="Findings">Items without a pair that the policy covers.</param>
/// <param name="Unknown">What was not read.</param>
/// <param name="PairCount">Camera pairs that were compared.</param>
public sealed record PlanDraft(IReadOnlyList<Change> Changes, IReadOnlyList<PairFinding> Findings, IReadOnlyList<UnknownPart> Unknown, int PairCount)
{
    /// <summary>Pairs that were compared, of each kind of device.</summary>
    public IReadOnlyDictionary<ItemKind, int> Pairs { get; init; } = new Dictionary<ItemKind, int> { [ItemKind.Camera] = PairCount };
}
