using RMF.Simulator.Store;

namespace RMF.Simulator.Building;

/// <summary>Finds devices of a site by the names that a world may write: their own, <c>hardware name/channel</c>, <c>recorder/address#channel</c>.</summary>
internal static class DeviceIndex
{
    /// <summary>Null stands for a name that several devices have. Used under a lock of the store, or before others see it.</summary>
    public static Dictionary<string, SiteObject?> Of(SiteStore store, string devices)
    {
        var byName = new Dictionary<string, SiteObject?>(StringComparer.OrdinalIgnoreCase);
        foreach (var device in store.All(devices))
        {
            // A name that two devices share names neither; the longer form always works.
            byName[device.Name] = byName.ContainsKey(device.Name) ? null : device;
            byName.TryAdd($"{device.Parent!.Name}/{device["channel"]}", device);
            byName.TryAdd($"{device.Parent.Parent!.Name}/{device.Parent["address"]}#{device["channel"]}", device);
        }

        return byName;
    }
}
