using RMF.Core.Inventory;
using RMF.Engine.Ports;

namespace RMF.Engine.Runs.Streams;

/// <summary>Reads cameras' streams as they are now, writes choices of them and reads them back. Thread-safe.</summary>
public sealed class StreamTables
{
    /// <summary>Cameras that are written at once.</summary>
    public const int WritesAtOnce = 8;

    private readonly SiteSet sites;

    public StreamTables(SiteSet sites) => this.sites = sites;

    /// <summary>One entry for each camera: its streams, or why they cannot be read.</summary>
    public async Task<IReadOnlyDictionary<ItemKey, Outcome<StreamTable>>> ReadAsync(IEnumerable<Item> cameras, CancellationToken cancellationToken)
    {
        var result = new Dictionary<ItemKey, Outcome<StreamTable>>();
        foreach (var site in cameras.GroupBy(c => c.Key.Site, StringComparer.Ordinal))
        {
            var asked = site.ToList();
            var keys = asked.SelectMany(c => new[] { c.Key.Part(ItemKind.Streams), c.Key.Part(ItemKind.Settings) }).ToList();
            var read = await sites[site.Key].Reader.ReadItemsAsync(keys, cancellationToken).ConfigureAwait(false);
            foreach (var camera in asked)
            {
                result[camera.Key] = Table(camera, read[camera.Key.Part(ItemKind.Streams)], read[camera.Key.Part(ItemKind.Settings)]);
            }
        }

        return result;
    }

    /// <summary>Writes edits, some at once, and reads them back. One result for each, in their order.</summary>
    /// <param name="edits">What to write.</param>
    /// <param name="isAsWanted">Whether a table that was read back holds the choice.</param>
    /// <param name="cancellationToken">Ends it between writes.</param>
    public async Task<IReadOnlyList<StreamResult>> WriteAsync(IReadOnlyList<(StreamTable Table, ItemUpdate Update)> edits, Func<StreamTable, bool> isAsWanted, CancellationToken cancellationToken)
    {
        var writes = new WriteResult[edits.Count];
        var next = -1;
        async Task WorkAsync()
        {
            for (var i = Interlocked.Increment(ref next); i < edits.Count; i = Interlocked.Increment(ref next))
            {
                cancellationToken.ThrowIfCancellationRequested();
                writes[i] = await sites[edits[i].Update.Desired.Key.Site].Writer.UpdateAsync(edits[i].Update, cancellationToken).ConfigureAwait(false);
            }
        }

        await Task.WhenAll(Enumerable.Range(0, Math.Min(WritesAtOnce, edits.Count)).Select(_ => WorkAsync())).ConfigureAwait(false);
        var after = await ReadAsync(edits.Select(e => e.Table.Camera), cancellationToken).ConfigureAwait(false);
        return edits.Select((e, i) => Judge(e.Table, writes[i], after[e.Table.Camera.Key], isAsWanted)).ToList();
    }

    private static StreamResult Judge(StreamTable before, WriteResult write, Outcome<StreamTable> after, Func<StreamTable, bool> isAsWanted)
    {
        if (!after.TryGet(out var now))
        {
            var status = write.Status is WriteStatus.Failed or WriteStatus.Unsupported ? ChangeStatus.Failed : ChangeStatus.Unverifiable;
            return new StreamResult(before, status, (write.Error ?? after.Error)?.ToString());
        }

        // What was read back decides, also where the answer was lost.
        return isAsWanted(now)
            ? new StreamResult(now, ChangeStatus.Verified, null)
            : new StreamResult(now, write.Status == WriteStatus.Confirmed ? ChangeStatus.Diverged : ChangeStatus.Failed, write.Error?.ToString() ?? "the site confirmed it and holds another choice");
    }

    private static Outcome<StreamTable> Table(Item camera, Outcome<Item?> streams, Outcome<Item?> settings)
    {
        if ((streams.Error ?? settings.Error) is { } error)
        {
            return error;
        }

        return streams.Value is { } used && settings.Value is { } offered
            ? new StreamTable(camera, used, offered)
            : new SiteError(SiteErrorKind.NotFound, camera.Key.Site, $"read the streams of {camera.Key}", $"{camera.Key.Site}: '{camera.Name}' is gone.", "Read the site again.");
    }
}
