using RMF.Core.Words;

namespace RMF.Core.Planning.Guards;

/// <summary>Refuses more deletes than the policy's count, whatever their percentage.</summary>
public sealed class DeleteCountGuard : IGuard
{
    public string Name => "DeleteCount";

    public string Purpose => "On a large site a small percentage is still many cameras.";

    public GuardResult? Check(GuardContext context)
    {
        var deletes = context.Draft.Changes.Where(c => c.Action == ChangeAction.Delete).Select(c => c.Id).ToList();
        return deletes.Count <= context.Limits.DeleteCount
            ? null
            : new GuardResult(
                Name,
                FormattableString.Invariant($"The plan deletes {Counted.Of(deletes.Count, "item")}; the limit is {context.Limits.DeleteCount}. If that is wanted, allow it with -AllowGuard {Name} or raise guards.deleteCount."),
                deletes);
    }
}
