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
        var deletes = context.Draft.Changes.Where(c => c.Action == ChangeAction.Delete).Select(c => c.Id).ToList();
        var pairs = context.Draft.PairCount;
        var limit = pairs < SmallSet ? SmallSetLimit : pairs * context.Limits.DeletePercent / 100;
        return deletes.Count <= limit
            ? null
            : new GuardResult(
                Name,
                FormattableString.Invariant($"The plan deletes {deletes.Count} of {pairs} pairs; the limit is {limit} ({context.Limits.DeletePercent} %). If that is wanted, allow it with -AllowGuard {Name} or raise guards.deletePercent."),
                deletes);
    }
}
