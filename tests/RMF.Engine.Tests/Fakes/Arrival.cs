using RMF.Core.Inventory;
using RMF.Engine.Ports;

namespace RMF.Engine.Tests.Fakes;

/// <summary>What a server makes of an added device: everything of the source's at the driver's own values, and disabled.</summary>
internal static class Arrival
{
    /// <summary>Lets the target add every device that the source has.</summary>
    public static void Offer(MemorySite source, MemorySite target) => target.OnAdd = creation => Make(source, target, creation);

    public static Outcome<IReadOnlyList<Item>> Make(MemorySite source, MemorySite target, HardwareCreation creation)
    {
        var snapshot = source.Snapshot();
        if (snapshot.OfKind(ItemKind.Hardware).FirstOrDefault(h => h.Properties.TextOf("address") == creation.Address.AbsoluteUri) is not { } hardware)
        {
            return MemorySite.Error(SiteErrorKind.DeviceUnreachable, $"{creation.Address} does not answer") with { VmoCode = 60281 };
        }

        var storage = target.Snapshot().OfKind(ItemKind.Storage).First(s => s.Parent == creation.Recorder && s.Properties.IsTrue("isDefault")).Key;
        ItemKey New(ItemKey key) => new(target.Info.Name, key.Kind, "new-" + key.Id);
        PropertyValue Factory(string name, PropertyValue value) => value switch
        {
            Reference { Target.Kind: ItemKind.Storage } => new Reference(storage),
            Reference { Target.Kind: ItemKind.HardwareDriver } => new Reference(creation.Driver),
            Reference reference => new Reference(New(reference.Target)),
            GroupValue group => new GroupValue(group.Members.Aggregate(PropertyBag.Empty, (b, p) => b.With(p.Key, Factory(p.Key, p.Value)))),
            ListValue list => new ListValue([.. list.Items.Select(i => Factory(name, i))]),
            _ when name is "channel" or "displayName" or "address" or "userName" or "macAddress" => value,
            _ when name == "enabled" => Scalar.False,
            _ => Scalar.Text("factory"),
        };
        var made = new List<Item>();
        foreach (var item in new[] { hardware }.Concat(Under(snapshot, hardware.Key)))
        {
            var properties = item.Properties.Aggregate(PropertyBag.Empty, (b, p) => b.With(p.Key, Factory(p.Key, p.Value)));
            made.Add(item with { Key = New(item.Key), Parent = item == hardware ? creation.Recorder : New(item.Parent!.Value), Name = item.Key.Kind == ItemKind.DeviceStream ? item.Name : "factory", Properties = properties });
        }

        return made;
    }

    private static IEnumerable<Item> Under(SiteSnapshot snapshot, ItemKey root)
        => snapshot.Items.Where(i => i.Parent == root).SelectMany(i => new[] { i }.Concat(i.Key.Kind == ItemKind.Camera ? Under(snapshot, i.Key) : []));
}
