using RMF.Core.Inventory;
using RMF.Engine.Ports;
using RMF.XProtect.Bindings;
using RMF.XProtect.Http;

namespace RMF.XProtect.Reading;

/// <summary>Reads one hardware with its devices and their parts: what a creation left behind. Used once.</summary>
internal sealed class HardwareReading(SiteSession session, ItemKey hardware, IReadOnlyCollection<ItemKind> kinds)
{
    private static readonly Binding HardwareBinding = BindingTable.Find(ItemKind.Hardware)!;

    private readonly CollectionReader collections = new(session);
    private readonly HashSet<ItemKind> needed = NeededKinds.Of(kinds, isScoped: true);

    public async Task<Outcome<IReadOnlyList<Item>>> RunAsync(CancellationToken cancellationToken)
    {
        var read = await new PartReader(session).ReadAsync(HardwareBinding, hardware.Id, null, false, cancellationToken).ConfigureAwait(false);
        if (read.Error is { } error)
        {
            return error;
        }

        if (read.Value is not { } root)
        {
            return session.Errors.Make(SiteErrorKind.NotFound, $"GET {HardwareBinding.Resource}", $"{session.Site}: there is no {hardware}.");
        }

        var devices = await ReadDevicesAsync(root, cancellationToken).ConfigureAwait(false);
        if (!devices.TryGet(out var found))
        {
            return devices.Error!;
        }

        var readings = ReadingsOf(root, found);
        await new PartStage(session, new SnapshotRequest(kinds, [], ReadDepth.Full), readings, static (_, _) => { }).ReadAsync(cancellationToken).ConfigureAwait(false);
        if (readings.Values.Select(static r => r.ItemError).FirstOrDefault(static e => e is not null) is { } failed)
        {
            return failed;
        }

        var wanted = new HashSet<ItemKind>(kinds) { ItemKind.Hardware };
        return readings.Values.Where(r => wanted.Contains(r.Binding.Kind)).SelectMany(static r => r.Items).ToList();
    }

    private Dictionary<ItemKind, KindReading> ReadingsOf(Item root, List<Item> devices)
    {
        var now = session.Time.GetUtcNow();
        var readings = new Dictionary<ItemKind, KindReading> { [ItemKind.Hardware] = new(HardwareBinding, now) { Items = [root] } };
        foreach (var binding in BindingTable.All.Where(b => needed.Contains(b.Kind) && b.Kind != ItemKind.Hardware && HangsOnHardware(b)))
        {
            readings[binding.Kind] = new(binding, now) { Items = devices.FindAll(d => d.Key.Kind == binding.Kind) };
            if (session.Refused.TryGetValue(binding.Kind, out var refusal))
            {
                readings[binding.Kind].Skip(refusal);
            }
        }

        return readings;
    }

    private static bool HangsOnHardware(Binding binding)
        => binding.Kind == ItemKind.Hardware || binding.Owners.Any(o => BindingTable.Find(o) is { } owner && HangsOnHardware(owner));

    private async Task<Outcome<List<Item>>> ReadDevicesAsync(Item root, CancellationToken cancellationToken)
    {
        var wanted = BindingTable.All.Where(b => needed.Contains(b.Kind) && b.Way == ReadWay.Bulk && b.Owners.Contains(ItemKind.Hardware)).ToList();
        if (wanted.Count == 0)
        {
            return new List<Item>();
        }

        // New devices are disabled, and only global collections take the flag that shows those: ask for this address with its devices.
        var address = root.Properties.TextOf("address") ?? string.Empty;
        var embedded = await collections.ReadItemsAsync(
            HardwareBinding,
            HardwareBinding.Resource,
            () => new Query().Disabled().Include(wanted.ConvertAll(static b => b.Resource)).WhereIs("address", address),
            null,
            cancellationToken).ConfigureAwait(false);
        var children = embedded.Items.Find(i => i.Item.Key == root.Key)?.Children;
        if (embedded.IsWhole && children is { Count: > 0 })
        {
            return children.ConvertAll(static c => c.Item);
        }

        var devices = new List<Item>();
        foreach (var kind in wanted)
        {
            var all = await collections.ReadItemsAsync(kind, kind.Resource, () => kind.HasDisabledFlag ? new Query().Disabled() : new Query(), null, cancellationToken).ConfigureAwait(false);
            if (all.Error is { } error)
            {
                return error;
            }

            devices.AddRange(all.Items.Where(i => i.Item.Parent == root.Key).Select(static i => i.Item));
        }

        return devices;
    }
}
