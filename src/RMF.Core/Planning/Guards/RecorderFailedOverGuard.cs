using RMF.Core.Inventory;
using RMF.Core.Words;

namespace RMF.Core.Planning.Guards;

/// <summary>
/// Refuses to add, move, replace or delete devices and to change storages while a recording server is failed over: its failover server
/// answers in its place, and what hangs where is in motion. Known by an <c>activeWebServerUri</c> that is not the <c>webServerUri</c>.
/// </summary>
public sealed class RecorderFailedOverGuard : IGuard
{
    public string Name => "RecorderFailedOver";

    public string Purpose => "While a failover server stands in, devices and storages are left where they are.";

    public GuardResult? Check(GuardContext context)
    {
        var source = context.Input.View(context.Options.Direction.Source());
        var target = context.Input.View(context.Options.Direction.Target());
        var away = new HashSet<ItemKey>(source.OfKind(ItemKind.RecordingServer).Concat(target.OfKind(ItemKind.RecordingServer)).Where(IsFailedOver).Select(r => r.Key));
        if (away.Count == 0)
        {
            return null;
        }

        // What is gone from the source hung on one of the recording servers that are linked with the target's.
        var isRestore = context.Options.Direction.Source() == Side.Secondary;
        var linked = new HashSet<ItemKey>(context.Input.Topology.Links
            .Where(l => away.Contains(isRestore ? l.Secondary : l.Primary)).Select(l => isRestore ? l.Primary : l.Secondary));
        var refused = context.Draft.Changes
            .Where(c => c.Writes && Concerns(c) && ((c.TargetRecorder is { } on && away.Contains(on))
                || (c.Source is { } key && (source.RecorderOf(key) is { } from ? away.Contains(from.Key) : c.Target is { } left && target.RecorderOf(left) is { } of && linked.Contains(of.Key)))
                || (c.Target is { } held && target.RecorderOf(held) is { } now && away.Contains(now.Key))))
            .Select(c => c.Id)
            .ToList();
        var names = away.Select(k => source.Find(k) ?? target.Find(k)).Select(r => $"'{r?.Name}'").OrderBy(n => n, StringComparer.Ordinal);
        return refused.Count == 0
            ? null
            : new GuardResult(
                Name,
                FormattableString.Invariant($"A failover server stands in for recording server {string.Join(", ", names)}, and the plan makes {Counted.Of(refused.Count, "change")} to its devices or storages; the limit is 0. Wait until it is back; if it cannot wait, allow it with -AllowGuard {Name}."),
                refused);
    }

    /// <summary>True for a recording server whose failover server answers.</summary>
    public static bool IsFailedOver(Item recorder)
        => recorder.Properties.TextOf("activeWebServerUri") is { Length: > 0 } active
            && recorder.Properties.TextOf("webServerUri") is { Length: > 0 } own
            && !string.Equals(active, own, StringComparison.OrdinalIgnoreCase);

    private static bool Concerns(Change change)
        => change.Stage == Kinds.SyncStage.Lifecycle || change.Properties.Any(p => string.Equals(p.Path, "recordingStorage", StringComparison.Ordinal));
}
