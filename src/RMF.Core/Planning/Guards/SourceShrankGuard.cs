using RMF.Core.Inventory;
using RMF.Core.Kinds;
using RMF.Core.Words;

namespace RMF.Core.Planning.Guards;

/// <summary>
/// Refuses the deletes on a recording server when the source holds fewer than 70 % of what is remembered for it, of hardware or of any kind of
/// device, whatever the numbers: 0 of 3, too; and the changes that take members
/// out of groups or roles, when as many of a kind's went at once. A list that was answered in full and is empty is the commonest lie.
/// </summary>
public sealed class SourceShrankGuard : IGuard
{
    /// <summary>Percent of the remembered items that the source must still hold.</summary>
    private const int LeastPercent = 70;

    public string Name => "SourceShrank";

    public string Purpose => "A source that lost a large part of its devices at once is more often broken than tidied up.";

    public GuardResult? Check(GuardContext context)
    {
        var shrunk = new List<string>();
        var refused = new List<string>();
        foreach (var onRecorder in context.Draft.Changes.Where(c => c.Action == ChangeAction.Delete).GroupBy(c => c.TargetRecorder))
        {
            if (onRecorder.Key is { } recorder && Shrunk(context, recorder) is { } what)
            {
                shrunk.Add(what);
                refused.AddRange(onRecorder.Select(c => c.Id));
            }
        }

        foreach (var (kind, held, all, changes) in ShrunkMemberships.Find(context, LeastPercent))
        {
            shrunk.Add(FormattableString.Invariant($"{held} of {all} remembered members of {KindTable.Of(kind).Label} items"));
            refused.AddRange(changes);
        }

        return refused.Count == 0
            ? null
            : new GuardResult(
                Name,
                FormattableString.Invariant($"The source holds {string.Join("; ", shrunk)}; the limit is {LeastPercent} %, and the plan deletes them on the target in {Counted.Of(refused.Count, "change")}. Look at the source; if that is really gone there, allow it with -AllowGuard {Name}."),
                refused);
    }

    private static string? Shrunk(GuardContext context, ItemKey recorder)
    {
        var input = context.Input;
        var source = context.Options.Direction.Source();
        var target = context.Options.Direction.Target();
        var remembered = input.Memory.Pairs
            .Where(p => p.Primary.Kind == ItemKind.Hardware || KindTable.DeviceKinds.Contains(p.Primary.Kind))
            .Where(p => input.View(target).RecorderOf(p.On(target))?.Key == recorder)
            .GroupBy(p => p.Primary.Kind);
        foreach (var kind in remembered.OrderBy(g => g.Key))
        {
            var all = kind.Count();
            var held = kind.Count(p => input.View(source).Find(p.On(source)) is not null);
            if ((long)held * 100 < (long)all * LeastPercent)
            {
                return FormattableString.Invariant($"{held} of {all} remembered {KindTable.Of(kind.Key).Label} items for recording server '{input.View(target).Find(recorder)?.Name}'");
            }
        }

        return null;
    }
}
