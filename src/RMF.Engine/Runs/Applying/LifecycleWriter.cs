using RMF.Core.Inventory;
using RMF.Core.Planning;
using RMF.Engine.Ports;

namespace RMF.Engine.Runs.Applying;

/// <summary>Deletes, replaces and moves hardware of the target, each read back at once: what follows needs the new truth. Thread-safe.</summary>
internal sealed class LifecycleWriter
{
    private readonly SyncContext context;
    private readonly TargetItems items;

    public LifecycleWriter(SyncContext context, TargetItems items)
    {
        this.context = context;
        this.items = items;
    }

    public async Task<Written> DeleteAsync(Change change, CancellationToken cancellationToken)
    {
        var (target, site) = (change.Target!.Value, context.Sites[change.Site]);
        if (change.Source is not { } source || !context.Input.Gone.Contains(source) || context.Input.Pairs.Find(context.Target, target) is not null)
        {
            return new Written(ChangeStatus.Stale, "the source does not say any more that the device is gone", target, []);
        }

        if (items.Find(target)?.Parent is not { } recorder)
        {
            return new Written(ChangeStatus.Verified, "it was gone already", target, []);
        }

        var result = await site.Writer.DeleteHardwareAsync(target, recorder, cancellationToken).ConfigureAwait(false);
        if (result.Status is not (WriteStatus.Confirmed or WriteStatus.Unknown))
        {
            return Written.Of(result, target);
        }

        var read = await ReadAsync(site, target, cancellationToken).ConfigureAwait(false);
        return read switch
        {
            { Error: null, Value: null } => new Written(ChangeStatus.Verified, null, target, []),
            { Error: { } error } => new Written(result.Status == WriteStatus.Confirmed ? ChangeStatus.Unverifiable : ChangeStatus.Unknown, "could not be read back: " + error, target, []),
            _ when result.Status == WriteStatus.Confirmed => new Written(ChangeStatus.Diverged, "the server confirmed the delete, and the device is still there", target, []),
            _ => new Written(ChangeStatus.Failed, Written.Describe(result.Error) + " Read back: it is still there", target, []),
        };
    }

    public async Task<Written> MoveAsync(Change change, CancellationToken cancellationToken)
    {
        var (target, site) = (change.Target!.Value, context.Sites[change.Site]);
        var result = await site.Writer.MoveHardwareAsync(target, change.TargetRecorder!.Value, cancellationToken).ConfigureAwait(false);
        var isRefused = result.Status == WriteStatus.Failed && result.Error is { Kind: SiteErrorKind.BadRequest or SiteErrorKind.AlreadyExists or SiteErrorKind.TaskFailed };
        if (result.Status is not (WriteStatus.Confirmed or WriteStatus.Unknown) && !isRefused)
        {
            return Written.Of(result, target);
        }

        // Refused may mean that it hangs there already: a task of an earlier run, whose answer was lost, ended after this plan was made.
        var read = await site.Reader.ReadHardwareAsync(target, RunKinds.For(context.Options.Categories), cancellationToken).ConfigureAwait(false);
        if (!read.TryGet(out var moved))
        {
            return isRefused ? Written.Of(result, target) : new Written(ChangeStatus.Unknown, "could not be read back: " + read.Error, target, []);
        }

        items.PutAll(moved);
        return items.Find(target)?.Parent == change.TargetRecorder
            ? new Written(ChangeStatus.Verified, isRefused ? "it hung there already" : null, target, [])
            : new Written(ChangeStatus.Failed, (Written.Describe(result.Error) ?? "the server confirmed the move") + " Read back: it hangs where it was", target, []);
    }

    public async Task<Written> ReplaceAsync(Change change, CancellationToken cancellationToken)
    {
        var (target, site) = (change.Target!.Value, context.Sites[change.Site]);
        if (change.Source is not { } key || context.Input.View(context.Source).Find(key) is not { } source || items.Find(target) is not { } current)
        {
            return new Written(ChangeStatus.Stale, "the device is gone", target, []);
        }

        var text = (Wanted(change, "address") as Scalar)?.Value ?? current.Properties.TextOf("address");
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address))
        {
            return new Written(ChangeStatus.Failed, $"'{text}' is no device address", target, []);
        }

        if (change.Method == WriteMethod.Patch)
        {
            var desired = current with { Properties = current.Properties.With("address", Scalar.Text(text!)) };
            var patched = await site.Writer.UpdateAsync(new ItemUpdate(current, desired, ["address"]), cancellationToken).ConfigureAwait(false);
            return await ReadBackAsync(change, site, patched, wantsAll: false, cancellationToken).ConfigureAwait(false);
        }

        var account = await context.Credentials.FindAsync(source, cancellationToken).ConfigureAwait(false);
        if (!account.TryGet(out var found, out var failure))
        {
            return new Written(ChangeStatus.Failed, failure.Message + " " + failure.Advice, target, []);
        }

        var driver = (Wanted(change, "hardwareDriverPath") as NamedReference)?.Name;
        var replacement = new HardwareReplacement(target, address, driver, found, Wanted(change, "allowDeletingDisabledDevices") is not null);
        var result = await site.Writer.ReplaceHardwareAsync(replacement, cancellationToken).ConfigureAwait(false);
        return await ReadBackAsync(change, site, result, wantsAll: true, cancellationToken).ConfigureAwait(false);
    }

    private static PropertyValue? Wanted(Change change, string path)
        => change.Properties.FirstOrDefault(p => string.Equals(p.Path, path, StringComparison.Ordinal))?.After;

    private async Task<Written> ReadBackAsync(Change change, ISite site, WriteResult result, bool wantsAll, CancellationToken cancellationToken)
    {
        var target = change.Target!.Value;
        if (result.Status != WriteStatus.Confirmed)
        {
            return Written.Of(result, target);
        }

        if (wantsAll)
        {
            var read = await site.Reader.ReadHardwareAsync(target, RunKinds.For(context.Options.Categories), cancellationToken).ConfigureAwait(false);
            if (!read.TryGet(out var replaced))
            {
                return new Written(ChangeStatus.Unverifiable, "it was replaced, but could not be read back: " + read.Error, target, []);
            }

            items.PutCreated(change.Id, replaced);
            return new Written(ChangeStatus.Verified, null, target, []);
        }

        var again = await ReadAsync(site, target, cancellationToken).ConfigureAwait(false);
        if (again.Value is not { } item)
        {
            return new Written(ChangeStatus.Unverifiable, "could not be read back: " + (again.Error?.ToString() ?? "it is gone"), target, []);
        }

        items.Put(item);
        return Core.Pairing.DeviceAddress.Parse(item.Properties.TextOf("address")) == Core.Pairing.DeviceAddress.Parse((Wanted(change, "address") as Scalar)?.Value)
            ? new Written(ChangeStatus.Verified, null, target, [])
            : new Written(ChangeStatus.Diverged, "the server confirmed it and holds another address", target, []);
    }

    private static async Task<Outcome<Item?>> ReadAsync(ISite site, ItemKey key, CancellationToken cancellationToken)
        => (await site.Reader.ReadItemsAsync([key], cancellationToken).ConfigureAwait(false))[key];
}
