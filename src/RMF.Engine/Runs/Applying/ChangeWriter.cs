using System.Collections.Concurrent;
using RMF.Core.Inventory;
using RMF.Core.Kinds;
using RMF.Core.Planning;
using RMF.Core.Planning.Merging;
using RMF.Engine.Ports;

namespace RMF.Engine.Runs.Applying;

/// <summary>Carries out one change. Resolves what was pending when the plan was made. Thread-safe.</summary>
internal sealed class ChangeWriter
{
    private readonly SyncContext context;
    private readonly TargetItems items;
    private readonly ConcurrentDictionary<string, SemaphoreSlim> turns = new(StringComparer.Ordinal);
    private readonly LifecycleWriter lifecycle;

    public ChangeWriter(SyncContext context, TargetItems items)
    {
        this.context = context;
        this.items = items;
        lifecycle = new LifecycleWriter(context, items);
    }

    public async Task<ChangeResult> WriteAsync(Change change, CancellationToken cancellationToken)
    {
        var started = context.Time.GetTimestamp();
        var written = change.Action switch
        {
            ChangeAction.Create when change.Kind == ItemKind.Hardware => await AddHardwareAsync(change, cancellationToken).ConfigureAwait(false),
            ChangeAction.Create => await CreateAsync(change, cancellationToken).ConfigureAwait(false),
            ChangeAction.Update when change.Stage >= SyncStage.Group => await UpdateInTurnAsync(change, cancellationToken).ConfigureAwait(false),
            ChangeAction.Delete => await lifecycle.DeleteAsync(change, cancellationToken).ConfigureAwait(false),
            ChangeAction.Move => await lifecycle.MoveAsync(change, cancellationToken).ConfigureAwait(false),
            ChangeAction.Replace => await lifecycle.ReplaceAsync(change, cancellationToken).ConfigureAwait(false),
            ChangeAction.Update => await UpdateAsync(change, cancellationToken).ConfigureAwait(false),
            ChangeAction.Adopt => new Written(ChangeStatus.Verified, null, change.Target, []),
            _ => new Written(ChangeStatus.Skipped, change.Detail ?? $"{change.Action} writes nothing", change.Target, []),
        };
        return new ChangeResult(context.Time.GetUtcNow(), change, written.Status, written.Reason, context.Time.GetElapsedTime(started)) { Target = written.Target, NotTaken = written.NotTaken, WasThere = written.WasThere };
    }

    private async Task<Written> AddHardwareAsync(Change change, CancellationToken cancellationToken)
    {
        if (context.Input.View(context.Source).Find(change.Source!.Value) is not { } source || change.TargetRecorder is not { } recorder)
        {
            return new Written(ChangeStatus.Stale, "the device is gone from the source", null, []);
        }

        if (!Uri.TryCreate(source.Properties.TextOf("address"), UriKind.Absolute, out var address))
        {
            return new Written(ChangeStatus.Failed, $"'{source.Properties.TextOf("address")}' is no device address", null, []);
        }

        var driver = change.Properties.FirstOrDefault(p => string.Equals(p.Path, "hardwareDriverPath", StringComparison.Ordinal))?.After as NamedReference;
        if (driver is null || items.Resolve(driver, source, recorder) is not { } driverKey)
        {
            return new Written(ChangeStatus.Failed, $"the target's recording server has no driver with number {driver?.Name ?? "(unknown)"}; install the same device pack there", null, []);
        }

        var account = await context.Credentials.FindAsync(source, cancellationToken).ConfigureAwait(false);
        if (!account.TryGet(out var found, out var failure))
        {
            return new Written(ChangeStatus.Failed, failure.Message + " " + failure.Advice, null, []);
        }

        var site = context.Sites[change.Site];
        var creation = new HardwareCreation(recorder, address, driverKey.Target, found.UserName, found.Password);
        var result = await site.Writer.AddHardwareAsync(creation, cancellationToken).ConfigureAwait(false);
        var exists = result.Error?.Kind == SiteErrorKind.AlreadyExists;
        if (result.Key is not { } key || (result.Status != WriteStatus.Confirmed && !exists))
        {
            return new Written(Written.StatusOf(result.Status), Written.Describe(result.Error), result.Key, []);
        }

        var read = await site.Reader.ReadHardwareAsync(key, RunKinds.For(context.Options.Categories), cancellationToken).ConfigureAwait(false);
        if (!read.TryGet(out var created))
        {
            return new Written(ChangeStatus.Failed, "it was added, but could not be read back: " + read.Error, key, []);
        }

        items.PutCreated(change.Id, created, exists);
        return new Written(ChangeStatus.Verified, exists ? "it was there already" : null, key, []) { WasThere = exists };
    }

    private async Task<Written> CreateAsync(Change change, CancellationToken cancellationToken)
    {
        var maker = new ItemMaker(context, items);
        var result = await maker.MakeAsync(change, cancellationToken).ConfigureAwait(false);
        return new Written(Written.StatusOf(result.Status), Written.Describe(result.Error), result.Key, []);
    }

    /// <summary>Several changes of one group or view may wait for several new devices: each begins with what the one before left.</summary>
    private async Task<Written> UpdateInTurnAsync(Change change, CancellationToken cancellationToken)
    {
        var turn = turns.GetOrAdd(change.Address, static _ => new SemaphoreSlim(1, 1));
        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await UpdateAsync(change, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<Written> UpdateAsync(Change change, CancellationToken cancellationToken)
    {
        if (items.For(change, context.Input.View(context.Source)) is not { } current)
        {
            return new Written(ChangeStatus.Skipped, "the target has no such item: the device offers fewer channels or parts there", change.Target, []);
        }

        var reader = context.NewWholeReader(items.Find);
        var wanted = new WantedValues(change, current, reader, items, context.Target, context.Input.View(context.Source));
        if (wanted.Values.Count == 0)
        {
            return new Written(wanted.NotTaken.Count == 0 ? ChangeStatus.Verified : ChangeStatus.Skipped, Join(wanted.NotTaken), current.Key, wanted.NotTaken);
        }

        var desired = new ItemEditor(reader, context.Target).Apply(current, wanted.Values);
        var properties = wanted.Values.Select(v => v.Key.Property).Distinct(StringComparer.Ordinal).ToList();
        var result = await context.Sites[change.Site].Writer.UpdateAsync(new ItemUpdate(current, desired, properties), cancellationToken).ConfigureAwait(false);
        if (result.Status == WriteStatus.Confirmed)
        {
            items.Put(desired);
        }

        return new Written(Written.StatusOf(result.Status), Written.Describe(result.Error) ?? Join(wanted.NotTaken), current.Key, wanted.NotTaken);
    }

    private static string? Join(IReadOnlyList<string> notTaken) => notTaken.Count == 0 ? null : "not taken: " + string.Join("; ", notTaken);
}
