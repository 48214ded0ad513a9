using RMF.Core.Inventory;
using RMF.Core.Kinds;

namespace RMF.Core.Planning.Guards;

/// <summary>
/// Refuses a plan that rewrites a large part of the target because the source changed. First sight, drift and what a move brings with it do not count: the first run
/// of a policy is meant to change much, and putting drift right restores what was agreed.
/// </summary>
public sealed class UpdatePercentGuard : IGuard
{
    private const int SmallSet = 10;

    public string Name => "UpdatePercent";

    public string Purpose => "A mass edit on the source (or the wrong source) should be looked at before it is copied.";

    public GuardResult? Check(GuardContext context)
        => KindTable.DeviceKinds.Select(kind => Check(context, kind)).FirstOrDefault(r => r is not null);

    private GuardResult? Check(GuardContext context, ItemKind kind)
    {
        if (!context.Draft.Pairs.TryGetValue(kind, out var pairs) || pairs < SmallSet)
        {
            return null;
        }

        var parts = KindTable.Of(kind).Parts;
        var updated = context.Draft.Changes
            .Where(c => (c.Kind == kind || parts.Contains(c.Kind))
                && c.Action == ChangeAction.Update
                && c.DependsOn.Count == 0
                && c.Properties.Any(p => p.Reason is ChangeReason.SourceChanged or ChangeReason.ConflictSourceWins))
            .ToList();
        var devices = updated.Select(c => c.Target?.Id).Distinct(StringComparer.Ordinal).Count();
        var limit = pairs * context.Limits.UpdatePercent / 100;
        return devices <= limit
            ? null
            : new GuardResult(
                Name,
                FormattableString.Invariant($"The plan rewrites {devices} of {pairs} {KindTable.Of(kind).Label} pairs because the source changed; the limit is {limit} ({context.Limits.UpdatePercent} %). If that is wanted, allow it with -AllowGuard {Name} or raise guards.updatePercent."),
                updated.ConvertAll(c => c.Id));
    }
}
