using RMF.Core.Inventory;
using RMF.Engine.Ports;
using RMF.XProtect.Bindings;
using RMF.XProtect.Http;
using RMF.XProtect.Json;

namespace RMF.XProtect.Reading;

/// <summary>Reads named items as they are now. Used once.</summary>
internal sealed class ItemsReading(SiteSession session)
{
    /// <summary>From so many items of one kind on, the whole collection costs less than the items one by one.</summary>
    public const int BulkThreshold = 200;

    private readonly PartReader parts = new(session);
    private readonly Dictionary<ItemKey, Outcome<Item?>> found = [];
    private readonly HashSet<ItemKey> requested = [];

    public async Task<IReadOnlyDictionary<ItemKey, Outcome<Item?>>> RunAsync(IReadOnlyCollection<ItemKey> keys, CancellationToken cancellationToken)
    {
        requested.UnionWith(keys);
        foreach (var group in requested.GroupBy(static k => k.Kind).OrderBy(static g => BindingTable.Find(g.Key)?.Way == ReadWay.Derived))
        {
            var asked = group.ToList();
            switch (BindingTable.Find(group.Key))
            {
                case null:
                    Fail(asked, session.Errors.Make(SiteErrorKind.NotSupported, $"read {group.Key}", $"{session.Site}: {group.Key} has no binding."));
                    break;
                case { Way: ReadWay.Derived } derived:
                    await ReadDerivedAsync(derived, asked, cancellationToken).ConfigureAwait(false);
                    break;
                case { HasItemRead: true, Way: not (ReadWay.Groups or ReadWay.Roles) } single when asked.Count < BulkThreshold || single.Way == ReadWay.PerItem:
                    await ReadSinglesAsync(single, asked, cancellationToken).ConfigureAwait(false);
                    break;
                case var bulk:
                    await ReadBulkAsync(bulk, asked, cancellationToken).ConfigureAwait(false);
                    break;
            }
        }

        return found;
    }

    private void Fail(List<ItemKey> keys, SiteError error)
    {
        foreach (var key in keys)
        {
            found[key] = error;
        }
    }

    private async Task ReadSinglesAsync(Binding binding, List<ItemKey> keys, CancellationToken cancellationToken)
    {
        var outcomes = new Outcome<Item?>[keys.Count];
        var next = -1;
        async Task WorkAsync()
        {
            for (var i = Interlocked.Increment(ref next); i < keys.Count; i = Interlocked.Increment(ref next))
            {
                // A device whose model was never seen describes itself.
                var withDefinitions = binding.HasDefinitions && session.Definitions.Of(keys[i].Id) is null;
                ItemKey? owner = binding is { Way: ReadWay.PerItem, Owners.Count: 1 } ? keys[i].Part(binding.Owners[0]) : null;
                outcomes[i] = await parts.ReadAsync(binding, keys[i].Id, owner, withDefinitions, cancellationToken).ConfigureAwait(false);
            }
        }

        await Task.WhenAll(Enumerable.Range(0, Math.Min(keys.Count, HandlerMaker.ConnectionsOf(session.Connection))).Select(_ => WorkAsync()).ToArray()).ConfigureAwait(false);
        for (var i = 0; i < keys.Count; i++)
        {
            found[keys[i]] = outcomes[i];
        }
    }

    private async Task ReadDerivedAsync(Binding binding, List<ItemKey> keys, CancellationToken cancellationToken)
    {
        var source = BindingTable.Find(binding.DerivedFrom!.Value)!;
        var sources = keys.Select(k => new ItemKey(k.Site, source.Kind, DeviceOf(k.Id))).Distinct().ToList();
        await ReadSinglesAsync(source, sources.FindAll(s => !found.ContainsKey(s)), cancellationToken).ConfigureAwait(false);
        foreach (var key in keys)
        {
            var read = found[new ItemKey(key.Site, source.Kind, DeviceOf(key.Id))];
            if (read.Error is { } error)
            {
                found[key] = error;
            }
            else
            {
                found[key] = read.Value is null ? (Item?)null : DeviceStreams.Of(read.Value, session.Parsing.Shapes).FirstOrDefault(i => i.Key == key);
            }
        }

        foreach (var extra in sources.Where(s => !requested.Contains(s)))
        {
            found.Remove(extra);
        }
    }

    private static string DeviceOf(string id) => id.IndexOf('/') is > 0 and var slash ? id.Substring(0, slash) : id;

    private async Task ReadBulkAsync(Binding binding, List<ItemKey> keys, CancellationToken cancellationToken)
    {
        var readings = NeededKinds.Of([binding.Kind], isScoped: false)
            .ToDictionary(static k => k, k => new KindReading(BindingTable.Find(k)!, session.Time.GetUtcNow()));
        await new BulkStage(session, static _ => true, static (_, _) => { }).ReadAsync(readings, cancellationToken).ConfigureAwait(false);
        var reading = readings[binding.Kind];
        var byKey = new Dictionary<ItemKey, Item>(reading.Items.Count);
        foreach (var item in reading.Items)
        {
            byKey[item.Key] = item;
        }

        foreach (var key in keys)
        {
            if (byKey.TryGetValue(key, out var item))
            {
                found[key] = item;
            }
            else if (reading.Unread.TryGetValue(key.Id, out var why))
            {
                found[key] = session.Errors.Make(SiteErrorKind.UnexpectedAnswer, $"read {binding.Resource}", $"{session.Site}: {key} could not be read: {why}");
            }
            else if (reading.IsWhole)
            {
                found[key] = await AskForAbsentAsync(binding, key, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                found[key] = reading.Error ?? session.Errors.Make(
                    SiteErrorKind.UnexpectedAnswer,
                    $"read {binding.Resource}",
                    $"{session.Site}: it is not known whether {key} exists: {reading.Reason}");
            }
        }
    }

    /// <summary>A list that was cut looks whole. What it lacks is asked for by its id before it is called gone.</summary>
    private async Task<Outcome<Item?>> AskForAbsentAsync(Binding binding, ItemKey key, CancellationToken cancellationToken)
    {
        if (!binding.HasItemRead || binding.Way is not (ReadWay.Groups or ReadWay.Roles))
        {
            return (Item?)null;
        }

        var asked = await parts.ReadAsync(binding, key.Id, null, withDefinitions: false, cancellationToken).ConfigureAwait(false);
        return asked.Value is { } item && (binding.Way != ReadWay.Roles || session.RoleScope(item.Name))
            ? session.Errors.Make(SiteErrorKind.UnexpectedAnswer, $"read {binding.Resource}", $"{session.Site}: the list of {binding.Resource} lacks '{item.Name}', which exists.")
            : asked.Error is { } error ? error : (Item?)null;
    }
}
