using RMF.Core.Inventory;

namespace RMF.Core.Planning.Merging;

/// <summary>What a merge of one item looks at besides the values.</summary>
/// <param name="Remembered">Base values; null = none.</param>
/// <param name="Target">The target item; null when it does not exist yet.</param>
/// <param name="TargetRecorder">Where the target item hangs.</param>
/// <param name="Outcome">Where the findings go.</param>
internal readonly record struct MergePoint(PropertyBag? Remembered, Item? Target, ItemKey TargetRecorder, MergeOutcome Outcome);
