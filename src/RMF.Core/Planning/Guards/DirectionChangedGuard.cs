using RMF.Core.Words;

namespace RMF.Core.Planning.Guards;

/// <summary>Refuses the first run in a new direction: it overwrites the side that was the source until now. It only plans unless confirmed.</summary>
public sealed class DirectionChangedGuard : IGuard
{
    public string Name => "DirectionChanged";

    public string Purpose => "A flipped direction overwrites what was the source of truth until now.";

    public GuardResult? Check(GuardContext context)
    {
        var now = context.Options.Direction.ToString();
        var writes = context.Draft.Changes.Where(c => c.Writes).Select(c => c.Id).ToList();
        return context.LastDirection.Length == 0 || string.Equals(context.LastDirection, now, StringComparison.Ordinal) || writes.Count == 0
            ? null
            : new GuardResult(
                Name,
                FormattableString.Invariant($"The last run was a {context.LastDirection}, this one is a {now}: it would write {Counted.Of(writes.Count, "change")} to the {context.Options.Direction.Target().ToString().ToLowerInvariant()} side, which was the source until now. Read the plan; if that is wanted, allow it with -AllowGuard {Name}."),
                writes);
    }
}
