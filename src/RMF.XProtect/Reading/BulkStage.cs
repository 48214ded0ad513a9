using RMF.Core.Inventory;
using RMF.Engine.Ports;
using RMF.XProtect.Bindings;
using RMF.XProtect.Http;
using RMF.XProtect.Json;

namespace RMF.XProtect.Reading;

/// <summary>Reads the kinds that come in collections: all global ones at once, then those of each owner.</summary>
/// <param name="session">The site.</param>
/// <param name="isOwnerInScope">False for owners whose own collections are not wanted.</param>
/// <param name="report">Takes what is read and how many there are.</param>
internal sealed class BulkStage(SiteSession session, Func<Item, bool> isOwnerInScope, Action<string, int> report)
{
    private readonly CollectionReader collections = new(session);

    public async Task ReadAsync(IReadOnlyDictionary<ItemKind, KindReading> readings, CancellationToken cancellationToken)
    {
        var global = readings.Values.Where(static r => !r.IsSkipped).Select(r => r.Binding.Way switch
        {
            ReadWay.Bulk => ReadCollectionAsync(r, IncludedIn(r.Binding.Kind, readings), cancellationToken),
            ReadWay.Groups => new GroupTree(session, collections, r.Binding).ReadAsync(r, n => report(r.Binding.Resource, n), cancellationToken),
            ReadWay.Roles => new RoleReading(session, collections, r.Binding).ReadAsync(r, n => report(r.Binding.Resource, n), cancellationToken),
            _ => Task.CompletedTask,
        });
        await Task.WhenAll(global.ToArray()).ConfigureAwait(false);

        var owned = readings.Values.Where(r => !r.IsSkipped && r.Binding.Way == ReadWay.PerOwner).SelectMany(r => OwnersOf(r, readings).Where(isOwnerInScope).Select(owner => (r, owner)));
        await Task.WhenAll(owned.Select(p => ReadOwnedAsync(p.r, p.owner, cancellationToken)).ToArray()).ConfigureAwait(false);
    }

    public static IEnumerable<Item> OwnersOf(KindReading reading, IReadOnlyDictionary<ItemKind, KindReading> readings)
    {
        foreach (var kind in reading.Binding.Owners)
        {
            if (!readings.TryGetValue(kind, out var owners))
            {
                continue;
            }

            if (!owners.IsWhole)
            {
                reading.Doubt($"{owners.Binding.Resource} were not read whole: {owners.Reason}");
            }

            foreach (var owner in owners.Items)
            {
                yield return owner;
            }
        }
    }

    private static List<KindReading> IncludedIn(ItemKind owner, IReadOnlyDictionary<ItemKind, KindReading> readings)
        => [.. readings.Values.Where(r => !r.IsSkipped && r.Binding.Way == ReadWay.Included && r.Binding.Owners.Contains(owner))];

    private static void Note<T>(KindReading reading, Collected<T> collected)
    {
        if (collected.Error is { } error)
        {
            reading.Miss(error);
        }
        else if (collected.Doubt is { } doubt)
        {
            reading.Doubt(doubt);
        }
    }

    private async Task ReadCollectionAsync(KindReading reading, List<KindReading> included, CancellationToken cancellationToken)
    {
        var binding = reading.Binding;
        var children = included.ConvertAll(r => r.Binding.Resource);
        var collected = await collections.ReadItemsAsync(
            binding,
            binding.Resource,
            () => (binding.HasDisabledFlag ? new Query().Disabled() : new Query()).Include(children),
            n => report(binding.Resource, n),
            cancellationToken).ConfigureAwait(false);
        NoteUnknown(reading, collected);
        reading.Items = collected.Items.ConvertAll(static p => p.Item);
        if (binding.HasTiles)
        {
            // One resource holds two kinds: native views and those of the plugin's tiles.
            reading.Items.RemoveAll(i => Tiles.IsHighAvailability(i.Properties) != (binding.Kind == ItemKind.HighAvailabilityView));
        }

        foreach (var child in included)
        {
            await ReadIncludedAsync(child, collected, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task ReadIncludedAsync(KindReading reading, Collected<ParsedItem> owners, CancellationToken cancellationToken)
    {
        Note(reading, owners);
        foreach (var owner in owners.Items)
        {
            var children = owner.Children?.FindAll(c => c.Item.Key.Kind == reading.Binding.Kind);
            if (children is { Count: > 0 })
            {
                reading.Items.AddRange(children.Select(static c => c.Item));
            }
            else
            {
                // Left out or empty: the owner's own collection says which.
                await ReadOwnedAsync(reading, owner.Item, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task ReadOwnedAsync(KindReading reading, Item owner, CancellationToken cancellationToken)
    {
        var binding = reading.Binding;
        var path = $"{BindingTable.Find(owner.Key.Kind)!.Resource}/{owner.Key.Id}/{binding.Resource}";
        var collected = await collections.ReadItemsAsync(binding, path, static () => new Query(), null, cancellationToken).ConfigureAwait(false);
        lock (reading)
        {
            NoteUnknown(reading, collected);
            reading.Items.AddRange(collected.Items.Select(p => p.Item with { Parent = p.Item.Parent ?? owner.Key }));
            report(binding.Resource, reading.Items.Count);
        }
    }

    private void NoteUnknown(KindReading reading, Collected<ParsedItem> collected)
    {
        if (collected.Error is { } error && session.NoteUnknownResource(reading.Binding.Kind, error))
        {
            reading.Skip(session.Refused[reading.Binding.Kind]);
            return;
        }

        Note(reading, collected);
    }
}
