using RMF.Core.Inventory;
using RMF.Core.Kinds;
using RMF.Core.Pairing;

namespace RMF.Core.Planning.SiteItems;

/// <summary>
/// Plans what roles may do with devices and view groups: for each pair, and for each item that the plan makes. Only entries of roles that both sides have, or
/// that the plan makes, are compared. Used once.
/// </summary>
internal sealed class PermissionPlanner(PlanningInput input, PlanningOptions options, LateChanges late, HardwareAddresses addresses)
{
    private readonly Side source = options.Direction.Source();
    private readonly Side target = options.Direction.Target();

    public void Plan()
    {
        foreach (var kind in KindTable.DeviceKinds.Concat(KindTable.SiteKinds))
        {
            foreach (var part in KindTable.Of(kind).Parts.Where(p => KindTable.Of(p).Stage >= SyncStage.Group && input.IsSynchronised(p, options.Categories)))
            {
                foreach (var device in input.View(source).OfKind(kind))
                {
                    Plan(device, part);
                }
            }
        }
    }

    private void Plan(Item device, ItemKind part)
    {
        string? address = null;
        var pair = input.Pairs.Find(source, device.Key);
        var isNew = pair is null && late.Addresses.TryGetValue(device.Key, out address);
        if ((!isNew && pair is null) || (!IsOfSite(device) && !options.Managed.CoversDevice(device, input.View(source))))
        {
            return;
        }

        var ours = input.View(source).Find(device.Key.Part(part)) is { } held ? WithoutNothing(held) : null;
        address = AddressBook.Part(isNew ? address! : AddressOf(pair!), part);
        if (ours is null)
        {
            _ = late.IsUnread(source, device.Key.Part(part), address);
        }
        else if (isNew)
        {
            var place = late.Addresses[device.Key];
            late.Emit(LateChanges.Template(ours, device.Name, address, late.SiteOf(place)) with { Reason = ChangeReason.MissingOnTarget, DependsOn = [late.CreatorOf(place)] }, late.MergeNew(ours));
        }
        else if (input.View(target).Find(pair!.On(target).Key.Part(part)) is { } theirs)
        {
            late.Emit(
                LateChanges.Template(ours, device.Name, address, theirs.Key.Site) with { Target = theirs.Key },
                late.Merge(ours, theirs, new RememberedBases(input.Memory.Find(pair))));
        }
        else
        {
            _ = late.IsUnread(target, pair.On(target).Key.Part(part), address);
        }
    }

    private string AddressOf(ItemPair pair)
    {
        var device = pair.On(target);
        if (IsOfSite(device))
        {
            return AddressBook.SiteItem(target, device.Key.Kind, SiteItemPairing.PathOf(device, input.View(target)));
        }

        return device.Parent is { } parent && input.View(target).Find(parent) is { } hardware && input.RecorderOf(target, hardware) is { } recorder
            ? AddressBook.Device(addresses.Of(recorder, hardware), device)
            : device.Name;
    }

    /// <summary>A role that the plan makes may do nothing at first: no device needs to be told so.</summary>
    private Item WithoutNothing(Item item)
        => item.Properties["roles"] is ListValue list && list.Items.OfType<GroupValue>().Any(IsNothing)
            ? item with { Properties = item.Properties.With("roles", new ListValue([.. list.Items.Where(e => e is not GroupValue entry || !IsNothing(entry))])) }
            : item;

    private bool IsNothing(GroupValue entry)
        => string.IsNullOrEmpty(entry.Members.TextOf("permissions")) && entry.Members["role"] is Reference role && late.Addresses.ContainsKey(role.Target);

    private static bool IsOfSite(Item item) => KindTable.SiteKinds.Contains(item.Key.Kind);
}
