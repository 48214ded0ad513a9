using RMF.Core.Inventory;
using RMF.Core.Kinds;
using RMF.Core.Pairing;

namespace RMF.Core.Planning.Merging;

/// <summary>
/// Translates references between the sides through the correspondence. The canonical form is the secondary side's, because every
/// primary storage has one secondary storage but not the other way round: two references are equal when their canonical forms are,
/// which makes either of two linked storages right where both fit. Pure.
/// </summary>
public sealed class ReferenceTranslator
{
    private readonly SideView primary;
    private readonly SideView secondary;
    private readonly Topology topology;
    private readonly Correspondence pairs;
    private readonly IReadOnlyDictionary<ItemKey, string> pending;
    private readonly Func<ItemKey, Item?>? newer;

    /// <param name="pending">Addresses of the items that the plan creates, by their source key.</param>
    /// <param name="newer">Finds items that were read or created after the sides were; null = there are none.</param>
    public ReferenceTranslator(SideView primary, SideView secondary, Topology topology, Correspondence pairs, IReadOnlyDictionary<ItemKey, string> pending, Func<ItemKey, Item?>? newer = null)
    {
        this.newer = newer;
        this.primary = primary;
        this.secondary = secondary;
        this.topology = topology;
        this.pairs = pairs;
        this.pending = pending;
    }

    /// <summary>The secondary side's form of a reference that an item of <paramref name="side"/> holds; null when it points at nothing that has a counterpart.</summary>
    /// <param name="holder">The item that holds the reference; needed where devices are mapped one by one.</param>
    public PropertyValue? ToCanonical(Side side, Reference reference, ItemKey? holder = null)
    {
        var view = side == Side.Primary ? primary : secondary;
        switch (KindTable.Of(reference.Target.Kind).Pairing)
        {
            case PairingRule.NameInParent:
                return Find(view, reference.Target) is { } named ? new NamedReference(reference.Target.Kind, named.Name) : null;
            case PairingRule.Number:
                return Find(view, reference.Target)?.Properties.TextOf("number") is { } number ? new NamedReference(reference.Target.Kind, number) : null;
        }

        if (side == Side.Secondary)
        {
            return reference;
        }

        if (reference.Target.Kind == ItemKind.Storage)
        {
            return view.RecorderOf(reference.Target) is { } recorder
                && LinkOf(recorder.Key, holder)?.SecondaryStorageFor(reference.Target) is { } storage
                ? new Reference(storage)
                : null;
        }

        if (pairs.Find(Side.Primary, reference.Target) is { } pair)
        {
            return new Reference(pair.Secondary.Key);
        }

        return pending.TryGetValue(reference.Target, out var address) ? new PendingReference(address) : null;
    }

    /// <summary>What the policy lets RMF touch; for memberships.</summary>
    public IManagedSet Managed { get; init; } = EverythingManaged.Instance;

    /// <summary>True for an item that has a counterpart, or gets one by this plan, and that the policy manages.</summary>
    public bool IsManaged(Side side, ItemKey key)
    {
        if (pending.ContainsKey(key))
        {
            return true;
        }

        if (pairs.Find(side, key) is not { } pair)
        {
            return false;
        }

        return !KindTable.DeviceKinds.Contains(key.Kind) || Managed.CoversDevice(pair.Primary, primary);
    }

    /// <summary>True when the target device was read and has nothing of that name: no stream 'Video stream 2', for one.</summary>
    /// <param name="holder">The target's item that would hold the reference.</param>
    public bool IsMissing(Side target, NamedReference named, Item holder)
    {
        if (named.Kind != ItemKind.DeviceStream)
        {
            return false;
        }

        var view = target == Side.Primary ? primary : secondary;
        var device = KindTable.Of(holder.Key.Kind).Pairing == PairingRule.AsParent ? holder.Parent ?? holder.Key : holder.Key;
        return view.PartOf(holder.Key.Part(named.Kind)).State == PartState.Whole
            && !view.ChildrenOf(device, named.Kind).Any(s => string.Equals(s.Name, named.Name, StringComparison.Ordinal));
    }

    /// <summary>
    /// The value to write on <paramref name="target"/> for a canonical reference; null when the target has no counterpart.
    /// A storage must belong to <paramref name="targetRecorder"/>: XProtect has accepted a wrong one.
    /// </summary>
    /// <param name="holder">The target's item that would hold the reference; needed where devices are mapped one by one.</param>
    public PropertyValue? ToSide(Side target, PropertyValue canonical, ItemKey targetRecorder, ItemKey? holder = null)
    {
        if (canonical is not Reference reference)
        {
            return canonical;
        }

        if (target == Side.Secondary)
        {
            return reference.Target.Kind != ItemKind.Storage || secondary.RecorderOf(reference.Target)?.Key == targetRecorder ? reference : null;
        }

        if (reference.Target.Kind == ItemKind.Storage)
        {
            var link = LinkOf(targetRecorder, holder);
            var storage = primary.ChildrenOf(targetRecorder, ItemKind.Storage)
                .Where(s => link?.SecondaryStorageFor(s.Key) == reference.Target)
                .OrderByDescending(s => s.Properties.IsTrue("isDefault"))
                .ThenBy(s => s.Name, StringComparer.Ordinal)
                .FirstOrDefault();
            return storage is null ? null : new Reference(storage.Key);
        }

        if (pairs.Find(Side.Secondary, reference.Target) is { } pair)
        {
            return new Reference(pair.Primary.Key);
        }

        return pending.TryGetValue(reference.Target, out var address) ? new PendingReference(address) : null;
    }

    /// <summary>An item of a side as it was read last; null when it is not known.</summary>
    internal Item? Find(Side side, ItemKey key) => Find(side == Side.Primary ? primary : secondary, key);

    /// <summary>The key of the counterpart of a side's item; null when it has none.</summary>
    internal ItemKey? Twin(Side side, ItemKey key) => pairs.Find(side, key)?.On(side.Other()).Key;

    private RecorderLink? LinkOf(ItemKey primaryRecorder, ItemKey? holder)
    {
        if (!topology.IsManual || holder is not { } key)
        {
            return topology.LinkOfPrimary(primaryRecorder);
        }

        // A part hangs on its device and a device on its hardware: two steps up at most.
        var item = Find(primary, key);
        for (var depth = 0; depth < 2 && item is { Key.Kind: not ItemKind.Hardware, Parent: { } parent }; depth++)
        {
            item = Find(primary, parent);
        }

        return item is null ? null : topology.LinkOf(primaryRecorder, item.Key);
    }

    private Item? Find(SideView view, ItemKey key) => view.Find(key) ?? newer?.Invoke(key);
}
