using RMF.Core.Inventory;

namespace RMF.Testing.Worlds;

/// <summary>One device on a recording server. Defaults: enabled, driver 5, no MAC address, named after its address.</summary>
public sealed class HardwareBuilder
{
    private readonly Dictionary<string, PropertyValue> properties = new(StringComparer.Ordinal);
    private readonly List<CameraBuilder> cameras = [];
    private readonly List<MicrophoneBuilder> microphones = [];
    private readonly RecorderBuilder recorder;
    private string name;
    private string? mac;
    private ItemKey? driver;

    internal HardwareBuilder(RecorderBuilder recorder, string address)
    {
        this.recorder = recorder;
        name = address;
        Key = recorder.Site.NewKey(ItemKind.Hardware);
        Set("address", "http://" + address + "/").Set("userName", "root").Set("description", Scalar.Empty).Set("enabled", Scalar.True);
    }

    public ItemKey Key { get; }

    internal SiteBuilder Site => recorder.Site;

    internal RecorderBuilder Recorder => recorder;

    public HardwareBuilder Named(string value)
    {
        name = value;
        return this;
    }

    public HardwareBuilder Mac(string? value)
    {
        mac = value;
        return this;
    }

    public HardwareBuilder Driver(string number)
    {
        driver = recorder.Driver(number);
        return this;
    }

    public HardwareBuilder Set(string property, PropertyValue value)
    {
        properties[property] = value;
        return this;
    }

    public HardwareBuilder Set(string property, string value) => Set(property, Scalar.Text(value));

    public HardwareBuilder Camera(int channel, string cameraName, Action<CameraBuilder>? with = null)
    {
        var camera = new CameraBuilder(this, channel, cameraName);
        cameras.Add(camera);
        with?.Invoke(camera);
        return this;
    }

    public HardwareBuilder Microphone(int channel, string microphoneName, Action<MicrophoneBuilder>? with = null)
    {
        var microphone = new MicrophoneBuilder(this, channel, microphoneName);
        microphones.Add(microphone);
        with?.Invoke(microphone);
        return this;
    }

    internal IEnumerable<Item> Items()
    {
        var own = properties.Aggregate(new PropertyBagBuilder(Site.Shapes), static (b, p) => b.Set(p.Key, p.Value));
        yield return new Item(Key, recorder.Key, name, own.Set("name", name).Set("hardwareDriverPath", new Reference(driver ?? recorder.Driver("5"))).Build());
        if (mac is not null)
        {
            yield return new Item(Key.Part(ItemKind.HardwareDriverSettings), Key, name, new PropertyBagBuilder(Site.Shapes).Set("macAddress", mac).Build());
        }

        foreach (var item in cameras.SelectMany(c => c.Items()).Concat(microphones.SelectMany(m => m.Items())))
        {
            yield return item;
        }
    }
}
