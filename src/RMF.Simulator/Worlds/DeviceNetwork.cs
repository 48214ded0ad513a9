using System.Collections.Concurrent;

namespace RMF.Simulator;

/// <summary>
/// The network behind all sites of a world: which device answers at which address. Both sites of a redundant pair reach the same
/// devices through it, so a password that one site changes on the device is changed for the other too. Thread-safe.
/// </summary>
public sealed class DeviceNetwork
{
    private readonly ConcurrentDictionary<string, NetworkDevice> devices = new(StringComparer.OrdinalIgnoreCase);

    public IEnumerable<NetworkDevice> Devices => devices.Values;

    /// <summary>Puts a device on the network, in place of the one that had its address.</summary>
    public void Connect(NetworkDevice device) => devices[Key(device.Address)] = device;

    /// <summary>Takes a device off the network: adding it to a recorder fails from now on. Returns false when none was there.</summary>
    public bool Disconnect(Uri address) => devices.TryRemove(Key(address), out _);

    public NetworkDevice? Find(Uri address) => devices.GetValueOrDefault(Key(address));

    internal bool TryConnect(NetworkDevice device, out NetworkDevice existing)
    {
        existing = devices.GetOrAdd(Key(device.Address), device);
        return ReferenceEquals(existing, device);
    }

    private static string Key(Uri address) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{address.Host}:{address.Port}");
}
