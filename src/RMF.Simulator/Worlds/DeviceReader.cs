using RMF.Simulator.Contract;
using RMF.Simulator.Models;
using RMF.Simulator.Yaml;

namespace RMF.Simulator.Worlds;

/// <summary>Reads what a world says of single devices: names, switches, and values that the contract or the model must know.</summary>
internal sealed class DeviceReader(DeviceModel model, IReadOnlyList<WorldStorage> storages)
{
    public IReadOnlyList<WorldDevice> Read(YamlMap hardware, string key, int count, SettingSet settings)
    {
        var devices = new List<WorldDevice>();
        var taken = new HashSet<int>();
        foreach (var value in hardware.List(key))
        {
            var map = value.Map();
            var channel = (int)map.Whole("channel", devices.Count);
            if (channel >= count)
            {
                throw value.Error($"{model.Name} has {count} {key}: there is no channel {channel}.");
            }

            if (!taken.Add(channel))
            {
                throw value.Error($"Channel {channel} of {key} stands here twice.");
            }

            devices.Add(ReadDevice(map, key, channel, settings));
        }

        return devices;
    }

    private WorldDevice ReadDevice(YamlMap map, string key, int channel, SettingSet settings)
    {
        var resource = ApiContract.Current.Resource(key == "inputs" ? "inputEvents" : key);
        var isCamera = key == "cameras";
        var device = new WorldDevice
        {
            Channel = channel,
            Name = map.OptionalText("name"),
            Enabled = map.Find("enabled")?.Flag(),
            Storage = Storage(map),
            Properties = Fields(map, "properties", resource),
            General = map.Map("general") is { } general ? SettingValue.ReadAll(isCamera ? model.General : settings, general) : Nothing(),
        };
        if (isCamera)
        {
            device = device with
            {
                PtzSettings = map.Map("ptzSettings") is { } ptz ? SettingValue.ReadAll(model.PtzSettings, ptz) : Nothing(),
                StreamSettings = [.. map.List("streamSettings").Select(StreamSettings)],
                Streams = [.. map.Maps("streams").Select(ReadUse)],
                Presets = [.. map.Maps("presets").Select(ReadPreset)],
                Patrolling = [.. map.Maps("patrolling").Select(ReadPatrolling)],
                Recordings = RecordingsReader.Read(map),
                Motion = Fields(map, "motion", ApiContract.Current.Resource("motionDetections")),
                Privacy = Fields(map, "privacy", ApiContract.Current.Resource("privacyProtections")),
            };
        }

        map.Close();
        return device;
    }

    private string? Storage(YamlMap map)
    {
        if (map.Find("storage") is not { } named)
        {
            return null;
        }

        return storages.Any(s => string.Equals(s.Name, named.Text(), StringComparison.OrdinalIgnoreCase))
            ? named.Text()
            : throw named.Error($"This recorder has no storage '{named.Text()}'.{DidYouMean.Of(named.Text(), storages.Select(s => s.Name))}");
    }

    private Dictionary<string, object> StreamSettings(YamlValue value, int position)
    {
        if (position >= model.Streams.Count)
        {
            throw value.Error($"{model.Name} has {model.Streams.Count} streams.");
        }

        return SettingValue.ReadAll(model.Streams[position].Settings, value.Map());
    }

    private WorldStreamUse ReadUse(YamlMap map)
    {
        var use = new WorldStreamUse
        {
            Stream = (int)map.Need("stream").Whole(1, model.Streams.Count),
            Name = map.OptionalText("name"),
            Live = Choice(map, "live", "WhenNeeded", ["Always", "Never", "WhenNeeded"]),
            LiveDefault = map.Flag("liveDefault", false),
            PlaybackDefault = map.Flag("playbackDefault", false),
            Record = Enum.Parse<RecordingTrack>(Choice(map, "record", "None", Enum.GetNames<RecordingTrack>())),
            UseEdge = map.Flag("useEdge", true),
        };
        map.Close();
        return use;
    }

    private static WorldPreset ReadPreset(YamlMap map)
    {
        var preset = new WorldPreset
        {
            Name = map.Text("name"),
            Description = map.Text("description", ""),
            Pan = map.Find("pan")?.Number() ?? 0,
            Tilt = map.Find("tilt")?.Number() ?? 0,
            Zoom = map.Find("zoom")?.Number() ?? 0,
            Default = map.Flag("default", false),
            InDevice = map.Flag("inDevice", false),
        };
        map.Close();
        return preset;
    }

    private static WorldPatrolling ReadPatrolling(YamlMap map)
    {
        var profile = new WorldPatrolling { Name = map.Text("name"), Description = map.Text("description", ""), Stops = [.. map.Maps("stops").Select(ReadStop)] };
        map.Close();
        return profile;
    }

    private static (string Preset, double WaitSeconds) ReadStop(YamlMap map)
    {
        const double DefaultWait = 5;
        var stop = (map.Text("preset"), map.Find("wait")?.Number() ?? DefaultWait);
        map.Close();
        return stop;
    }

    private static string Choice(YamlMap map, string key, string fallback, IReadOnlyList<string> options)
    {
        if (map.Find(key) is not { } value)
        {
            return fallback;
        }

        return options.FirstOrDefault(o => string.Equals(o, value.Text(), StringComparison.OrdinalIgnoreCase))
            ?? throw value.Error($"'{value.Text()}' is none of {string.Join(", ", options)}.");
    }

    private static Dictionary<string, object> Fields(YamlMap map, string key, ResourceContract resource)
    {
        var values = Nothing();
        if (map.Map(key) is not { } given)
        {
            return values;
        }

        foreach (var (name, value, at) in given.Entries())
        {
            var field = resource.FindField(name) is { ReadOnly: false } found
                ? found
                : throw at.Error($"{resource.Name} have no property '{name}' that can be set.{DidYouMean.Of(name, resource.Fields.Where(f => !f.ReadOnly).Select(f => f.Name))}");
            values.Add(name, field.TryConvert(field.Type == FieldType.Text ? value.Text() : value.Scalar(), out var converted, out var problem)
                ? converted
                : throw value.Error($"'{name}': {problem}"));
        }

        return values;
    }

    private static Dictionary<string, object> Nothing() => new(StringComparer.Ordinal);
}
