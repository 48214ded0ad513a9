using RMF.Core.Inventory;
using RMF.Core.Words;

namespace RMF.Core.Planning.Guards;

/// <summary>
/// Refuses every delete while a kind of either side was read only in part, or recording servers, hardware or cameras were not read at all:
/// what was not seen may still be there.
/// </summary>
public sealed class IncompleteSnapshotGuard : IGuard
{
    /// <summary>The kinds whose absence would be taken for a delete. Other devices go with their hardware, and are not read while their switch is off.</summary>
    private static readonly ItemKind[] Needed = [ItemKind.RecordingServer, ItemKind.Hardware, ItemKind.Camera];

    public string Name => "IncompleteSnapshot";

    public string Purpose => "What was not read is unknown, not gone.";

    public GuardResult? Check(GuardContext context)
    {
        var deletes = context.Draft.Changes.Where(c => c.Action is ChangeAction.Delete or ChangeAction.Forget).Select(c => c.Id).ToList();
        var partial = context.Input.Primary.Sites.Concat(context.Input.Secondary.Sites)
            .SelectMany(s => s.Parts.Where(p => p.State == PartState.Partial).Concat(Needed.Select(s.PartOf).Where(p => p.State != PartState.Whole))
                .Select(p => $"{p.Kind} of {s.Site} ({p.Reason ?? "read in part"})"))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return deletes.Count == 0 || partial.Count == 0
            ? null
            : new GuardResult(
                Name,
                FormattableString.Invariant($"The plan deletes {Counted.Of(deletes.Count, "item")} although the reading is incomplete: {string.Join("; ", partial)}. Read again; if the site stays like this and the deletes are wanted, allow them with -AllowGuard {Name}."),
                deletes);
    }
}
