using System.Globalization;
using RMF.Core.Inventory;

namespace RMF.Engine.Twins;

/// <summary>One hardware of a snapshot with its devices by kind and channel, and where it answers.</summary>
internal sealed class TwinDevice
{
    private readonly SiteSnapshot snapshot;

    /// <param name="snapshot">Where it stands.</param>
    /// <param name="hardware">Which one.</param>
    /// <param name="devices">All devices of the snapshot by their parent.</param>
    public TwinDevice(SiteSnapshot snapshot, Item hardware, ILookup<ItemKey?, Item> devices)
    {
        this.snapshot = snapshot;
        Hardware = hardware;
        Driver = snapshot.Find(hardware.Key.Part(ItemKind.HardwareDriverSettings))?.Properties ?? PropertyBag.Empty;
        foreach (var device in devices[hardware.Key])
        {
            Devices[(device.Key.Kind, ChannelOf(device))] = device;
        }
    }

    public Item Hardware { get; }

    /// <summary>What the driver says of the hardware.</summary>
    public PropertyBag Driver { get; }

    public Dictionary<(ItemKind Kind, int Channel), Item> Devices { get; } = [];

    /// <summary>Host and port: the same device on both sides.</summary>
    public string Place => Uri.TryCreate(Hardware.Properties.TextOf("address"), UriKind.Absolute, out var address) ? address.Authority.ToLowerInvariant() : Hardware.Key.Id;

    /// <summary>As a world writes it: without a path.</summary>
    public string Address => Uri.TryCreate(Hardware.Properties.TextOf("address"), UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
        ? address.GetLeftPart(UriPartial.Authority) + "/"
        : "http://" + Hardware.Key.Id + ".invalid/";

    /// <summary>Twelve digits: the device's own, else made of its place, so that both sides agree on it.</summary>
    public string Mac => Core.Pairing.MacAddress.Normalise(Driver.TextOf("macAddress")) ?? MadeUp(Place);

    public string Model => Hardware.Properties.TextOf("model") is { Length: > 0 } model ? model : "Unknown model";

    public PropertyBag? DriverNumber => Hardware.Properties["hardwareDriverPath"] is Reference reference ? snapshot.Find(reference.Target)?.Properties : null;

    public int CountOf(ItemKind kind) => Devices.Keys.Where(k => k.Kind == kind).Select(k => k.Channel + 1).DefaultIfEmpty(0).Max();

    public Item? PartOf(Item device, ItemKind kind) => snapshot.Find(device.Key.Part(kind));

    public static int ChannelOf(Item device)
        => int.TryParse(device.Properties.TextOf("channel"), NumberStyles.None, CultureInfo.InvariantCulture, out var channel) ? channel : 0;

    // FNV-1a, in the range of addresses that nobody was given.
    private static string MadeUp(string place)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in place)
        {
            hash = unchecked((hash ^ c) * 1099511628211UL);
        }

        return "02" + (hash & 0xFFFFFFFFFFUL).ToString("X10", CultureInfo.InvariantCulture);
    }
}
