using RMF.Simulator.Store;

namespace RMF.Simulator.Building;

/// <summary>Makes a hardware object with its devices, for a world that is loaded and for a task that adds one.</summary>
internal sealed class HardwareFactory(SiteStore store, IdSource ids)
{
    private readonly CameraFactory cameras = new(store, ids);

    /// <summary>Adds hardware to a recorder. Caller holds the write lock.</summary>
    /// <param name="recorder">Where it hangs; it has a default storage.</param>
    /// <param name="hardware">What it is.</param>
    /// <param name="path">Names it for its ids; unique in the site for ever.</param>
    /// <param name="disabled">True: hardware and devices arrive disabled, whatever the world says.</param>
    /// <param name="now">When it is made.</param>
    public SiteObject Create(SiteObject recorder, WorldHardware hardware, string path, bool disabled, Timestamp now)
    {
        var made = store.Add("hardware", ids.Of(path), recorder);
        made.Extra = new HardwareState(hardware.Model, hardware.Password);
        made["displayName"] = hardware.Name;
        made["name"] = hardware.Name;
        made["description"] = hardware.Description;
        made["enabled"] = Boxes.Of(hardware.Enabled && !disabled);
        made["address"] = hardware.Address.AbsoluteUri;
        made["userName"] = hardware.UserName;
        made["passwordLastModified"] = Timestamp.NotSet;
        made["lastModified"] = now;
        Describe(made, hardware.Model);
        Join(made);
        DriverSettings(made, hardware.Device, hardware.DriverSettings);
        foreach (var kind in DeviceKind.All)
        {
            var listed = kind.Listed(hardware).ToDictionary(d => d.Channel);
            for (var channel = 0; channel < kind.Count(hardware.Model); channel++)
            {
                var device = listed.GetValueOrDefault(channel) ?? new WorldDevice { Channel = channel };
                Device(made, kind, hardware.Model, device, $"{path}/{kind.Resource}/{channel}", disabled, now);
            }
        }

        return made;
    }

    /// <summary>Adds one device to hardware that exists.</summary>
    public SiteObject Device(SiteObject hardware, DeviceKind kind, DeviceModel model, WorldDevice device, string path, bool disabled, Timestamp now)
    {
        var made = store.Add(kind.Resource, ids.Of(path), hardware);
        var name = device.Name ?? kind.DefaultName(hardware.Name, device.Channel);
        made["displayName"] = name;
        made["name"] = name;
        made["enabled"] = Boxes.Of((device.Enabled ?? kind.EnabledAtFirst) && !disabled);
        made["channel"] = Boxes.Of((long)device.Channel);
        made["createdDate"] = Timestamp.NotSet;
        made["lastModified"] = now;
        if (kind.Records)
        {
            made["recordingStorage"] = new Reference("storages", Storage(hardware.Parent!, device.Storage));
        }

        foreach (var (field, value) in device.Properties)
        {
            made[field] = value;
        }

        if (kind.IsCamera)
        {
            cameras.Complete(made, model, device, path);
        }
        else
        {
            General(store.Add("settings", made.Id, made), kind, model, device.General);
        }

        return made;
    }

    /// <summary>Settings and streams of a device that stays when what is behind it is replaced.</summary>
    public void Renew(SiteObject device, DeviceKind kind, DeviceModel model, string path)
    {
        var plain = new WorldDevice { Channel = 0 };
        if (kind.IsCamera)
        {
            device["ptzEnabled"] = Boxes.Of(model.Ptz);
            cameras.SetDriverPart(device, model, plain, path);
        }
        else
        {
            General(store.Find("settings", device.Id)!, kind, model, plain.General);
        }
    }

    /// <summary>Enters hardware into its recorder's addresses and driver counts.</summary>
    public static void Join(SiteObject hardware)
    {
        RecorderState.Of(hardware.Parent!).Put(hardware);
        CountDriver(hardware.Parent!, ((HardwareState)hardware.Extra!).Model.DriverNumber, 1);
    }

    /// <summary>Takes hardware out of them, before it is moved, replaced or deleted.</summary>
    public static void Leave(SiteObject hardware)
    {
        RecorderState.Of(hardware.Parent!).Drop(hardware);
        CountDriver(hardware.Parent!, ((HardwareState)hardware.Extra!).Model.DriverNumber, -1);
    }

    private static void CountDriver(SiteObject recorder, int number, int change)
    {
        if (Driver(recorder, number) is { } driver)
        {
            driver["useCount"] = Boxes.Of((long)driver["useCount"]! + change);
        }
    }

    /// <summary>Gives hardware the model and driver of a device: when it is made, and when the device is replaced.</summary>
    public void Describe(SiteObject hardware, DeviceModel model)
    {
        hardware["model"] = model.Name;
        hardware["hardwareDriverPath"] = Driver(hardware.Parent!, model.DriverNumber) is { } driver ? new Reference("hardwareDrivers", driver.Id) : null;
    }

    public void DriverSettings(SiteObject hardware, NetworkDevice device, IReadOnlyDictionary<string, object> given)
    {
        var settings = store.Find("hardwareDriverSettings", hardware.Id) ?? store.Add("hardwareDriverSettings", hardware.Id, hardware);
        var block = new Block(device.Model.DriverSettings).SetAll(given);
        Report(block, "detectedModelName", device.Model.Name);
        Report(block, "firmwareVersion", device.Firmware);
        Report(block, "macAddress", device.Mac);
        Report(block, "productID", device.Model.Name);
        Report(block, "serialNumber", device.SerialNumber);
        settings["hardwareDriverSettings"] = block;
    }

    public static SiteObject? Driver(SiteObject recorder, int number) =>
        recorder.Children("hardwareDrivers").FirstOrDefault(d => d["number"] is long n && n == number);

    public static Guid Storage(SiteObject recorder, string? name)
    {
        var storages = recorder.Children("storages");
        var chosen = name is null
            ? storages.FirstOrDefault(s => s["isDefault"] is true)
            : storages.FirstOrDefault(s => string.Equals(s.Name, name, StringComparison.OrdinalIgnoreCase));
        return (chosen ?? throw new ArgumentException($"The recorder '{recorder.Name}' has no storage '{name ?? "(default)"}'.", nameof(name))).Id;
    }

    private static void General(SiteObject settings, DeviceKind kind, DeviceModel model, IReadOnlyDictionary<string, object> given) =>
        settings["generalSettings"] = kind.Settings(model) is { Settings.Count: > 0 } shape ? new List<Block> { new Block(shape).SetAll(given) } : new List<Block>();

    private static void Report(Block block, string setting, string value)
    {
        if (block.Shape.IndexOf(setting) >= 0)
        {
            block.Set(setting, value);
        }
    }
}
