using RMF.Core.Inventory;

namespace RMF.Testing.Worlds;

/// <summary>
/// One camera with its settings, streams and motion detection. Defaults: enabled, records to the recorder's default storage, one video stream
/// that is used live and for recording.
/// </summary>
public sealed class CameraBuilder
{
    private readonly HardwareBuilder hardware;
    private readonly string name;
    private readonly Dictionary<string, PropertyValue> properties = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PropertyValue> general = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PropertyValue> motion = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PropertyValue> ptz = new(StringComparer.Ordinal);
    private readonly List<(string Name, Dictionary<string, PropertyValue> Settings)> videoStreams = [];
    private readonly List<(string Stream, Dictionary<string, PropertyValue> Members)> uses = [];
    private readonly HashSet<ItemKind> without = [];
    private readonly List<PropertyValue> presets = [];
    private readonly List<PropertyValue> rounds = [];
    private bool moves;
    private DefinitionSet? definitions;

    internal CameraBuilder(HardwareBuilder hardware, int channel, string name)
    {
        this.hardware = hardware;
        this.name = name;
        Key = hardware.Site.NewKey(ItemKind.Camera);
        properties["channel"] = Scalar.Number(channel);
        properties["enabled"] = Scalar.True;
        properties["description"] = Scalar.Empty;
        properties["recordingEnabled"] = Scalar.True;
        properties["gisPoint"] = Scalar.Text("POINT EMPTY");
    }

    public ItemKey Key { get; }

    public CameraBuilder Set(string property, PropertyValue value)
    {
        properties[property] = value;
        return this;
    }

    public CameraBuilder Set(string property, string value) => Set(property, Scalar.Text(value));

    public CameraBuilder StoreOn(string storage) => Set("recordingStorage", new Reference(hardware.Recorder.StorageKey(storage)));

    /// <summary>A driver-named setting of the device as a whole.</summary>
    public CameraBuilder Setting(string setting, PropertyValue value)
    {
        general[setting] = value;
        return this;
    }

    public CameraBuilder Setting(string setting, string value) => Setting(setting, Scalar.Text(value));

    public CameraBuilder Ptz(string setting, PropertyValue value)
    {
        ptz[setting] = value;
        return this;
    }

    public CameraBuilder Motion(string property, PropertyValue value)
    {
        motion[property] = value;
        return this;
    }

    /// <summary>A stream that the device offers, with its driver-named settings.</summary>
    public CameraBuilder VideoStream(string stream, params (string Setting, string Value)[] settings)
    {
        videoStreams.Add((stream, settings.ToDictionary(s => s.Setting, s => (PropertyValue)Scalar.Text(s.Value), StringComparer.Ordinal)));
        return this;
    }

    /// <summary>A use of a stream: one row of the camera's stream table.</summary>
    public CameraBuilder Uses(string stream, params (string Member, PropertyValue Value)[] members)
    {
        uses.Add((stream, members.ToDictionary(m => m.Member, m => m.Value, StringComparer.Ordinal)));
        return this;
    }

    /// <summary>The camera moves: it has a list of presets and one of patrolling profiles.</summary>
    public CameraBuilder Moves()
    {
        moves = true;
        return this;
    }

    public CameraBuilder Preset(string preset, params (string Member, PropertyValue Value)[] members) => Entry(presets, preset, members);

    /// <param name="round">The profile's name.</param>
    /// <param name="stops">Names of presets.</param>
    public CameraBuilder Round(string round, params string[] stops)
        => Entry(rounds, round, [("patrollingEntry", new ListValue([.. stops.Select(s => (PropertyValue)new GroupValue(PropertyBag.Empty.With("preset", Scalar.Text(s)).With("waitTime", Scalar.Number(5))))]))]);

    /// <summary>What the driver says of its settings, by path: <c>generalSettings.NAME</c>, <c>stream.NAME</c>.</summary>
    public CameraBuilder Definitions(params (string Path, SettingDefinition Definition)[] rows)
        => Definitions(new DefinitionSet(rows.Select(r => new KeyValuePair<string, SettingDefinition>(r.Path, r.Definition))));

    public CameraBuilder Definitions(DefinitionSet set)
    {
        definitions = set;
        return this;
    }

