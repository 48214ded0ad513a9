using RMF.Core.Inventory;
using RMF.Core.Words;

namespace RMF.Core.Planning.Guards;

/// <summary>
/// Refuses to delete, to move or to put another device in place of hardware whose recordings an evidence lock holds. Where a site does not
/// tell its locks that is unknown, and unknown is refused too: what is deleted does not come back. A replacement that only writes a new
/// address leaves the recordings alone and is not looked at.
/// </summary>
public sealed class RecorderWithEvidenceLockGuard : IGuard
{
    private static readonly ItemKind[] Recorded = [ItemKind.Camera, ItemKind.Microphone, ItemKind.Speaker, ItemKind.Metadata];

    public string Name => "RecorderWithEvidenceLock";

    public string Purpose => "Recordings that were locked as evidence are neither deleted nor left behind.";

    public GuardResult? Check(GuardContext context)
    {
        var findings = new List<string>();
        var refused = new List<string>();
        foreach (var site in Endangering(context.Draft).GroupBy(c => c.Site, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var told = context.EvidenceLocks.TryGetValue(site.Key, out var answer) ? answer : EvidenceLocks.NotKnown("the site was not asked");
            var holds = site.ToDictionary(c => c.Id, c => LocksOn(c, told, context), StringComparer.Ordinal);
            var locked = site.Where(c => holds[c.Id].Count > 0).ToList();
            var open = site.Except(locked).ToList();
            if (locked.Count > 0)
            {
                var count = locked.SelectMany(c => holds[c.Id]).Distinct(StringComparer.Ordinal).Count();
                findings.Add(FormattableString.Invariant($"On {site.Key} evidence locks ({count}) hold recordings of {Counted.Of(HardwareOf(locked), "device")} that the plan deletes, moves or replaces, the first is '{locked[0].Name}'; the limit is 0"));
                refused.AddRange(locked.Select(c => c.Id));
            }

            if (open.Count > 0 && (told.WhyUnknown ?? WhyNotAll(site.Key, context)) is { } why)
            {
                findings.Add(FormattableString.Invariant($"On {site.Key} it is not known whether evidence locks hold recordings of {Counted.Of(HardwareOf(open), "device")} that the plan deletes, moves or replaces: {why}; the limit is 0"));
                refused.AddRange(open.Select(c => c.Id));
            }
        }

        return refused.Count == 0
            ? null
            : new GuardResult(
                Name,
                FormattableString.Invariant($"{string.Join(". ", findings)}. Look at the evidence locks of these devices; if what they hold may be lost, allow it with -AllowGuard {Name}."),
                refused);
    }

    /// <summary>The changes of a plan that delete recordings of hardware or part it from them.</summary>
    public static IEnumerable<Change> Endangering(PlanDraft draft)
        => draft.Changes.Where(c => c.Kind == ItemKind.Hardware && c.Target is not null
            && (c.Action is ChangeAction.Delete or ChangeAction.Move || c is { Action: ChangeAction.Replace, Method: WriteMethod.Task }));

    /// <summary>The target's devices with recordings that such a change concerns, as far as they were read.</summary>
    public static IEnumerable<ItemKey> DevicesOf(Change change, PlanningInput input, PlanningOptions options)
        => change.Target is { } hardware ? Recorded.SelectMany(kind => input.View(options.Direction.Target()).ChildrenOf(hardware, kind)).Select(d => d.Key) : [];

    private static List<string> LocksOn(Change change, EvidenceLocks told, GuardContext context)
    {
        var devices = new HashSet<ItemKey>(DevicesOf(change, context.Input, context.Options));
        return told.Known.Where(l => l.Devices.Any(devices.Contains)).Select(l => l.Id).ToList();
    }

    // A device that was not seen may be the one that is locked. Kinds that the policy leaves alone are not read, and go with their hardware.
    private static string? WhyNotAll(string site, GuardContext context)
    {
        var target = context.Input.View(context.Options.Direction.Target());
        var unread = Recorded.Select(kind => target.PartOf(new ItemKey(site, kind, string.Empty)))
            .FirstOrDefault(p => p.State == PartState.Partial || (p.Kind == ItemKind.Camera && p.State != PartState.Whole));
        return unread is null ? null : $"{Kinds.KindTable.Of(unread.Kind).Label} items were not all read: {unread.Reason ?? "read in part"}";
    }

    private static int HardwareOf(IEnumerable<Change> changes) => changes.Select(c => c.Target).Distinct().Count();
}
