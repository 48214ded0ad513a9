using RMF.Core.Inventory;

namespace RMF.Core.Planning.Guards;

/// <summary>Refuses more deletes than the policy's percentage. Under ten pairs a percentage says little: there the limit is two.</summary>
public sealed class DeletePercentGuard : IGuard
{
    private const int SmallSet = 10;
    private const int SmallSetLimit = 2;

    public string Name => "DeletePercent";

    public string Purpose => "A plan that deletes a large part of the target is more often a mistake than a wish.";

    public GuardResult? Check(GuardContext context)
    {
        var deletes = context.Draft.Changes.Where(c => c.Action == ChangeAction.Delete).ToList();
        var target = context.Input.View(context.Options.Direction.Target());
        // A hardware takes all its cameras with it, and cameras are what is counted on the other side of the fraction.
        var devices = deletes.Sum(c => c.Target is { } key ? Math.Max(1, target.ChildrenOf(key, ItemKind.Camera).Count) : 1);
        var pairs = context.Draft.PairCount + devices;
        var limit = pairs < SmallSet ? SmallSetLimit : pairs * context.Limits.DeletePercent / 100;
        return devices <= limit
            ? null
            : new GuardResult(
                Name,
                FormattableString.Invariant($"The plan deletes {devices} of {pairs} pairs; the limit is {limit} ({context.Limits.DeletePercent} %). If that is wanted, allow it with -AllowGuard {Name} or raise guards.deletePercent."),
                deletes.ConvertAll(c => c.Id));
    }
}