    /// <summary>The camera has no such part.</summary>
    public CameraBuilder Without(ItemKind part)
    {
        without.Add(part);
        return this;
    }

    /// <summary>The camera's part could not be read.</summary>
    public CameraBuilder Unread(ItemKind part, string reason)
    {
        hardware.Site.Unread(part, Key.Id, reason);
        return Without(part);
    }

    internal IEnumerable<Item> Items()
    {
        if (videoStreams.Count == 0)
        {
            VideoStream("Video stream 1", ("FPS", "25"), ("codec", "H.264"));
        }

        if (uses.Count == 0)
        {
            Uses(videoStreams[0].Name, ("liveDefault", Scalar.True), ("defaultPlayback", Scalar.True), ("liveMode", Scalar.Text("WhenNeeded")), ("recordTo", Scalar.Text("Primary")));
        }

        var own = new PropertyBagBuilder(hardware.Site.Shapes).Set("name", name);
        if (!properties.ContainsKey("recordingStorage") && hardware.Recorder.DefaultStorage is { } storage)
        {
            own.Set("recordingStorage", new Reference(storage));
        }

        yield return new Item(Key, hardware.Key, name, Fill(own, properties).Build());
        for (var i = 0; i < videoStreams.Count; i++)
        {
            yield return new Item(StreamKey(i), Key, videoStreams[i].Name, PropertyBag.Empty);
        }

        if (!without.Contains(ItemKind.Settings))
        {
            yield return new Item(Key.Part(ItemKind.Settings), Key, name, SettingsBag()) { Definitions = definitions };
        }

        if (!without.Contains(ItemKind.Streams))
        {
            yield return new Item(Key.Part(ItemKind.Streams), Key, name, new PropertyBagBuilder(hardware.Site.Shapes).Set("stream", new ListValue([.. uses.Select(Use)])).Build());
        }

        if (moves)
        {
            yield return new Item(Key.Part(ItemKind.PtzPresets), Key, name, New().Set("ptzPresets", new ListValue(presets)).Build());
            yield return new Item(Key.Part(ItemKind.PatrollingProfiles), Key, name, New().Set("patrollingProfiles", new ListValue(rounds)).Build());
        }

        if (!without.Contains(ItemKind.MotionDetection))
        {
            yield return new Item(Key.Part(ItemKind.MotionDetection), Key, name, Fill(New().Set("enabled", value: true).Set("detectionMethod", "Fast"), motion).Build());
        }
    }

    private CameraBuilder Entry(List<PropertyValue> list, string entry, (string Member, PropertyValue Value)[] members)
    {
        list.Add(new GroupValue(members.Aggregate(PropertyBag.Empty.With("name", Scalar.Text(entry)), (b, m) => b.With(m.Member, m.Value))));
        return Moves();
    }

    private ItemKey StreamKey(int index) => new(Key.Site, ItemKind.DeviceStream, $"{Key.Id}/{hardware.Site.Name}-{index}");

    private PropertyBag SettingsBag()
    {
        var builder = New()
            .Set("generalSettings", new ListValue([Group(general, "General")]))
            .Set("stream", new ListValue([.. videoStreams.Select((s, i) => (PropertyValue)Group(s.Settings, s.Name, ("streamReferenceId", new Reference(StreamKey(i)))))]));
        return (ptz.Count == 0 ? builder : builder.Set("ptz", Group(ptz, "PTZ"))).Build();
    }

    private PropertyValue Use((string Stream, Dictionary<string, PropertyValue> Members) use)
    {
        var index = videoStreams.FindIndex(s => s.Name == use.Stream);
        return Group(use.Members, "Stream", ("streamReferenceId", new Reference(StreamKey(index))));
    }

    private GroupValue Group(Dictionary<string, PropertyValue> members, string displayName, params (string Name, PropertyValue Value)[] more)
    {
        var builder = Fill(New().Set("displayName", displayName), members);
        foreach (var (member, value) in more)
        {
            builder.Set(member, value);
        }

        return new GroupValue(builder.Build());
    }

    private PropertyBagBuilder New() => new(hardware.Site.Shapes);

    private static PropertyBagBuilder Fill(PropertyBagBuilder builder, Dictionary<string, PropertyValue> values)
    {
        foreach (var entry in values)
        {
            builder.Set(entry.Key, entry.Value);
        }

        return builder;
    }
}
