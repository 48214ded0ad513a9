using RMF.Core.Inventory;

namespace RMF.Testing.Worlds;

/// <summary>One recording server with its storages, drivers and hardware.</summary>
public sealed class RecorderBuilder
{
    private readonly List<Item> storages = [];
    private readonly Dictionary<string, Item> drivers = new(StringComparer.Ordinal);
    private readonly List<HardwareBuilder> hardware = [];
    private readonly string name;

    internal RecorderBuilder(SiteBuilder site, string name)
    {
        Site = site;
        this.name = name;
        Key = site.NewKey(ItemKind.RecordingServer);
    }

    public ItemKey Key { get; }

    internal SiteBuilder Site { get; }

    public RecorderBuilder Storage(string name, bool isDefault = false)
    {
        var properties = new PropertyBagBuilder(Site.Shapes).Set("name", name).Set("isDefault", isDefault).Build();
        storages.Add(new Item(Site.NewKey(ItemKind.Storage), Key, name, properties));
        return this;
    }

    /// <param name="address">Host, or host and port.</param>
    public RecorderBuilder Hardware(string address, Action<HardwareBuilder>? with = null)
    {
        var device = new HardwareBuilder(this, address);
        hardware.Add(device);
        with?.Invoke(device);
        return this;
    }

    public ItemKey StorageKey(string storage) => storages.Single(s => s.Name == storage).Key;

    internal ItemKey? DefaultStorage => storages.FirstOrDefault(s => s.Properties.IsTrue("isDefault"))?.Key;

    /// <summary>Device packs that are installed; a device's own driver always is.</summary>
    public RecorderBuilder Drivers(params string[] numbers)
    {
        foreach (var number in numbers)
        {
            Driver(number);
        }

        return this;
    }

    internal ItemKey Driver(string number)
    {
        if (!drivers.TryGetValue(number, out var driver))
        {
            var properties = new PropertyBagBuilder(Site.Shapes).Set("name", "Driver " + number).Set("number", number).Build();
            drivers[number] = driver = new Item(Site.NewKey(ItemKind.HardwareDriver), Key, "Driver " + number, properties);
        }

        return driver.Key;
    }

    internal IEnumerable<Item> Items()
    {
        var own = new Item(Key, null, name, new PropertyBagBuilder(Site.Shapes).Set("name", name).Set("enabled", value: true).Build());

        // First the hardware: it names the drivers that there must be.
        var devices = hardware.SelectMany(h => h.Items()).ToList();
        return storages.Prepend(own).Concat(drivers.Values).Concat(devices);
    }
}
