using RMF.Core.Inventory;

namespace RMF.Testing.Worlds;

/// <summary>One microphone with its settings: it stands for all devices that are no cameras.</summary>
public sealed class MicrophoneBuilder
{
    private readonly HardwareBuilder hardware;
    private readonly string name;
    private readonly Dictionary<string, PropertyValue> properties = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PropertyValue> general = new(StringComparer.Ordinal);

    internal MicrophoneBuilder(HardwareBuilder hardware, int channel, string name)
    {
        this.hardware = hardware;
        this.name = name;
        Key = hardware.Site.NewKey(ItemKind.Microphone);
        properties["channel"] = Scalar.Number(channel);
        properties["enabled"] = Scalar.True;
    }

    public ItemKey Key { get; }

    public MicrophoneBuilder Set(string property, PropertyValue value)
    {
        properties[property] = value;
        return this;
    }

    public MicrophoneBuilder StoreOn(string storage) => Set("recordingStorage", new Reference(hardware.Recorder.StorageKey(storage)));

    /// <summary>A driver-named setting.</summary>
    public MicrophoneBuilder Setting(string setting, PropertyValue value)
    {
        general[setting] = value;
        return this;
    }

    internal IEnumerable<Item> Items()
    {
        var own = properties.Aggregate(new PropertyBagBuilder(hardware.Site.Shapes).Set("name", name), (b, p) => b.Set(p.Key, p.Value));
        yield return new Item(Key, hardware.Key, name, own.Build());
        var group = general.Aggregate(new PropertyBagBuilder(hardware.Site.Shapes).Set("displayName", "General"), (b, p) => b.Set(p.Key, p.Value));
        var settings = new PropertyBagBuilder(hardware.Site.Shapes).Set("generalSettings", new ListValue([new GroupValue(group.Build())]));
        yield return new Item(Key.Part(ItemKind.MicrophoneSettings), Key, name, settings.Build());
    }
}
