using RMF.Core.Inventory;
using RMF.Core.Kinds;
using RMF.Core.Planning;
using RMF.Core.Words;
using RMF.Engine.Events;

namespace RMF.Engine.Runs.Applying;

/// <summary>Reads back what was written. The end of a run is decided here, not by an HTTP 200.</summary>
internal sealed class PlanVerifier
{
    private readonly SyncContext context;
    private readonly TargetItems items;
    private readonly PlanApplier applier;

    public PlanVerifier(SyncContext context, TargetItems items, PlanApplier applier)
    {
        this.context = context;
        this.items = items;
        this.applier = applier;
    }

    public async Task<IReadOnlyList<ChangeResult>> VerifyAsync(IReadOnlyList<ChangeResult> results, CancellationToken cancellationToken)
    {
        var toRead = results.Where(NeedsReading).Select(r => r.Target!.Value).Distinct().ToList();
        context.Events.Report(new RunEvent(context.Time.GetUtcNow(), RunPhase.Verify, $"Reading back {Counted.Of(toRead.Count, "item")}") { Total = toRead.Count });
        var failed = await applier.ReadAgainAsync(toRead, cancellationToken).ConfigureAwait(false);
        var reader = context.NewWholeReader(items.Find);
        return results.Select(r => NeedsReading(r) ? Judge(r, failed, reader) : r).ToList();
    }

    private static bool NeedsReading(ChangeResult result)
        => result.Change.Action is ChangeAction.Update or ChangeAction.Create && result.Target is not null && result.Status is ChangeStatus.Confirmed or ChangeStatus.Unknown;

    private ChangeResult Judge(ChangeResult result, IReadOnlyDictionary<ItemKey, UnreadItem> failed, Core.Planning.Merging.LeafReader reader)
    {
        var key = result.Target!.Value;
        if (failed.TryGetValue(key, out var why))
        {
            return result with { Status = ChangeStatus.Unverifiable, Reason = "could not be read back: " + why.Reason };
        }

        if (items.Find(key) is not { } current)
        {
            return result with { Status = ChangeStatus.Unverifiable, Reason = "could not be read back" };
        }

        var wanted = new WantedValues(result.Change, current, reader, items, context.Target, context.Input.View(context.Source));
        var missing = wanted.Values.Where(v => !IsHidden(v.Value)).ToList();
        if (missing.Count == 0)
        {
            return result with { Status = ChangeStatus.Verified, Reason = wanted.Values.Count == 0 ? result.Reason : "members that are disabled are taken on trust: the server does not show them" };
        }

        var first = missing[0];
        return result with
        {
            Status = result.Status == ChangeStatus.Unknown ? ChangeStatus.Failed : ChangeStatus.Diverged,
            Reason = (result.Status == ChangeStatus.Unknown ? result.Reason + " Read back: it did not take effect" : "the server confirmed it and holds another value")
                + $": {first.Key.Text} should be '{first.Value?.ToString() ?? "absent"}'",
        };
    }

    /// <summary>A member of a group that is disabled: XProtect's lists of members have no flag that shows it.</summary>
    private bool IsHidden(PropertyValue? value)
        => value is Reference reference && KindTable.DeviceKinds.Contains(reference.Target.Kind) && items.Find(reference.Target) is { } member && !member.Properties.IsTrue("enabled");
}
