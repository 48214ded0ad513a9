using System.Collections.Concurrent;
using RMF.Core.Inventory;
using RMF.Core.Kinds;
using RMF.Core.Planning;

namespace RMF.Engine.Runs.Applying;

/// <summary>
/// The target's items as they were read last in this run: what the plan touches, and what it created. Finds the item of a change that was
/// planned before the item existed. Thread-safe.
/// </summary>
internal sealed class TargetItems
{
    private readonly ConcurrentDictionary<ItemKey, Item> items = new();
    private readonly ConcurrentDictionary<string, IReadOnlyList<Item>> createdBy = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Change> expected = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<ItemKey, Change> makers = new();
    private readonly ConcurrentDictionary<string, bool> foundBy = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<ItemKey, IReadOnlyList<Item>> streams = new();
    private readonly SideView target;

    public TargetItems(SideView target) => this.target = target;

    public IReadOnlyCollection<Item> Known => items.Values.ToList();

    public void Put(Item item) => items[item.Key] = item;

    /// <summary>Takes one hardware with all that hangs on it, as it was read after it was made, moved or replaced.</summary>
    public void PutAll(IReadOnlyList<Item> read)
    {
        foreach (var device in read.Where(i => i.Key.Kind == ItemKind.DeviceStream && i.Parent is not null).GroupBy(i => i.Parent!.Value))
        {
            streams[device.Key] = device.ToList();
        }

        foreach (var item in read)
        {
            items[item.Key] = item;
        }
    }

    /// <param name="wasThere">True when the change found it instead: somebody else added it since the plan was made.</param>
    public void PutCreated(string changeId, IReadOnlyList<Item> created, bool wasThere = false)
    {
        createdBy[changeId] = created;
        if (wasThere)
        {
            foundBy[changeId] = true;
        }

        PutAll(created);
    }

    /// <summary>Tells what the plan makes, so that a pending reference finds it by its address and a child its parent.</summary>
    public void Expect(IEnumerable<Change> changes)
    {
        foreach (var change in changes.Where(c => c.Target is null && c.Source is not null && c.Action is ChangeAction.Create or ChangeAction.Update))
        {
            expected[change.Address] = change;
            if (change.Action == ChangeAction.Create)
            {
                makers[change.Source!.Value] = change;
            }
        }
    }

    /// <summary>The item that was made for a pending reference; null when it was not.</summary>
    public Reference? Resolve(PendingReference pending, SideView source)
        => expected.TryGetValue(pending.Address, out var change) && For(change, source) is { } item ? new Reference(item.Key) : null;

    /// <summary>What this run made of a source's item; null when it made nothing.</summary>
    public ItemKey? MadeOf(ItemKey sourceKey)
        => makers.TryGetValue(sourceKey, out var change) && createdBy.TryGetValue(change.Id, out var made) && made.Count > 0 ? made[0].Key : null;

    /// <summary>True when the change is about an item that this run made itself, so that nothing of it is anybody else's.</summary>
    public bool IsOfThisRun(Change change) => change.Target is null && change.DependsOn.Count > 0 && !foundBy.ContainsKey(change.DependsOn[0]);

    public Item? Find(ItemKey key) => items.TryGetValue(key, out var item) ? item : target.Find(key);

    /// <summary>The item that a change is about: by its id, or for new items by what its creator left behind.</summary>
    public Item? For(Change change, SideView source)
    {
        if (change.Target is { } key)
        {
            return Find(key);
        }

        var maker = change.Action == ChangeAction.Create ? change.Id : change.DependsOn.Count == 0 ? null : change.DependsOn[0];
        if (change.Source is not { } sourceKey || maker is null || !createdBy.TryGetValue(maker, out var created))
        {
            return null;
        }

        if (KindTable.SiteKinds.Contains(change.Kind))
        {
            return Newest(created.FirstOrDefault(i => i.Key.Kind == change.Kind));
        }

        if (change.Kind == ItemKind.Hardware)
        {
            return Newest(created.FirstOrDefault(i => i.Key.Kind == ItemKind.Hardware));
        }

        if (KindTable.Of(change.Kind).Pairing == PairingRule.AsParent)
        {
            return SourceDevice(sourceKey, source) is { } owner && Twin(owner, created) is { } device ? Find(device.Key.Part(change.Kind)) : null;
        }

        return source.Find(sourceKey) is { } sourceDevice ? Newest(Twin(sourceDevice, created)) : null;
    }

    /// <summary>The target's own id for a name that means the same on both sides.</summary>
    public Reference? Resolve(NamedReference named, Item holder, ItemKey? recorder)
    {
        var candidates = named.Kind switch
        {
            ItemKind.DeviceStream => StreamsOf(holder),
            ItemKind.HardwareDriver when recorder is { } r => target.ChildrenOf(r, ItemKind.HardwareDriver).Where(d => string.Equals(d.Properties.TextOf("number"), named.Name, StringComparison.Ordinal)),
            _ => [],
        };
        var found = named.Kind == ItemKind.DeviceStream ? candidates.FirstOrDefault(c => string.Equals(c.Name, named.Name, StringComparison.Ordinal)) : candidates.FirstOrDefault();
        return found is null ? null : new Reference(found.Key);
    }

    private Item? Newest(Item? item) => item is null ? null : Find(item.Key);

    private IEnumerable<Item> StreamsOf(Item holder)
    {
        var device = holder.Key.Kind == ItemKind.Camera ? holder.Key : holder.Parent ?? holder.Key;
        return streams.TryGetValue(device, out var newer) ? newer : target.ChildrenOf(device, ItemKind.DeviceStream);
    }

    private static Item? SourceDevice(ItemKey part, SideView source)
        => KindTable.DeviceKinds.Concat(KindTable.SiteKinds).Select(kind => source.Find(part.Part(kind))).FirstOrDefault(i => i is not null);

    private static Item? Twin(Item sourceDevice, IReadOnlyList<Item> created)
        => created.FirstOrDefault(i => i.Key.Kind == sourceDevice.Key.Kind
            && string.Equals(i.Properties.TextOf("channel"), sourceDevice.Properties.TextOf("channel"), StringComparison.Ordinal));
}
