using RMF.Core.Words;

namespace RMF.Core.Planning.Guards;

/// <summary>Refuses every write inside a freeze window of the policy.</summary>
public sealed class FreezeWindowGuard : IGuard
{
    public string Name => "FreezeWindow";

    public string Purpose => "Nothing is changed while people have asked for quiet.";

    public GuardResult? Check(GuardContext context)
    {
        var writes = context.Draft.Changes.Where(c => c.Writes).Select(c => c.Id).ToList();
        return context.Freeze is null || writes.Count == 0
            ? null
            : new GuardResult(
                Name,
                FormattableString.Invariant($"The plan writes {Counted.Of(writes.Count, "change")} inside the freeze window {context.Freeze}; the limit is 0. Wait until it has passed; if it cannot wait, allow it with -AllowGuard {Name}."),
                writes);
    }
}
